import { describe, expect, it } from "vitest";
import { commandUnder } from "../../scripts/readme-command.mjs";

const BLOCK = "```sh\nnpm ci && npm test\n```";

describe("the command under a marker of the README", () => {
  it("is read from the block that follows", () => {
    expect(commandUnder(`# A\n<!-- other -->\n\`\`\`sh\nx\n\`\`\`\n\n<!-- tests -->\r\n${BLOCK}\n`, "tests")).toBe(
      "npm ci && npm test",
    );
  });

  it.each([
    ["no marker", BLOCK, "found it 0 times"],
    ["two markers", `<!-- tests -->\n<!-- tests -->\n${BLOCK}`, "found it 2 times"],
    ["words in between", `<!-- tests -->\nRun this:\n${BLOCK}`, "block with one command"],
    ["two commands", "<!-- tests -->\n```sh\na\nb\n```", "block with one command"],
  ])("is refused with %s", (_, markdown, problem) => {
    expect(() => commandUnder(markdown, "tests")).toThrow(problem);
  });
});
