import { describe, expect, it } from "vitest";
import { exportedAnswers } from "../../../src/workbook/imports/survey-export";
import { answersImport, applied, codesIn, rowsOf, snapshotOf, tableOf, usualSurvey } from "../builders";

const BOOK = snapshotOf({
  roster: [{ id: "P-0001", name: "Ann Lee", email: "ann@x.org", code: "k7wq2m9x" }],
  questions: [
    {
      on: true,
      survey: "End survey",
      question: "What helped?",
      type: "Checkboxes",
      choices: "Videos\nTalks",
      key: "q-h",
    },
  ],
});
const CODES = new Set(["k7wq2m9x"]);
const take = (text: string, survey = usualSurvey("end"), columns: { header: string; column: string }[] = []) =>
  exportedAnswers(survey, tableOf(text), BOOK, CODES, columns);
const columnsOf = (text: string, columns: { header: string; column: string }[] = []) =>
  take(text, usualSurvey("end"), columns).mapping.map(({ header, column }) => [header, column]);

const QUALTRICS = `StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1,Q2_1
Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Recipient First Name,Recipient Email,External Data Reference,Location Latitude,Location Longitude,Distribution Channel,User Language,"What helped?
",How clear were - The prompts
"{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""endDate"",""timeZone"":""America/Denver""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""progress""}","{""ImportId"":""duration""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate"",""timeZone"":""America/Denver""}","{""ImportId"":""_recordId""}","{""ImportId"":""recipientLastName""}","{""ImportId"":""recipientFirstName""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""locationLatitude""}","{""ImportId"":""locationLongitude""}","{""ImportId"":""distributionChannel""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_1""}"
2026-05-01 10:00:00,2026-05-01 10:05:00,Survey Preview,,100,300,True,2026-05-01 10:05:01,R_0,,,,,,,preview,EN,Videos,4
2026-05-02 10:00:00,2026-05-02 10:05:00,IP Address,192.0.2.7,100,300,True,2026-05-02 10:05:01,R_1,Lee,Ann,ann@x.org,,44.1,-120.5,email,EN,"Videos,Talks",5
2026-05-02 11:00:00,2026-05-02 11:05:00,Spam,192.0.2.9,100,300,True,2026-05-02 11:05:01,R_2,,,,,44.1,-120.5,anonymous,EN,Buy,1
`;

const MICROSOFT = `ID,Start time,Completion time,Email,Name,Last modified time,What helped?,How clear were.The prompts
1,5/2/26 10:00:00,5/2/26 10:05:00,ann@x.org,Ann Lee,,Videos;Talks;,Very
2,5/13/26 10:00:00,5/13/26 10:05:00,anonymous,,,Talks;,Not at all
`;

describe("an export of Qualtrics", () => {
  it("has the questions' words as headers, one moment, who answered, and none of the device", () => {
    const { table, time } = take(QUALTRICS);
    expect(table.headers).toEqual([
      "RecordedDate",
      "ResponseId",
      "RecipientLastName",
      "RecipientFirstName",
      "RecipientEmail",
      "What helped?",
      "How clear were - The prompts",
    ]);
    expect(time).toBe(0);
    expect(columnsOf(QUALTRICS).filter(([, column]) => column !== "")).toEqual([
      ["RecordedDate", "@time"],
      ["RecipientLastName", "@name"],
      ["RecipientFirstName", "@name"],
      ["RecipientEmail", "@email"],
      ["What helped?", "q-h"],
      ["How clear were - The prompts", "@own"],
    ]);
  });

  it("leaves out previews and spam, and says so", () => {
    const { table } = take(QUALTRICS);
    expect(table.rows.map(({ row, cells }) => [row, cells[1]])).toEqual([[5, "R_1"]]);
    expect(codesIn(table.problems)).toEqual(["qualtrics-export", "test-answers-left-out"]);
  });

  it("is known in numbers, too", () => {
    const numbers = QUALTRICS.replace("Survey Preview", "1").replace("IP Address,192", "0,192").replace("Spam", "8");
    expect(take(numbers).table.rows).toHaveLength(1);
  });

  it("is imported once, and tied to the person", () => {
    const { tab, planned } = answersImport("end", tableOf(QUALTRICS), BOOK);
    const { plan, data } = planned(BOOK);
    expect(data).toMatchObject({ rows: 1, added: 1, matched: 1 });
    const left = applied(BOOK, plan, [tab]);
    expect(rowsOf(left, "responses")).toMatchObject([{ participant: "P-0001", answeredOn: "2026-05-02T10:05:01" }]);
    expect(planned(left).data).toMatchObject({ rows: 1, added: 0, matched: 1 });
  });
});

describe("an export of Microsoft Forms", () => {
  it("has the completion as its moment, an id that is no question, and nobody called anonymous", () => {
    expect(take(MICROSOFT).table.headers).toEqual([
      "ID",
      "Completion time",
      "Email",
      "Name",
      "What helped?",
      "How clear were.The prompts",
    ]);
    expect(columnsOf(MICROSOFT).slice(2)).toEqual([
      ["Completion time", "@time"],
      ["Email", "@email"],
      ["Name", "@name"],
      ["Last modified time", ""],
      ["What helped?", "q-h"],
      ["How clear were.The prompts", "@own"],
    ]);
    const { planned } = answersImport("end", tableOf(MICROSOFT), BOOK);
    expect(planned(BOOK).data).toMatchObject({ added: 2, matched: 1, unmatched: 1 });
  });

  it("is known by its shape in other languages", () => {
    const german = MICROSOFT.replace(
      /^.*\n/,
      "ID,Startzeit,Fertigstellungszeit,E-Mail,Name,Sprache,Was half?,Warum?\n",
    );
    expect(take(german).table.headers.slice(0, 4)).toEqual(["ID", "Completion time", "Email", "Name"]);
  });

  it("has points and feedback of a quiz beside its questions, which are none", () => {
    const quiz =
      "ID,Start time,Completion time,Email,Name,Total points,Why?,Points - Why?,Feedback - Why?\n1,5/13/26 10:00:00,5/13/26 10:05:00,a@x.org,A,3,Because,1,Good\n";
    expect(take(quiz).table.headers).toEqual(["ID", "Completion time", "Email", "Name", "Why?"]);
  });
});

describe("an export of Google Forms", () => {
  it("keeps every column; scores and feedback of a quiz are no questions", () => {
    const quiz =
      "Timestamp,Username,Why?,Why? [Score],Why? [Feedback],Language\n4/22/2026 19:57:50,a@x.org,Because,1 / 1,,Fi\n";
    expect(columnsOf(quiz)).toEqual([
      ["Timestamp", "@time"],
      ["Username", "@email"],
      ["Why?", "@own"],
      ["Why? [Score]", ""],
      ["Why? [Feedback]", ""],
      ["Language", "@own"],
    ]);
  });
});

describe("what a person chose", () => {
  it("stands above what was found", () => {
    const text = "Timestamp,When,Mail of a friend,Who\n4/22/2026 19:57:50,4/23/2026 19:57:50,a@x.org,ann@x.org\n";
    const chosen = [
      { header: "When", column: "@time" },
      { header: "Mail of a friend", column: "" },
      { header: "Who", column: "@email" },
    ];
    expect(columnsOf(text, chosen).map(([, column]) => column)).toEqual(["@own", "@time", "", "@email"]);
    expect(take(text, usualSurvey("end"), chosen).table.headers).toEqual(["Timestamp", "When", "Who"]);
  });

  it("is remembered for the next file, and in the answer tab", () => {
    const text = "When,Aim,Who\n4/22/2026 19:57:50,Grow,k7wq2m9x\n";
    const choices = { columns: [{ header: "Aim", column: "q-h" }], dates: "mdy" } as const;
    const first = answersImport("end", tableOf(text), BOOK, choices);
    const left = applied(BOOK, first.planned(BOOK).plan, [first.tab]);
    const again = answersImport("end", tableOf(text), left).planned(left);
    expect(again.data.mapping.map(({ column }) => column)).toEqual(["@time", "q-h", "@code"]);
    expect(again.plan.changes.map(({ kind }) => kind)).toEqual(["dress-tab"]);
  });
});

describe("an anonymous survey", () => {
  const anonymous = { ...usualSurvey("end"), isAnonymous: true };

  it("takes nothing that says who answered, and says what it left out", () => {
    const { table } = take(QUALTRICS, anonymous);
    expect(table.headers).toEqual(["RecordedDate", "ResponseId", "What helped?", "How clear were - The prompts"]);
    expect(table.problems.at(-1)).toMatchObject({
      code: "identity-left-out",
      value: expect.stringMatching(/RecipientEmail.*IPAddress/),
    });
    const text = "Timestamp,Leave this,E-mail,Your name,Why?\n4/22/2026 19:57:50,k7wq2m9x,ann@x.org,Ann,Because\n";
    expect(take(text, anonymous).table.headers).toEqual(["Timestamp", "Why?"]);
    expect(JSON.stringify(take(text, anonymous).table.rows)).not.toMatch(/k7wq|ann@/i);
  });
});
