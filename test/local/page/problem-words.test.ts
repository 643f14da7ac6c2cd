import { describe, expect, it } from "vitest";
import { problemSentence } from "../../../src/local/page/problem-words";
import type { WorkspaceProblem } from "../../../src/local/workspace/protocol";

const all: { readonly [Code in WorkspaceProblem["code"]]: Extract<WorkspaceProblem, { code: Code }> } = {
  "not-a-program": { code: "not-a-program" },
  "newer-program": { code: "newer-program", found: 9, supported: 4 },
  "file-too-large": { code: "file-too-large", bytes: 104_857_600, limit: 52_428_800 },
  "damaged-program": { code: "damaged-program", place: "workbook.sheets[2].cells" },
  "storage-denied": { code: "storage-denied" },
  "storage-full": { code: "storage-full" },
  "read-only": { code: "read-only" },
};

describe("what went wrong, in words", () => {
  it.each(Object.values(all))("is a sentence for $code, and says what to do", (problem) => {
    const words = problemSentence(problem);
    expect(words).toMatch(/^(?:This|Another) .*\.$/);
    expect(words).toMatch(/\b(?:Choose|Reload|Check|Take|Save|save|Make)\b/);
    expect(words).not.toMatch(/undefined|null|\[object|NaN/);
  });

  it("is another one for each", () => {
    expect(new Set(Object.values(all).map(problemSentence)).size).toBe(Object.keys(all).length);
  });

  it("has the facts", () => {
    expect(problemSentence(all["newer-program"])).toContain("format 9; this one knows up to 4");
    expect(problemSentence(all["damaged-program"])).toContain("workbook.sheets[2].cells");
    expect(problemSentence(all["file-too-large"])).toContain("100 MB; a program file may have up to 50 MB");
    expect(problemSentence({ code: "file-too-large", bytes: 1_600_000, limit: 1_048_576 })).toContain("1.5 MB");
  });
});
