import type { Execution } from "./execution";
import { loud } from "./loud";

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;

/** `files` gives a project's HTML file by its name without the ending. */
export function createHtmlService(
  execution: Execution,
  files: (name: string) => string,
): GoogleAppsScript.HTML.HtmlService {
  return loud<GoogleAppsScript.HTML.HtmlService>(execution, "HtmlService", {
    createHtmlOutputFromFile: (name) => createHtmlOutput(execution, files(name)),
  });
}

function createHtmlOutput(execution: Execution, content: string): HtmlOutput {
  let title = "";
  let width = 0;
  let height = 0;
  const self: HtmlOutput = loud<HtmlOutput>(execution, "HtmlOutput", {
    setTitle: (next) => {
      title = next;
      return self;
    },
    setWidth: (pixels) => {
      width = pixels;
      return self;
    },
    setHeight: (pixels) => {
      height = pixels;
      return self;
    },
    getContent: () => content,
    getTitle: () => title,
    getWidth: () => width,
    getHeight: () => height,
  });
  return self;
}
