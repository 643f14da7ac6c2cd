import { it } from "vitest";
import { codesOf, file, table, reopen, type Planner } from "./helpers";
import { addresses, answer, askOnly, END, openWithForm, openWithPeople, send, surveyRow, theForm, statuses } from "./survey-world";
const log = (...a: unknown[]) => console.log(JSON.stringify(a, null, 0));
const p = (r: any) => r.problems.map((x: any) => `${x.code}: ${x.message}`);
const srow = (pl: Planner, name: string) => pl.column("Surveys", "Survey").indexOf(name) + 2;

it("J thrice", () => {
  const pl = openWithForm();
  send(pl);
  answer(pl, "ann@x.org", { "Good pace?": "=1+1, yes", "Why?": "a; b" });
  answer(pl, "bo@x.org", { "Good pace?": "fine" });
  pl.call("collectAnswers", {});
  const codes = pl.column("Roster", "Survey code") as string[];
  const H = ["Timestamp", "Participant code", "Good pace?", "Why?"];
  const csv = [["9/2/2026 5:00:00", codes[0]!, "=1+1, yes", "a; b"], ["9/2/2026 5:00:00", codes[1]!, "fine", ""]];
  const xl = csv.map(r => ["2026-09-02T05:00:00", ...r.slice(1)]);
  const r = pl.call("importResponses", { survey: "end", ...table("a.xlsx", [H, ...xl]) }); log(r.ok, p(r), r.data?.added, r.changes);
  log(pl.rows("Survey matches").map(r => [r["Given as"], r["Participant id"], r.Standing, r.Copies, r.Key, r["Answered on"]]));
  const r2 = pl.call("importResponses", { survey: "end", ...table("a.csv", [H, ...csv]), dates: "month-first" }); log(r2.ok, p(r2), r2.data?.added, r2.changes);
  log(pl.rows("Survey matches").map(r => [r["Given as"], r["Participant id"], r.Standing, r.Copies, r.Key, r["Answered on"]]));
});
it("K sending: id lost, address changed, order, refused, code lost", () => {
  const pl = openWithForm();
  log(send(pl).ok, addresses(pl));
  // remove id
  pl.type("Roster", "Participant id", 2, "");
  log(send(pl, { preview: true }).data?.recipients, p(send(pl, { preview: true })));
  const s = send(pl); log(addresses(pl), pl.rows("Roster")[0]);
});
it("L sort roster between etc", () => {
  const pl = openWithForm();
  pl.type("Roster", "E-mail", 3, "ANN@x.org");
  log(send(pl, { preview: true }).data?.skipped);
  send(pl); log(addresses(pl), statuses(pl));
  pl.type("Roster", "E-mail", 2, "ann.new@x.org");
  log(send(pl, { preview: true }).data?.recipients, send(pl, { preview: true }).data?.skipped);
});
it("M ledger hand edits", () => {
  const pl = openWithForm();
  send(pl);
  pl.type("Sending", "Status", 2, "sent");
  pl.type("Sending", "Status", 3, " Sent!");
  pl.type("Sending", "Status", 4, "");
  log(send(pl, { preview: true }).data?.recipients);
});
it("N reminder while waiting", () => {
  const pl = openWithForm({ mailQuota: 2 } as any);
  const pl2 = openWithForm({ world: { mailQuota: 2 } });
  send(pl2); log(statuses(pl2));
  const r = send(pl2, { kind: "reminder" }); log(statuses(pl2), r.data?.skipped, r.data?.coming, p(r));
});
it("O rename survey then new same name", () => {
  const pl = openWithPeople();
  pl.typeRow("Surveys", { Survey: "Visit" });
  pl.typeRow("Questions", { On: "TRUE", Survey: "Visit", Group: "G", Question: `How was it?`, Type: "Long text" });
  const id = (pl.call("readDialogFacts" as any, {} as any) as any).data?.surveys?.at(-1) ?? (pl.call("readDialogFacts" as any, {} as any) as any).surveys.at(-1);
  log(id, pl.call("createSurvey", { survey: id.id }).ok);
  pl.type("Surveys", "Survey", srow(pl, "Visit"), "Visit 1");
  pl.typeRow("Surveys", { Survey: "Visit" });
  const f: any = pl.call("readDialogFacts" as any, {} as any); log((f.data ?? f).surveys);
});
it("P named file then anonymous", () => {
  const pl = openWithPeople();
  pl.call("importResponses", { survey: "end", ...table("a.csv", [["Timestamp", "Email", "Your name", "Why?"], ["2026-09-01 10:00:00", "ann@x.org", "Ann", "because"]]) });
  pl.type("Surveys", "Answers", srow(pl, "End survey"), "Anonymous");
  const c = pl.call("createSurvey", END); log(c.ok, p(c), c.data?.design.isAnonymous);
  pl.call("collectAnswers", {}); log(pl.rows("Survey matches"), pl.rows("Answers: End survey"));
});
it("Q anonymous file w/ other id columns", () => {
  const pl = openWithPeople();
  pl.type("Surveys", "Answers", srow(pl, "End survey"), "Anonymous");
  const r = pl.call("importResponses", { survey: "end", ...table("a.csv", [["ID", "Start time", "Completion time", "Email", "Name", "Last modified time", "Nombre", "Work e-mail", "Participant id", "Teacher name", "Why?"], ["1", "2026-09-01 10:00:00", "2026-09-01 10:05:00", "ann@x.org", "Ann", "", "Ann", "ann@x.org", "P-0001", "Ann", "because"]]) });
  log(r.ok, p(r), r.data?.mapping, pl.rows("Answers: End survey"));
});
