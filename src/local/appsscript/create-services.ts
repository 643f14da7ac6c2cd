import type { DocumentData } from "../document-data";
import type { WorkbookData } from "../workbook-data";
import type { CallCounter } from "./call-counter";
import { CellValues, type MakeDate } from "./cell-values";
import { createDocumentApp } from "./document-app";
import { createEditor, type Editor } from "./editor";
import { type BeforeCall, Execution } from "./execution";
import { FormulaEngine } from "./formula-engine";
import { createHtmlService } from "./html-service";
import { createLockService, type DocumentLock, releaseOwnLock } from "./lock-service";
import { enumeration } from "./loud";
import { createMailApp, type SentMail } from "./mail-app";
import type { AuthMode } from "./permissions";
import { createPropertiesService } from "./properties-service";
import { openFile, snapshotOf } from "./snapshot";
import { createSpreadsheetApp } from "./spreadsheet-app";
import { createUi, type UiRecord } from "./ui";
import { createSession, createUtilities } from "./utilities";

export interface ServiceOptions {
  readonly workbook: WorkbookData;
  /** The time zone of the script's manifest, apart from that of the spreadsheet. */
  readonly scriptTimeZone: string;
  readonly now: () => Date;
  /** For documents' and tabs' ids and `Utilities.getUuid`. */
  readonly randomId: () => string;
  readonly authMode?: AuthMode;
  /** Recipients left for the day. */
  readonly mailQuota?: number;
  readonly userLocale?: string;
  /** The project's HTML files by their names without the ending. */
  readonly htmlFiles?: (name: string) => string;
  /** Makes the Dates that scripts read: give `Date` of the bundle's realm where it runs in another one. */
  readonly makeDate?: MakeDate;
}

/** The globals that a script finds; everything else that Google has is missing. */
interface ServiceGlobals {
  readonly SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly DocumentApp: GoogleAppsScript.Document.DocumentApp;
  readonly HtmlService: GoogleAppsScript.HTML.HtmlService;
  readonly LockService: GoogleAppsScript.Lock.LockService;
  readonly PropertiesService: GoogleAppsScript.Properties.PropertiesService;
  readonly MailApp: GoogleAppsScript.Mail.MailApp;
  readonly Utilities: GoogleAppsScript.Utilities.Utilities;
  readonly Session: GoogleAppsScript.Base.Session;
  readonly ScriptApp: Pick<GoogleAppsScript.Script.ScriptApp, "AuthMode">;
}

export interface LocalServices {
  readonly globals: ServiceGlobals;
  readonly calls: CallCounter;
  readonly hooks: {
    /** Adds a watcher that runs before each call (which may throw) and before waiting writes go out; returns its removal. */
    beforeCall(watcher: BeforeCall): () => void;
  };
  readonly editor: Editor;
  readonly ui: UiRecord;
  readonly mail: readonly SentMail[];
  /** The spreadsheet as data, after waiting writes went out. */
  workbook(): WorkbookData;
  documents(): DocumentData[];
  setAuthMode(mode: AuthMode): void;
  /** The end of a script's run: waiting writes go out (or, for a run cut off, are lost) and its lock is given back. */
  endExecution(writes?: "settle" | "drop"): void;
  /** Gives the formula engine's memory back. */
  free(): void;
}

/** Google's services over one workbook, for one user and one run at a time. */
export function createServices(options: ServiceOptions): LocalServices {
  const file = openFile(options.workbook, options.randomId);
  const execution = new Execution(options.authMode ?? "FULL", () => {
    for (const tab of file.tabs) tab.noGrowthWaiting();
  });
  const engine = new FormulaEngine(file, options.now);
  const makeDate = options.makeDate ?? ((instant) => new Date(instant));
  const values = new CellValues(file, engine, options.now, makeDate);
  const lock: DocumentLock = { holder: null };
  const { ui, record } = createUi(execution);
  const { app: documentApp, documents } = createDocumentApp(execution, options.randomId);
  const { app: mailApp, outbox } = createMailApp(execution, options.mailQuota ?? 100);
  const { scriptTimeZone, userLocale = "en" } = options;
  const toast = (message: string, title: string) => {
    record.toasts.push({ title, message });
  };

  return {
    globals: {
      SpreadsheetApp: createSpreadsheetApp({ execution, file, values, ui, toast }),
      DocumentApp: documentApp,
      HtmlService: createHtmlService(execution, options.htmlFiles ?? noHtmlFile),
      LockService: createLockService(execution, lock),
      PropertiesService: createPropertiesService(execution),
      MailApp: mailApp,
      Utilities: createUtilities(execution, options.randomId),
      Session: createSession(execution, { userLocale, scriptTimeZone }),
      ScriptApp: {
        AuthMode: enumeration<GoogleAppsScript.Script.ScriptApp["AuthMode"]>("AuthMode", ["NONE", "LIMITED", "FULL"]),
      },
    },
    calls: execution.counter,
    hooks: { beforeCall: (watcher) => execution.beforeCall(watcher) },
    editor: createEditor(file, values, lock),
    ui: record,
    mail: outbox,
    workbook: () => {
      execution.settle();
      return snapshotOf(file, (tab, row, column) => engine.result(tab, row, column).value);
    },
    documents,
    setAuthMode: (mode) => {
      execution.mode = mode;
    },
    endExecution: (writes = "settle") => {
      try {
        execution.end(writes);
      } finally {
        releaseOwnLock(lock);
      }
    },
    free: () => engine.free(),
  };
}

function noHtmlFile(name: string): never {
  throw new Error(`No HTML file named ${name} was found.`);
}
