import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/cell";
import { figure, text } from "../../src/workbook/column";
import { findColumns } from "../../src/workbook/layout";
import { repairs, type WrittenCell } from "../../src/workbook/repair";
import { type TabSnapshot, withoutBlankTail } from "../../src/workbook/snapshot";
import { tab as declare, headerNote } from "../../src/workbook/tab";
import { frozen } from "../program/freeze";

const people = declare({
  key: "people",
  title: "People",
  filledBy: "people",
  columns: {
    id: text("Id", { owner: "planner" }),
    score: figure("Score"),
    name: text("Name"),
    email: text("E-mail"),
    group: text("Group"),
  },
});

/**
 * A sheet in which every row and every column is known for good, wherever it is moved: what a reading of cells cannot
 * know, and what the repairs have to find out.
 */
interface Sheet {
  readonly columns: readonly { readonly uid: string; readonly header: string; readonly note: string }[];
  readonly rows: readonly { readonly uid: string; readonly cells: Readonly<Record<string, CellValue>> }[];
}

const declaredColumn = (key: keyof typeof people.columns) => ({
  uid: key,
  header: people.columns[key].header,
  note: headerNote(people, key),
});
const ownColumn = (uid: string, header: string) => ({ uid, header, note: "" });

/** A sheet from its cells by column: `sheet(["id", "name", "T-shirt"], [["P-1", "Ann", "M"]])`. */
function sheet(columns: readonly string[], rows: readonly (readonly CellValue[])[]): Sheet {
  return {
    columns: columns.map((uid) =>
      uid in people.columns ? declaredColumn(uid as keyof typeof people.columns) : ownColumn(uid, uid),
    ),
    rows: rows.map((cells, at) => ({
      uid: `row ${at}`,
      cells: Object.fromEntries(columns.map((uid, place) => [uid, cells[place] ?? ""])),
    })),
  };
}

function read({ columns, rows }: Sheet): TabSnapshot {
  const headers = columns.map(({ header }) => header);
  const notes = columns.map(({ note }) => note);
  const cells = rows.map((row) => columns.map(({ uid }) => row.cells[uid] ?? ""));
  return frozen({ headers, rows: withoutBlankTail(cells), layout: findColumns(people, headers, notes) });
}

/** What lands in a sheet lands by place, on whatever row and column are there by now. */
function write(sheet: Sheet, cells: readonly WrittenCell[]): Sheet {
  const rows = sheet.rows.map((row) => ({ ...row, cells: { ...row.cells } }));
  const height = Math.max(-1, ...cells.map(({ at }) => at)) + 1;
  while (rows.length < height) rows.push({ uid: `below ${rows.length}`, cells: {} });
  for (const { at, place, value } of cells) {
    const column = sheet.columns[place];
    const row = rows[at];
    if (column && row) row.cells[column.uid] = value as CellValue;
  }
  return { ...sheet, rows };
}

/** A person's edit: what they did to rows and columns, and the cells that they filled themselves. */
type Edit = (sheet: Sheet) => { readonly sheet: Sheet; readonly typed: readonly Spot[] };
interface Spot {
  readonly row: string;
  readonly column: string;
}

const only =
  (change: (sheet: Sheet) => Sheet): Edit =>
  (now) => ({ sheet: change(now), typed: [] });
const removeAt = <T>(list: readonly T[], at: number): readonly T[] => [...list.slice(0, at), ...list.slice(at + 1)];
const insertAt = <T>(list: readonly T[], at: number, item: T): readonly T[] => [
  ...list.slice(0, at),
  item,
  ...list.slice(at),
];

const sortBy = (column: number, down: boolean): Edit =>
  only((now) => {
    const uid = now.columns[column % now.columns.length]?.uid ?? "";
    const key = (row: Sheet["rows"][number]) => String(row.cells[uid] ?? "");
    const rows = [...now.rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * (down ? -1 : 1));
    return { ...now, rows };
  });

let made = 0;
const insertRow =
  (place: number, cells: Readonly<Record<string, string>>): Edit =>
  (now) => {
    const row = { uid: `new row ${++made}`, cells };
    const at = place % (now.rows.length + 1);
    const typed = Object.keys(cells).map((column) => ({ row: row.uid, column }));
    return { sheet: { ...now, rows: insertAt(now.rows, at, row) }, typed };
  };

const deleteRow = (place: number): Edit =>
  only((now) => ({ ...now, rows: removeAt(now.rows, place % Math.max(1, now.rows.length)) }));

const moveRow = (from: number, to: number): Edit =>
  only((now) => {
    const row = now.rows[from % Math.max(1, now.rows.length)];
    return row
      ? {
          ...now,
          rows: insertAt(
            now.rows.filter((each) => each !== row),
            to % now.rows.length,
            row,
          ),
        }
      : now;
  });

const insertColumn = (place: number, header: string): Edit =>
  only((now) => ({
    ...now,
    columns: insertAt(now.columns, place % (now.columns.length + 1), ownColumn(`new column ${++made}`, header)),
  }));

const deleteColumn = (place: number): Edit =>
  only((now) => ({ ...now, columns: removeAt(now.columns, place % now.columns.length) }));

const moveColumn = (from: number, to: number): Edit =>
  only((now) => {
    const column = now.columns[from % now.columns.length];
    const others = now.columns.filter((each) => each !== column);
    return column ? { ...now, columns: insertAt(others, to % now.columns.length, column) } : now;
  });

const renameColumn = (place: number, header: string): Edit =>
  only((now) => ({
    ...now,
    columns: now.columns.map((column, at) => (at === place % now.columns.length ? { ...column, header } : column)),
  }));

const editCell =
  (row: number, column: number, value: string): Edit =>
  (now) => {
    const target = now.rows[row % Math.max(1, now.rows.length)];
    const uid = now.columns[column % now.columns.length]?.uid ?? "";
    if (!target) return { sheet: now, typed: [] };
    const rows = now.rows.map((each) => (each === target ? { ...each, cells: { ...each.cells, [uid]: value } } : each));
    return { sheet: { ...now, rows }, typed: [{ row: target.uid, column: uid }] };
  };

/** A change by row and column, as a plan means it. */
interface Meant extends Spot {
  readonly value: CellValue;
}

interface Story {
  readonly start: Sheet;
  readonly meant: readonly Meant[];
  /** What people do before our writes land, between them, and after. */
  readonly edits: readonly { readonly edit: Edit; readonly after: number }[];
}

/** Runs a story: our writes land at the places that were read, one after the other, with people's edits among them. */
function run({ start, meant, edits }: Story) {
  const before = read(start);
  const written = frozen(blocks(before, start, meant));
  let now = start;
  let theirs = start;
  const typed: Spot[] = [];
  const lost = new Set<string>();
  for (let step = 0; step <= written.length; step++) {
    for (const { edit } of edits.filter(({ after }) => after % (written.length + 1) === step)) {
      const count = made;
      const edited = edit(now);
      typed.push(...edited.typed);
      // Put back as it was, a cell looks as if nothing had landed there; and what is ours to fill, we may fill again.
      for (const { row, column } of edited.typed) {
        const cell = ({ rows }: Sheet) => rows.find(({ uid }) => uid === row)?.cells[column] ?? "";
        if (cell(edited.sheet) === cell(start) || ["id", "score"].includes(column)) lost.add(`${row} ${column}`);
      }
      now = edited.sheet;
      made = count;
      theirs = edit(theirs).sheet;
    }
    const landing = written[step];
    if (!landing) continue;
    const row = now.rows[landing.at]?.uid ?? "";
    const column = now.columns[landing.place]?.uid ?? "";
    if (typed.some((spot) => spot.row === row && spot.column === column)) lost.add(`${row} ${column}`);
    now = write(now, [landing]);
  }
  return { before, written, now, theirs, typed, lost };
}

/** As apply.ts writes: planner-owned cells as one block from the first changed row to the last, people's one by one. */
function blocks(before: TabSnapshot, start: Sheet, meant: readonly Meant[]): readonly WrittenCell[] {
  const placed = meant.flatMap(({ row, column, value }) => {
    const at = start.rows.findIndex(({ uid }) => uid === row);
    const place = start.columns.findIndex(({ uid }) => uid === column);
    return at < 0 || place < 0 ? [] : [{ at, place, value, ours: column === "id" || column === "score" }];
  });
  const ours = placed.filter((cell) => cell.ours);
  const block: WrittenCell[] = [];
  for (const place of new Set(ours.map((cell) => cell.place))) {
    const rows = ours.map(({ at }) => at);
    for (let at = Math.min(...rows); at <= Math.max(...rows); at++) {
      const change = ours.find((cell) => cell.at === at && cell.place === place);
      block.push({ at, place, value: change?.value ?? before.rows[at]?.[place] ?? "" });
    }
  }
  const single = placed.filter((cell) => !cell.ours).map(({ at, place, value }) => ({ at, place, value }));
  return [...block, ...single];
}

/** Every cell that is there, by its row and column, blank rows left out. */
function cellsOf({ columns, rows }: Sheet): Record<string, CellValue> {
  return Object.fromEntries(
    rows.flatMap((row) =>
      columns.flatMap(({ uid }) => {
        const value = row.cells[uid] ?? "";
        return value === "" ? [] : [[`${row.uid} ${uid}`, value]];
      }),
    ),
  );
}

/** What people left, with every value of ours in the row that it was meant for, unless they typed over it. */
function ideal({ theirs, typed }: ReturnType<typeof run>, meant: readonly Meant[]): Record<string, CellValue> {
  const cells = cellsOf(theirs);
  for (const { row, column, value } of meant) {
    const there = theirs.rows.some(({ uid }) => uid === row) && theirs.columns.some(({ uid }) => uid === column);
    if (there && !typed.some((spot) => spot.row === row && spot.column === column)) cells[`${row} ${column}`] = value;
  }
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ""));
}

/** Where the sheet differs from the ideal, but for cells that nobody could know any more. */
function differences(story: Story): readonly string[] {
  const told = run(story);
  const found = repairs(people, told.before, read(told.now), told.written);
  const result = cellsOf(write(told.now, found));
  const wanted = ideal(told, story.meant);
  return [...new Set([...Object.keys(result), ...Object.keys(wanted)])]
    .filter((spot) => result[spot] !== wanted[spot] && !told.lost.has(spot))
    .map((spot) => `${spot}: ${JSON.stringify(result[spot])} and not ${JSON.stringify(wanted[spot])}`);
}

const START = sheet(
  ["id", "name", "email", "group", "T-shirt"],
  [
    ["P-1", "Ann", "ann@x.org", "PLC", "S"],
    ["", "Bob", "bob@x.org", "", "M"],
    ["", "Cem", "cem@x.org", "", "L"],
    ["P-4", "Dee", "dee@x.org", "Basic", "XL"],
  ],
);
const IDS: readonly Meant[] = [
  { row: "row 1", column: "id", value: "P-5" },
  { row: "row 2", column: "id", value: "P-6" },
];
const GROUP: readonly Meant[] = [{ row: "row 1", column: "group", value: "PLC" }];
const first = (edit: Edit, meant: readonly Meant[] = [...IDS, ...GROUP]): Story => ({
  start: START,
  meant,
  edits: [{ edit, after: 0 }],
});

describe("repairs", () => {
  it("finds nothing to do where nobody moved anything", () => {
    const { before, written, now } = run({ start: START, meant: IDS, edits: [] });
    expect(repairs(people, before, read(now), written)).toEqual([]);
  });

  it.each<[string, Edit]>([
    ["the rows were sorted", sortBy(1, true)],
    ["a row was inserted at the top", insertRow(0, { name: "Eve", email: "eve@x.org" })],
    ["a blank row was inserted between", insertRow(2, {})],
    ["a row was deleted", deleteRow(1)],
    ["the last row was deleted", deleteRow(3)],
    ["a row was dragged elsewhere", moveRow(3, 0)],
    ["a column was inserted at the left", insertColumn(0, "Room")],
    ["a column without a header was inserted", insertColumn(0, "")],
    ["a column was inserted between", insertColumn(3, "Room")],
    ["our column was moved", moveColumn(0, 3)],
    ["our column was deleted", deleteColumn(0)],
    ["a column of theirs was deleted", deleteColumn(1)],
    ["a column was renamed", renameColumn(0, "Number")],
    ["a name was corrected", editCell(1, 1, "Bobby")],
    ["an address was corrected", editCell(2, 2, "cem@y.org")],
  ])("puts all right where %s", (_, edit) => {
    expect(differences(first(edit))).toEqual([]);
  });

  it("keeps the ids of rows that somebody was editing", () => {
    const told = run(first(editCell(1, 1, "Bobby"), IDS));
    expect(repairs(people, told.before, read(told.now), told.written)).toEqual([]);
  });

  it("leaves what somebody typed over our value", () => {
    const told = run({ start: START, meant: IDS, edits: [{ edit: editCell(1, 0, "mine"), after: 2 }] });
    expect(repairs(people, told.before, read(told.now), told.written)).toEqual([]);
  });

  it("is not misled by a column of theirs that is computed from ours", () => {
    const rank = (now: Sheet): Sheet => ({
      ...now,
      rows: now.rows.map((row) => ({ ...row, cells: { ...row.cells, Rank: `rank of ${row.cells.id}` } })),
    });
    const start = rank(
      sheet(
        ["id", "name", "email", "Rank"],
        START.rows.map(({ cells: { id = "", name = "", email = "" } }) => [id, name, email]),
      ),
    );
    const told = run({ start, meant: IDS, edits: [{ edit: sortBy(1, true), after: 0 }] });
    const found = repairs(people, told.before, read(rank(told.now)), told.written);
    expect(cellsOf(rank(write(told.now, found)))).toEqual(
      cellsOf(rank(sortBy(1, true)(write(start, told.written)).sheet)),
    );
  });

  it("leaves everything where the header itself was moved and no column can be told", () => {
    const told = run(first(sortBy(1, true)));
    const after = read(told.now);
    const shifted = { ...after, rows: [after.headers, ...after.rows], headers: after.headers.map(() => "") };
    const layout = findColumns(people, shifted.headers, []);
    expect(repairs(people, told.before, { ...shifted, layout }, told.written)).toEqual([]);
  });

  it("cannot bring back a cell that somebody filled in the moment before it was written over", () => {
    const told = run(first(editCell(1, 3, "Basic"), GROUP));
    expect([...told.lost]).toEqual(["row 1 group"]);
    expect(repairs(people, told.before, read(told.now), told.written)).toEqual([]);
  });

  it("follows rows that are moved again while it puts them right", () => {
    const told = run(first(sortBy(1, true)));
    const found = repairs(people, told.before, read(told.now), told.written);
    const moved = insertRow(0, { name: "Eve" })(told.now).sheet;
    const landed = write(moved, found);
    const again = repairs(people, told.before, read(landed), told.written, found);
    const settled = cellsOf(write(landed, again));
    expect(Object.entries(settled).filter(([spot]) => spot.startsWith("new row"))).toEqual([
      [expect.stringContaining("name"), "Eve"],
    ]);
    expect(settled).toMatchObject({ "row 0 id": "P-1", "row 1 id": "P-5", "row 2 id": "P-6", "row 3 id": "P-4" });
  });
});

const value = fc.constantFrom("", "S", "M", "L");
const named = <T extends unknown[]>(make: (...input: T) => Edit, ...inputs: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc
    .tuple<T>(...inputs)
    .map((input) =>
      Object.assign(make(...input), { [fc.toStringMethod]: () => `${make.name}(${JSON.stringify(input)})` }),
    );

const movingRows = [
  named(sortBy, fc.nat(9), fc.boolean()),
  named(moveRow, fc.nat(9), fc.nat(9)),
  named(editCell, fc.nat(9), fc.nat(9), value),
];
const deletingRows = [named(deleteRow, fc.nat(9))];
const insertingRows = [
  named(insertRow, fc.nat(9), fc.record({ name: value, email: fc.constant("new@x.org") })),
  named(insertRow, fc.nat(9), fc.constant({})),
];
const movingColumns = [
  named(insertColumn, fc.nat(9), fc.constantFrom("", "Room")),
  named(deleteColumn, fc.nat(9)),
  named(moveColumn, fc.nat(9), fc.nat(9)),
  named(renameColumn, fc.nat(9), fc.constantFrom("Renamed", "")),
];

/** A table in any order of columns, people's own among them; each row has an address and a number of its own. */
const table: fc.Arbitrary<Sheet> = fc
  .tuple(
    fc.shuffledSubarray(["id", "score", "name", "email", "group", "T-shirt", "Badge", ""], { minLength: 8 }),
    fc.array(fc.record({ id: fc.boolean(), score: value, name: value, group: value, "T-shirt": value, "": value }), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([columns, rows]) => {
    const cells = rows.map((row, at) => ({
      ...row,
      id: row.id ? `P-${at}` : "",
      score: row.score ? `old ${row.score}` : "",
      email: `${at}@x.org`,
      Badge: `badge ${at}`,
    }));
    return sheet(
      columns,
      cells.map((row) => columns.map((column) => row[column as keyof typeof row])),
    );
  });

/** New ids and scores for any rows, and blanks of a column of theirs to fill in. */
const changesFor = (start: Sheet): fc.Arbitrary<readonly Meant[]> =>
  fc.array(fc.record({ id: fc.boolean(), score: fc.boolean(), group: fc.boolean() }), { maxLength: 8 }).map((wanted) =>
    start.rows.flatMap((row, at): Meant[] => {
      const cells: Meant[] = [];
      if (wanted[at]?.id && row.cells.id === "") cells.push({ row: row.uid, column: "id", value: `P-10${at}` });
      if (wanted[at]?.score) cells.push({ row: row.uid, column: "score", value: `new ${at}` });
      if (wanted[at]?.group && row.cells.group === "") cells.push({ row: row.uid, column: "group", value: "PLC" });
      return cells;
    }),
  );

/** Stories with so many edits, at one moment of these: before our writes land (0), between two of them, or after. */
const stories = (edits: number, moments: number, kinds: readonly fc.Arbitrary<Edit>[]): fc.Arbitrary<Story> =>
  table.chain((start) =>
    fc
      .record({
        meant: changesFor(start),
        moment: fc.nat(moments),
        chosen: fc.array(fc.oneof(...kinds), { minLength: edits, maxLength: edits }),
      })
      .map(({ meant, moment, chosen }) => ({ start, meant, edits: chosen.map((edit) => ({ edit, after: moment })) })),
  );

describe("repairs, whatever somebody does", () => {
  it.each([
    ["one edit of any kind at any moment", 1, 40, [...movingRows, ...deletingRows, ...insertingRows, ...movingColumns]],
    // A row deleted and another typed in its place is the same row to us.
    ["several edits that move, change and delete rows", 2, 0, [...movingRows, ...deletingRows]],
    ["several edits that move, change and insert rows", 2, 0, [...movingRows, ...insertingRows]],
  ])("brings our values to their rows and leaves all else as people left it: %s", (_, edits, moments, kinds) => {
    fc.assert(
      fc.property(stories(edits, moments, kinds), (story) => {
        expect(differences(story)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
