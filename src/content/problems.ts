/**
 * What can be wrong with what people gave us, and the sentence that tells them: what was found, what was
 * expected, what to do next. A problem carries facts only; wording lives here and nowhere else.
 */

export type Severity = "error" | "warning" | "note";

/** Where it was and what was seen. `row` is the number that people see (header = 1), the first of `count` rows. */
export interface ProblemFacts {
  readonly file?: string;
  readonly tab?: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  readonly expected?: string;
  readonly other?: string;
  readonly count?: number;
}

export interface Problem extends ProblemFacts {
  readonly code: ProblemCode;
  readonly severity: Severity;
}

interface Wording {
  readonly severity: Severity;
  readonly says: string | ((facts: ProblemFacts) => string);
}

const error = (says: Wording["says"]): Wording => ({ severity: "error", says });
const warning = (says: Wording["says"]): Wording => ({ severity: "warning", says });
const note = (says: Wording["says"]): Wording => ({ severity: "note", says });

const wordings = {
  // Files
  "file-missing": error("this file was not found. Check its name and folder, then run the command again."),
  "file-empty": error("there is nothing in it. Check that it is the right file or tab, then import it again."),
  "file-unreadable": error(
    "this file could not be read. Check that it is not open elsewhere or damaged, save it as CSV (UTF-8), then import it again.",
  ),
  "encoding-guessed": warning(
    ({ value }) =>
      `this file is not UTF-8 and was read as ${said(value, "another encoding")}. If accented letters look wrong, save the file as "CSV UTF-8" and import it again.`,
  ),
  "xlsx-damaged": error(
    "this is no Excel workbook that can be read. Open it in Excel or Google Sheets, save it as .xlsx or CSV (UTF-8), then import that.",
  ),
  "xlsx-protected": error(
    "this workbook has a password. Open it in Excel, save it without a password, then import that.",
  ),
  "xls-old": error(
    "this workbook is in the format of old Excel. Open it in Excel or Google Sheets, save it as .xlsx, then import that.",
  ),
  "xlsx-too-large": error(
    "this workbook holds more cells than a spreadsheet can. Check that it is the right file, keep only the sheet with the table, then import it again.",
  ),
  "sheets-not-read": warning(
    ({ value }) =>
      `its first sheet was read, and these were not: ${list(value)}. If the table is in one of them, move that sheet to the front and import the file again.`,
  ),
  "qualtrics-export": note(
    "this was read as an export of Qualtrics, with the words of the questions as headers. Check what its columns were taken for.",
  ),
  "microsoft-forms-export": note(
    "this was read as an export of Microsoft Forms. Check what its columns were taken for.",
  ),
  "test-answers-left-out": note(
    "answers of previews, tests and machines were left out. Correct the column Status in the file if one of them is a person's, then import it again.",
  ),
  "identity-left-out": note(
    ({ value }) =>
      `this survey is anonymous, so these columns do not go into the spreadsheet: ${list(value)}. Delete the file once you need it no more.`,
  ),
  "nothing-to-import": error(
    "no row could be imported. Check that this is the right file and that its first row holds the headers, then import it again.",
  ),

  // Headers and cells
  "header-too-long": warning(
    ({ value, expected }) =>
      `the header ${quote(value)} is longer than ${said(expected, "a header can be")}, so a shortened one is shown. Shorten it in the file and import it again if you want other words.`,
  ),
  "header-blank": warning(
    ({ expected }) =>
      `this column has no header${expected === undefined ? "" : ` and is called ${quote(expected)} here`}. Give it a header in the file and import it again if it matters.`,
  ),
  "header-duplicated": warning(
    ({ value, other }) =>
      `the header ${quote(value)} stands more than once${other === undefined ? "" : ` (also in ${clean(other)})`}. The first one is used as named: rename the others in the file and import it again.`,
  ),
  "no-identity-column": error(
    ({ value }) =>
      `no column with an e-mail or a participant id was found; the headers are ${list(value)}. Rename the right one to "E-mail" or "Participant id" and import it again.`,
  ),
  "ragged-row": warning(
    ({ value, expected }) =>
      `this row has ${said(value, "more cells")}, and the headers call for ${said(expected, "fewer")}. A separator inside an answer may have split it: put that answer in quotation marks and check the row.`,
  ),
  "cell-too-long": warning(
    ({ expected }) =>
      `this cell holds more text than ${said(expected, "a spreadsheet cell can")}. Shorten it in the file and import it again.`,
  ),

  // Dates, numbers, choices
  "ambiguous-date": warning(
    ({ value }) =>
      `${quote(value)} can be ${readings(value)}. It is kept as text: choose the date order and import again.`,
  ),
  "impossible-date": warning(
    ({ value }) => `${quote(value)} is not a day of the calendar. It is kept as text: correct it and import again.`,
  ),
  "not-a-date": warning(
    ({ value }) =>
      `${quote(value)} is not a date; one like 2026-09-30 was expected. It is kept as text: correct it and import again.`,
  ),
  "not-a-number": warning(
    ({ value }) => `${quote(value)} is not a number. It is kept as text: correct it and import again.`,
  ),
  "unknown-choice": warning(
    ({ value, expected }) =>
      `${quote(value)} is not one of the choices${expected === undefined ? "" : ` (${clean(expected)})`}. It is kept as text: pick a choice in the sheet, or leave it if it is right.`,
  ),

  // People
  "no-identity": error(
    "this row has neither an e-mail nor a participant id, and one of them is needed. It waits in the review list: add one in the file and import it again.",
  ),
  "bad-email": warning(
    ({ value }) =>
      `${quote(value)} is not an e-mail address; one like name@school.org was expected. It is kept as typed: correct it, or messages and answers cannot find this person.`,
  ),
  "duplicate-person": warning(
    ({ value, other }) =>
      `${quote(value)} already stands in ${said(other, "an earlier row")}. The first row is used: delete the one that is wrong and import again.`,
  ),
  "duplicate-id": warning(
    ({ value }) =>
      `the id ${quote(value)} stands in more than one row; an id belongs to one row. Clear it in the row that is a copy and run the command again.`,
  ),
  "two-people-one-email": warning(
    ({ value, other }) =>
      `${quote(value)} belongs to more than one person${other === undefined ? "" : ` (${clean(other)})`}, so answers and submissions from it cannot be told apart. Give each person an address of their own, or delete the row that is a copy.`,
  ),
  "identity-conflict": warning(
    ({ value, other }) =>
      `the id says ${quote(value)}, the e-mail says ${quote(other)}: two different people. Correct the one that is wrong and import again.`,
  ),
  conflict: warning(
    ({ value, other }) =>
      `the sheet has ${quote(other)}, the file has ${quote(value)}. The sheet is left as it is: choose one in the review list.`,
  ),
  "unknown-participant": warning(
    ({ value }) =>
      `${quote(value)} is not in the Roster. The row is kept: add the person to the Roster, or correct the e-mail or id.`,
  ),
  "ambiguous-person": warning(
    ({ value, other }) =>
      `${quote(value)} fits more than one person${other === undefined ? "" : ` (${clean(other)})`}. The row is kept: enter the participant id or the e-mail instead.`,
  ),
  "no-support-group": warning(
    "this person has no support group and is left out of the comparison of support models. Choose a group in the Roster.",
  ),
  "duplicate-attempt": warning(
    ({ other }) =>
      `the same participant, micro-credential and attempt already stand in ${said(other, "an earlier row")}. It counts once: delete the copy, or give it an attempt number of its own.`,
  ),

  // Survey answers
  "unmatched-response": warning(
    ({ value }) =>
      `this answer${value === undefined ? "" : ` (${quote(value)})`} could not be tied to anybody in the Roster. It is counted as an answer: run "Match survey answers" to say whose it is.`,
  ),
  "duplicate-response": note(
    ({ value }) =>
      `${value === undefined ? "this person" : quote(value)} answered more than once. The latest answer counts: delete it in the answer tab if an earlier one is right.`,
  ),

  "answer-gone": note(
    'an answer that you chose somebody for is no longer in the list: it was edited or deleted. The others are as you chose: run "Match survey answers" again to see what is left.',
  ),

  // Survey forms
  "no-questions": error(
    ({ value }) =>
      `no question is switched on for ${quote(value)}. Choose some: tick On in their rows, or add rows with it under Survey, then preview the form again.`,
  ),
  "question-blank": warning(
    "this row is switched on and asks nothing, so it is left out. Add the question, or clear On.",
  ),
  "question-title-twice": error(
    ({ value, other }) =>
      `${quote(value)} is asked more than once${other === undefined ? "" : ` (also in ${clean(other)})`}, and answers are known by their question alone. Reword one of them or clear its On, then run it again.`,
  ),
  "question-title-taken": error(
    ({ value }) =>
      `${quote(value)} is the name of a column that every form has. Reword the question, then run it again.`,
  ),
  "question-without-choices": error(
    ({ value }) => `${quote(value)} has no choices. Add them, one per line, or choose another type.`,
  ),
  "choices-column": error(
    ({ value }) =>
      `the Roster has no column ${quote(value)} that everybody may read. Correct the name in Choices, or choose another column.`,
  ),
  "scale-range": error(
    ({ value }) =>
      `${quote(value)} is no scale; one like 1 to 7 was expected (from 0 or 1, to 3 and up to 10). Correct it under Choices, or clear it for 1 to 5.`,
  ),
  "grid-without-rows": error(
    ({ value }) =>
      `the grid ${quote(value)} has no rows. Add them under Grid rows, one per line, or choose another type.`,
  ),
  "question-survey-unknown": warning(
    ({ value }) =>
      `no survey is called ${quote(value)}, so no form asks this. Choose one of the tab Surveys, or add it there.`,
  ),
  "survey-name-twice": error(
    ({ value, other }) =>
      `${quote(value)} also stands in ${said(other, "another row")}, and questions name their survey by this. Rename or delete one of them, then run it again.`,
  ),
  "survey-mode-fixed": error(
    ({ value, expected }) =>
      `${quote(value)} has answers that were given under another promise, so it stays ${said(expected, "as it was")}. Set Answers back to that, or add a new row to Surveys for a survey of its own.`,
  ),
  "survey-mode-unknown": error(
    ({ value }) =>
      `${quote(value)} is neither Named nor Anonymous, and people are promised one of the two. Choose one under Answers, then run it again.`,
  ),
  "form-reworded": warning(
    ({ value, other }) =>
      `in the form itself ${quote(other)} was reworded: ${quote(value)}. The form keeps its words: choose to use those of the tab Questions, or correct them there.`,
  ),
  "form-question-deleted": note(
    ({ value }) =>
      `deleted in the form itself, and put back by an update: ${list(value)}. Clear On in the tab Questions for what is not to be asked.`,
  ),
  "form-question-copied": warning(
    ({ value }) =>
      `stands in the form more than once: ${list(value)}. Delete the copies in the form, or their answers go into columns of their own.`,
  ),
  "form-question-own": note(
    ({ value }) =>
      `added in the form itself, and left there: ${list(value)}. Add them to the tab Questions too if their answers are to be summed up by type.`,
  ),
  "form-closed": warning(
    ({ value }) =>
      `the form of ${quote(value)} takes no answers: it was closed in Google Forms. Choose to open it again if that is not wanted.`,
  ),
  "form-linked-elsewhere": warning(
    ({ value }) =>
      `the answers to ${quote(value)} flow into another spreadsheet. They are left there: choose to have them here, in a new tab with all answers so far, or import them as a file.`,
  ),
  "form-unlinked": note(
    ({ value }) =>
      `the answers to ${quote(value)} have no tab here any more. An update gives them a new one, with all answers so far; check that nothing is missing before you delete an old one.`,
  ),
  "form-collects-addresses": warning(
    "the form asks for e-mail addresses though it is anonymous: that was switched on in Google Forms. Run an update to switch it off.",
  ),
  "form-answers-kept": note(
    "answers to the earlier form stay here and count on. Do not delete this tab; answers to the new form come into another one.",
  ),
  "form-answers-apart": warning(
    "answers to the earlier form stay here and no longer count, since there is a tab of imported answers. Add these to it if they are to count.",
  ),
  "form-limit": error(
    "Google makes no more forms for you today. Nothing was made: run it again tomorrow, or ask a colleague who may edit this spreadsheet to.",
  ),
  "form-left-over": warning(
    ({ value }) =>
      `an earlier form, ${quote(value)}, may have been made and not remembered. Look for it in your Drive and delete it if you find two.`,
  ),
  "form-gone": error(
    ({ value }) =>
      `the form of ${quote(value)} could not be opened: it was deleted, or you may not edit it. Check the bin of its owner's Drive, ask its owner to share it with you, or choose to make a new one; answers that were given stay.`,
  ),
  "form-forgotten": error(
    ({ value }) =>
      `what was remembered of the form of ${quote(value)} cannot be read any more: somebody changed it in the tab Settings. Put it back there with File > Version history, or choose to make a new form; answers that were given stay.`,
  ),
  "form-not-published": warning(
    "Google did not publish the form, so nobody can answer yet. Open it, use Publish there, then run this again.",
  ),
  "form-link-pending": note(
    "the tab for the answers has not appeared yet; Google can take a while. Nothing is lost: run it again in a minute.",
  ),
  "form-other-mode": error(
    ({ value }) =>
      `Answers of ${quote(value)} was changed since its form was made, and nobody may be told otherwise than the form does. Run "Create survey" first, then send it.`,
  ),
  "no-form": error(({ value }) => `${quote(value)} has no finished form yet. Run "Create survey" first, then send it.`),

  // The focus group
  "no-question-chosen": error("no question is chosen. Choose some, or write one of your own."),
  "not-settled": error(
    ({ value }) =>
      `the message says ${said(value, "something")}, and that is not settled yet. Enter it with "Prepare focus group", or take it out of the message.`,
  ),
  "question-not-asked": note(
    ({ value }) =>
      `no longer chosen: ${list(value)}. The rows stay, with what is noted there: delete them if nobody needs them.`,
  ),
  "little-time": warning(
    ({ value, expected }) =>
      `this leaves ${said(value, "little time")} for each question, and talk needs about ${said(expected, "five minutes")}. Choose fewer questions, or allow more time.`,
  ),

  // Messages
  "subject-blank": error("the message has no subject. Add one, then preview it again."),
  "link-missing": error("the message does not say where to answer. Add {link} to its text, then preview it again."),
  "link-in-subject": error("a subject cannot hold a link. Move {link} to the text, then preview it again."),
  "placeholder-unknown": error(
    ({ value, expected }) =>
      `${quote(value)} is not something that can be filled in${expected === undefined ? "" : `; these are: ${clean(expected)}`}. Correct it, then preview it again.`,
  ),
  "mail-unsure": warning(
    ({ value }) =>
      `a message to ${quote(value)} was about to go out when a run was stopped: it may have arrived or not. It is not sent again by itself: ask, or choose to send it once more.`,
  ),
  "test-address": error(
    ({ value }) =>
      `${quote(value)} is not an e-mail address; one like name@school.org was expected. Correct it and send the test again.`,
  ),
  "mail-refused": warning(
    ({ value }) =>
      `the mail service did not take ${quote(value)}. Correct the address in the Roster, then run it again.`,
  ),
  "mail-stopped": warning(
    ({ value }) =>
      `sending stopped${value === undefined ? "" : `: ${clean(value, 160)}`}. Who was sent the message is remembered: run it again for the others.`,
  ),
  "mail-left": note(
    ({ value, expected }) =>
      `${said(value, "some messages")} could not go out in this run${expected === undefined ? "" : ` (${clean(expected)})`}. Nothing is sent twice: run it again for those.`,
  ),

  "empty-reference": warning(
    ({ value, expected }) =>
      `nobody in the Roster has the support model ${quote(value)}, so ${quote(expected)} is the one that the others are compared with. Choose another, or leave the choice to the planner.`,
  ),

  // The workbook
  "not-set-up": error('this workbook is not set up for the planner yet. Run "Set up workbook" first.'),
  "workbook-copied": warning(
    "this workbook is a copy of another one. Choose before anything else: a new cohort (the plan stays; people, answers, sends and form links are cleared) or the same cohort.",
  ),
  "tab-missing": error('this tab is no longer there. Run "Set up workbook" to add it again.'),
  "tab-foreign": note(
    ({ other }) =>
      `a tab of your own has this name and was left alone. Use ${other === undefined ? "ours, marked (planner)" : `ours, ${quote(other)}`}, or rename yours.`,
  ),
  "tab-duplicate": warning(
    ({ other }) =>
      `two tabs are marked as the same one. This one is used and ${other === undefined ? "the other" : quote(other)} is left alone: move rows that you need here and delete the copy.`,
  ),
  "column-missing": warning(
    'this column is no longer there, so what it held is not counted. Run "Set up workbook" to add it again, or go on without it.',
  ),
  "identity-column-missing": error(
    'this column is no longer there, and without it every row of the file would be added again. Run "Set up workbook", tick it there to put it back, fill it in, then import again.',
  ),
  "column-duplicate": warning(
    ({ other }) =>
      `two columns are marked as the same one. This one is used and ${other === undefined ? "the other" : quote(other)} is left alone: delete the copy, or rename it and clear its note.`,
  ),
  "more-to-do": note(
    ({ count = 0 }) => `there are ${count} more cells to fill in than one run can do. Nothing is lost: run it again.`,
  ),
  "column-not-imported": note(
    ({ value }) =>
      `${quote(value)} was not recognized and is left out. Choose its column, or rename its header, and import it again if you need it.`,
  ),
  "document-left-over": warning(
    ({ value }) =>
      `an earlier document, ${quote(value)}, may have been started and not finished. Look for it in your Drive and delete it if you do not need it.`,
  ),
  "unknown-tab": error(({ value }) => `there is no tab ${quote(value)}. Check its name, then choose it again.`),
  "unknown-survey": error(
    ({ value, expected }) =>
      `${quote(value)} is not one of the surveys (${clean(expected ?? "")}). Choose one of them.`,
  ),
  "bad-input": error(
    ({ column, expected }) =>
      `${quote(column)} cannot be used${expected === undefined ? "" : `; ${clean(expected)} was expected`}. Correct it and try again.`,
  ),
  locked: error(
    "somebody else is running a planner command here. Nothing was changed: wait a minute and run yours again.",
  ),
  "rows-moved": warning(
    "rows were moved while this command was writing. What it wrote in the wrong place was put back: run it again when nobody is sorting.",
  ),
  "permission-missing": error(
    ({ value, expected }) =>
      `Google did not let the planner ${said(value, "do this")}; it asks for that to ${said(expected, "do its work")}, and for nothing else. Run the command from the menu again and allow it where Google asks. Everything else goes on working.`,
  ),
  internal: error(
    ({ value }) =>
      `the planner had to stop${value === undefined ? "" : `: ${clean(value, 160)}`}. Nothing is lost or doubled: run the command again, and if it stops again, tell us these words.`,
  ),
} as const satisfies Record<string, Wording>;

export type ProblemCode = keyof typeof wordings;

export const problemCodes = Object.keys(wordings) as readonly ProblemCode[];

export function severityOf(code: ProblemCode): Severity {
  return wordings[code].severity;
}

/** A problem with the severity that is natural to its code. */
export function problem(code: ProblemCode, facts: ProblemFacts = {}): Problem {
  return { code, severity: severityOf(code), ...facts };
}

/** `roster.csv, column "Enrolled on", row 2: "03/04/2026" can be 3 April or March 4. It is kept …` */
export function problemSentence(found: Problem): string {
  const wording: Wording = wordings[found.code];
  const text = typeof wording.says === "string" ? wording.says : wording.says(found);
  const place = placeOf(found);
  return place === "" ? text.charAt(0).toUpperCase() + text.slice(1) : `${place}: ${text}`;
}

function placeOf({ file, tab, column, row, count = 1 }: ProblemFacts): string {
  const more = count > 1 ? ` and ${count - 1} more` : "";
  const parts = [
    file === undefined ? "" : clean(file, 120),
    tab === undefined ? "" : `tab ${quote(tab)}`,
    column === undefined ? "" : `column ${quote(column)}`,
    row === undefined ? (count > 1 ? `${count} times` : "") : `row ${row}${more}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** One line, at most `most` characters, without what could break or reorder the sentence around it. */
function clean(text: string, most = 60): string {
  const line = text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
  const characters = Array.from(line);
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : line;
}

function said(text: string | undefined, otherwise: string): string {
  return text === undefined ? otherwise : clean(text);
}

function quote(text: string | undefined): string {
  const line = clean(text ?? "");
  return line === "" ? "a blank" : `"${line}"`;
}

function list(text: string | undefined): string {
  const line = clean(text ?? "", 300);
  return line === "" ? "blank" : line;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Both readings of a date like 03/04/2026: "3 April or March 4". */
function readings(text = ""): string {
  const [, first = 0, second = 0] = (/^\D*(\d{1,2})\D+(\d{1,2})\b/.exec(text) ?? []).map(Number);
  const dayFirst = MONTHS[second - 1];
  const monthFirst = MONTHS[first - 1];
  return dayFirst && monthFirst ? `${first} ${dayFirst} or ${monthFirst} ${second}` : "read day first or month first";
}
