import { it } from "vitest";
import { codesOf, table, type Planner } from "./helpers";
import { addresses, answer, askOnly, END, openWithForm, openWithPeople, send, surveyRow, theForm, statuses } from "./survey-world";
const log = (...a: unknown[]) => console.log(JSON.stringify(a, null, 0));
const p = (r: any) => r.problems.map((x: any) => `${x.code}: ${x.message}`);
const srow = (pl: Planner, name: string) => pl.column("Surveys", "Survey").indexOf(name) + 2;
const deleteRow = (pl: Planner, tab: string, row: number) => (pl.editor as any).deleteRows?.(tab, row, 1);

it("A anonymous row deleted -> collect/refresh", () => {
  const pl = openWithPeople();
  askOnly(pl, ["Good pace?", "Why?"]);
  pl.type("Surveys", "Answers", srow(pl, "End survey"), "Anonymous");
  log("create", p(pl.call("createSurvey", END)));
  send(pl);
  for (const a of ["ann", "bo"]) answer(pl, `${a}@x.org`, { "Good pace?": `secret of ${a}`, "Why?": "x" });
  log("collect", pl.call("collectAnswers", {}).data, pl.rows("Survey matches"));
  pl.call("refreshResults", {});
  log("res anon", pl.rows("Survey results"), pl.rows("Written answers"));
  const r = srow(pl, "End survey");
  pl.type("Surveys", "Answers", r, "Named");
  pl.call("collectAnswers", {}); pl.call("refreshResults", {});
  log("switched to named: ", pl.rows("Survey matches"), pl.rows("Written answers"));
  pl.type("Surveys", "Answers", r, "");
  pl.type("Surveys", "Answers", r, "Anonym");
  log("typo", pl.rows("Surveys")[r-2], p(pl.call("createSurvey", {...END, preview: true})));
  pl.call("refreshResults", {});
  log("typo written", pl.rows("Written answers").length);
});
it("B typo in Answers before form", () => {
  const pl = openWithPeople();
  askOnly(pl, ["Good pace?"]);
  const t = pl.editor as any;
  log(Object.keys(t));
  pl.type("Surveys", "Answers", srow(pl, "End survey"), "Anonymus");
  const c = pl.call("createSurvey", END);
  log("typo create", c.ok, p(c), c.data?.design.isAnonymous);
  pl.type("Roster", "Survey mail", 2, "No mails please");
  log("survey mail", pl.rows("Roster")[0]);
  const s = send(pl);
  log("sent", addresses(pl), p(s));
});
it("C damaged settings", () => {
  const pl = openWithForm();
  const rows = pl.rows("Settings");
  const at = pl.column("Settings", "Name").indexOf("form.end");
  log(at, pl.headers("Settings"));
  send(pl);
  answer(pl, "ann@x.org", { "Good pace?": "fine" });
  pl.call("collectAnswers", {});
  pl.type("Settings", pl.headers("Settings")[1]!, at + 2, "{broken");
  const c = pl.call("createSurvey", { ...END, preview: true });
  log("preview", c.ok, p(c), c.data?.form, c.changes);
  const d = pl.call("createSurvey", END);
  log("create", d.ok, p(d), d.changes, pl.services.outside().forms.length);
  pl.call("collectAnswers", {});
  log(pl.rows("Survey matches"));
});
it("D surveys names", () => {
  const pl = openWithPeople();
  for (const n of ["!!!", "???", "日本", "x".repeat(300), "End survey ", "baseline", "🎉", "🎈"]) {
    pl.typeRow("Surveys", { Survey: n });
    pl.typeRow("Questions", { On: "TRUE", Survey: n, Group: "G", Question: `About ${n.slice(0,20)}`, Type: "Long text" });
  }
  const facts: any = pl.call("readDialogFacts" as any, {} as any);
  log(facts?.data ?? facts);
});
it("E copy row", () => {
  const pl = openWithForm();
  const r = srow(pl, "End survey");
  const names = pl.headers("Surveys");
  const cells = pl.rows("Surveys")[r - 2]!;
  log(cells);
  const to = pl.rows("Surveys").length + 2;
  const copy: Record<string, string> = {};
  for (const [k, v] of Object.entries(cells)) copy[k] = k === "Target rate" ? "80%" : String(v);
  copy.Survey = "Second end";
  pl.typeRow("Surveys", copy, to);
  pl.typeRow("Questions", { On: "TRUE", Survey: "Second end", Group: "G", Question: "Anything else to say?", Type: "Long text" });
  log(pl.rows("Surveys").map(x => [x.Survey, x.Key]));
  const q = pl.call("createSurvey", { survey: "end", preview: true });
  log(p(q));
});
