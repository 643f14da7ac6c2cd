import { defineConfig } from "vitest/config";
import { CountReporter } from "./scripts/count-reporter.mjs";

const BROWSER = "test/browser/**/*.test.ts";

export default defineConfig({
  test: {
    // Left to itself vitest leaves a core free.
    maxWorkers: "100%",
    reporters: ["default", new CountReporter()],
    projects: [
      {
        test: {
          name: "node",
          // Files share what they loaded: the engine, the built add-on, a workbook that was set up.
          isolate: false,
          include: ["test/**/*.test.ts"],
          globalSetup: "test/global-setup.ts",
          exclude: [BROWSER],
          unstubGlobals: true,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: [BROWSER],
          globalSetup: "test/browser/global-setup.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What a page comes to show may take a while on a busy machine.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
