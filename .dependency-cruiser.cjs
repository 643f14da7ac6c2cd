/**
 * The rooms of src/ (see docs/decisions.md): imports point downward only. `ui` and `local` stand beside the server's
 * rooms and meet them through the built bundle, so at run time they import nothing of them; types they may see. Both
 * read the files that people pick with `files`, which imports no other room.
 */
const FLOORS = ["addon", "commands", "google", "workbook", "program", "content"];

/** The path of a room: a folder, except for addon.ts. */
const room = (name) => `^src/${name}${name === "addon" ? "\\.ts$" : "/"}`;
const rooms = (names) => names.map(room).join("|");

/** What the server's bundle may take from npm: it is parsed at every call. */
const BUNDLED = "node_modules/zod/(v4/)?mini/";
const NOT_SOURCE = "(^|/)node_modules/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...FLOORS.slice(1).map((name, index) => ({
      name: `${name}-looks-up`,
      comment: `${name} may import only the rooms under it; move what both need down, or pass it in.`,
      severity: "error",
      from: { path: room(name) },
      to: { path: rooms(FLOORS.slice(0, index + 1)) },
    })),
    {
      name: "server-looks-aside",
      comment: "The bundle knows nothing of its pages and of the local workspace.",
      severity: "error",
      from: { path: rooms(FLOORS) },
      to: { path: rooms(["ui", "local", "files"]) },
    },
    {
      name: "files-look-around",
      comment: "Reading a file needs to know nothing of what it is for.",
      severity: "error",
      from: { path: room("files") },
      to: { path: rooms([...FLOORS, "ui", "local"]) },
    },
    {
      name: "ui-reaches-into-server",
      comment: "Pages call the server through google.script.run; of its code they import types only.",
      severity: "error",
      from: { path: room("ui") },
      to: { path: rooms(FLOORS), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "local-reaches-into-server",
      comment:
        "The local workspace runs the built bundle, the very one that is pushed; of its code it imports types only.",
      severity: "error",
      from: { path: room("local") },
      to: { path: rooms(FLOORS), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-and-local-meet",
      comment: "The local workspace shows the built pages as Google would.",
      severity: "error",
      from: { path: "^src/(ui|local)/" },
      to: { path: rooms(["ui", "local"]), pathNot: "^src/$1/" },
    },
    {
      name: "server-imports-heavy-package",
      comment: "Apps Script parses the whole bundle at every call: zod/mini is all that it carries.",
      severity: "error",
      from: { path: rooms(FLOORS) },
      to: { path: NOT_SOURCE, pathNot: BUNDLED, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-node-in-server-or-services",
      comment: "Neither Apps Script nor a browser has Node's modules; these folders of src/local/ run in a browser.",
      severity: "error",
      from: { path: [rooms([...FLOORS, "ui", "files"]), "^src/local/(appsscript|workspace|page)/"].join("|") },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "imports-test",
      comment: "Nothing that ships depends on a test.",
      severity: "error",
      from: { path: "^(src|scripts)/" },
      to: { path: "^test/" },
    },
    {
      name: "no-circular",
      comment: "No two files import each other, be it by way of others.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "not-to-unresolvable",
      comment: "An import that cannot be found cannot be checked.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: NOT_SOURCE },
    // Type-only imports are imports too: only these rules tell which of them are allowed.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".d.ts"],
    },
  },
};
