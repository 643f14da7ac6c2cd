import { it } from "vitest";
import { readFileSync } from "node:fs";
import { codesOf, file, table, type Planner } from "./helpers";
import { addresses, answer, askOnly, END, openWithForm, openWithPeople, send, surveyRow, theForm, statuses } from "./survey-world";
const log = (...a: unknown[]) => console.log(JSON.stringify(a, null, 0));
const p = (r: any) => r.problems.map((x: any) => `${x.code}: ${x.message}`);
const srow = (pl: Planner, name: string) => pl.column("Surveys", "Survey").indexOf(name) + 2;

it("C damaged settings", () => {
  const pl = openWithForm();
  send(pl);
  answer(pl, "ann@x.org", { "Good pace?": "fine" });
  pl.call("collectAnswers", {});
  const at = pl.column("Settings", "Setting").indexOf("form.end");
  pl.type("Settings", "Value", at + 2, "{broken");
  const c = pl.call("createSurvey", { ...END, preview: true });
  log("preview", c.ok, p(c), c.data?.form, c.changes);
  const d = pl.call("createSurvey", END);
  log("create", d.ok, p(d), d.changes, pl.services.outside().forms.length);
  pl.call("collectAnswers", {});
  log(pl.rows("Survey matches"));
});
it("D names", () => {
  const pl = openWithPeople();
  for (const n of ["!!!", "???", "日本", "x".repeat(300), "🎉", "🎈"]) {
    pl.typeRow("Surveys", { Survey: n });
    pl.typeRow("Questions", { On: "TRUE", Survey: n, Group: "G", Question: `About ${n.slice(0,20)}`, Type: "Long text" });
  }
  const facts: any = pl.call("readDialogFacts" as any, {} as any);
  log((facts?.data ?? facts).surveys);
  for (const s of (facts?.data ?? facts).surveys.slice(4)) { const c = pl.call("createSurvey", { survey: s.id }); log(c.ok, p(c), c.data?.design.items.map((x: any) => x.title)); }
  log(pl.rows("Surveys").map(x => [String(x.Survey).slice(0,10), x.Key, x.State]));
});
it("F n/a code", () => {
  const pl = openWithPeople();
  const H = ["Timestamp", "Survey code", "Clear?"];
  pl.call("importResponses", { survey: "end", ...table("a.csv", [H, ["2026-09-01 10:00:00", "none", "4"], ["2026-09-01 11:00:00", "none", "2"], ["2026-09-01 12:00:00", "n/a", "1"]]) });
  const un = pl.call("matchAnswers", {}).data!.unmatched;
  pl.call("matchAnswers", { choices: [{ key: un[0]!.key, choice: "P-0001" }] });
  log(pl.rows("Survey matches").map(r => [r["Given as"], r["Participant id"], r["Matched by"], r.Standing]));
});
it("G different scales", () => {
  const names = Array.from({ length: 12 }, (_, i) => `P${i}`);
  const pl = openWithPeople({}, names);
  pl.typeRow("Questions", { On: "TRUE", Survey: "Baseline", Group: "G", Question: "How sure are you?", Type: "Scale", Choices: "1 to 5" });
  pl.typeRow("Questions", { On: "TRUE", Survey: "End survey", Group: "G", Question: "How sure are you?", Type: "Scale", Choices: "1 to 10" });
  log(pl.rows("Questions").filter(r => r.Type === "Scale").slice(0,3), pl.rows("Questions").slice(-2));
  for (const [s, v] of [["baseline", "3"], ["end", "7"]] as const)
    pl.call("importResponses", { survey: s, ...table(`${s}.csv`, [["Timestamp", "Email", "How sure are you?"], ...names.map((n, i) => [`2026-09-01 10:${10+i}:00`, `${n.toLowerCase()}@x.org`, i % 2 ? v : String(Number(v) + 1)])]) });
  const r = pl.call("refreshResults", {});
  log(r.data?.changes, r.data?.surveys.map((s: any) => s.questions.map((q: any) => [q.title, q.counts?.length])));
});
it("H huge cell", () => {
  const pl = openWithPeople();
  const big = "a".repeat(60_000);
  const r = pl.call("importResponses", { survey: "end", ...table("a.csv", [["Timestamp", "Email", "Why?"], ["2026-09-01 10:00:00", "ann@x.org", big]]) });
  log(r.ok, p(r).map((x: string) => x.slice(0, 300)), r.changes);
  const r2 = pl.call("refreshResults", {});
  log(r2.ok, p(r2).map((x: string) => x.slice(0, 300)));
});
it("I injection", () => {
  const lines = readFileSync("/work/shared/data/csv_injection_payloads_payloadbox.txt", "utf8").split("\n").filter(Boolean);
  const blns: string[] = JSON.parse(readFileSync("/work/shared/data/blns.json", "utf8"));
  const all = [...lines, ...blns].filter(s => s.trim());
  const pl = openWithPeople();
  const before = new Set(pl.services.workbook().sheets.flatMap(s => s.cells.filter((c: any) => c.formula).map(c => s.name + c.row + "," + c.column)));
  const r = pl.call("importResponses", { survey: "end", ...table("a.csv", [["Timestamp", "Your name", "Why?", ...lines], ...all.map((s, i) => [`2026-09-01 10:00:00`, s, s])]) });
  log(r.ok, codesOf(r), r.data?.rows, r.data?.added);
  const again = pl.call("importResponses", { survey: "end", ...table("a.csv", [["Timestamp", "Your name", "Why?", ...lines], ...all.map((s, i) => [`2026-09-01 10:00:00`, s, s])]) });
  log("again", again.changes, again.data?.added);
  const f = pl.call("refreshResults", {});
  log(f.ok, codesOf(f), pl.rows("Written answers").length);
  log("again", pl.call("refreshResults", {}).changes);
  const wa = pl.rows("Written answers");
  wa.forEach((row, i) => { if (i < 40) pl.type("Written answers", "Themes", i + 2, `'${lines[i % lines.length]}`); });
  log(pl.call("refreshResults", {}).ok, "again", pl.call("refreshResults", {}).changes);
  const un = pl.call("matchAnswers", {}).data!; log(un.total);
  const after = pl.services.workbook().sheets.flatMap(s => s.cells.filter((c: any) => c.formula && !before.has(s.name + c.row + "," + c.column)).map(c => [s.name, c.row, c.column, (c as any).formula]));
  log("formulas", after);
});
it("J thrice", () => {
  const pl = openWithForm();
  send(pl);
  answer(pl, "ann@x.org", { "Good pace?": "=1+1, yes", "Why?": "a; b" });
  answer(pl, "bo@x.org", { "Good pace?": "fine" });
  pl.call("collectAnswers", {});
  const tab = pl.services.workbook().sheets.find(s => s.formUrl !== null)!;
  log(tab.cells.map((c: any) => [c.row, c.column, c.value]));
  const codes = pl.column("Roster", "Survey code") as string[];
  const H = ["Timestamp", "Participant code", "Good pace?", "Why?"];
  const csv = [["9/2/2026 5:00:00", codes[0]!, "=1+1, yes", "a; b"], ["9/2/2026 5:00:00", codes[1]!, "fine", ""]];
  const xl = csv.map(r => ["2026-09-02T05:00:00", ...r.slice(1)]);
  for (const t of [csv, xl]) { const r = pl.call("importResponses", { survey: "end", ...table("a.csv", [H, ...t]) }); log(r.ok, p(r), r.data?.added, r.changes); }
  log(pl.rows("Survey matches").map(r => [r["Given as"], r["Participant id"], r.Standing, r.Copies]));
  log(pl.call("refreshResults", {}).data?.surveys.map((s: any) => [s.responses, s.duplicates]));
});
