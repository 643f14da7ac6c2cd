import type { WorkspaceProblem } from "../workspace/protocol";

/** What went wrong around a program, and what to do next. */
export function problemSentence(problem: WorkspaceProblem): string {
  switch (problem.code) {
    case "not-a-program":
      return "This file is no program file. Choose a file that was saved here with File › Save program file; rosters, submissions and answers are imported from Extensions › Micro-credential Planner.";
    case "newer-program":
      return `This program was saved by a newer planner (format ${problem.found}; this one knows up to ${problem.supported}). Reload the page to get the newest planner, then open it again.`;
    case "file-too-large":
      return `This file has ${megabytes(problem.bytes)} MB; a program file may have up to ${megabytes(problem.limit)} MB. Check that it is the right file.`;
    case "damaged-program":
      return `This program file is damaged (at ${problem.place}). Take an older copy of it; the program that was open is as it was.`;
    case "storage-denied":
      return "This browser stores nothing for this page (a private window, or storage is switched off). You can go on working; before you close the page, save your work with File › Save program file.";
    case "storage-full":
      return "This browser's storage is full: your last changes are only in this page. Save your work with File › Save program file, then free some space.";
    case "read-only":
      return "Another browser tab has this program open, so this one only shows it. Make your changes there, or close it and reload this page.";
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);
}
