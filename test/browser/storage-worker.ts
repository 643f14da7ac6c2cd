import { documentFile, workbookFile } from "../../src/local/workspace/downloads";
import { createTurns } from "../../src/local/workspace/exclusive";
import { readProgramFile, writeProgramFile } from "../../src/local/workspace/program-file";
import { siteName } from "../../src/local/workspace/site-name";
import { createProgramStore } from "../../src/local/workspace/store";
import { FULL, programOfRows, programWith } from "../local/workspace/programs";

/** What the tests of storing and taking turns call in a Worker of a real browser. */
const storage = {
  createProgramStore,
  createTurns,
  siteName,
  documentFile,
  workbookFile,
  readProgramFile,
  writeProgramFile,
  FULL,
  programOfRows,
  programWith,
};

export type StorageParts = typeof storage;

Object.assign(globalThis, { parts: storage });
