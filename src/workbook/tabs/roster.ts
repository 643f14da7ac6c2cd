import { educatorTypes, gradeLevels, locations, yearsOfService } from "../../content/locations";
import { checkbox, choice, date, suggestion, text } from "../column";
import { tab } from "../tab";
import { supportModelOptions } from "./groups";

const enrolmentStatuses = [
  { id: "enrolled", label: "Enrolled" },
  { id: "started", label: "Started" },
  { id: "withdrawn", label: "Withdrawn" },
] as const;

/** Why a person is sent no survey: blank is nothing against it. */
const surveyMail = [
  { id: "opted-out", label: "Opted out" },
  { id: "unreachable", label: "Unreachable" },
] as const;

/** Who takes part: one row a person. */
export const roster = tab({
  key: "roster",
  title: "Roster",
  filledBy: "people",
  numbering: { column: "id", prefix: "P", needs: ["name", "email"] },
  columns: {
    id: text("Participant id", {
      owner: "planner",
      width: 110,
      aliases: ["participant number", "id"],
    }),
    code: text("Survey code", {
      owner: "planner",
      width: 110,
    }),
    name: text("Name", {
      width: 180,
      aliases: ["full name", "participant", "participant name", "teacher", "teacher name", "educator", "educator name"],
    }),
    email: text("E-mail", {
      width: 220,
      aliases: ["email", "email address", "e-mail address", "mail", "work email", "school email", "username"],
    }),
    supportGroup: suggestion(
      "Support group",
      { kind: "column", tab: "groups", column: "name", also: supportModelOptions },
      {
        width: 190,
        aliases: ["support model", "support", "group", "support level", "model", "cohort group"],
      },
    ),
    facilitator: text("Facilitator", {
      aliases: ["coach", "plc leader"],
    }),
    status: choice("Status", enrolmentStatuses, {
      width: 110,
      aliases: ["enrollment status", "enrolment status"],
    }),
    enrolledOn: date("Enrolled on", {
      aliases: ["enrolled", "enrollment date", "enrolment date", "date enrolled", "start date", "joined"],
    }),
    microCredential: suggestion(
      "Micro-credential",
      { kind: "column", tab: "catalogue", column: "name" },
      {
        width: 220,
        aliases: ["micro-credential chosen", "microcredential", "mc", "chosen micro-credential"],
      },
    ),
    location: suggestion("Location", locations, { aliases: ["location type", "locale", "setting"] }),
    school: text("School", {
      width: 180,
      aliases: ["school name", "building", "district", "lea"],
    }),
    gradeLevel: suggestion("Grade level", gradeLevels, { aliases: ["grade", "grades", "grade band"] }),
    subject: text("Subject area", { aliases: ["subject", "content area"] }),
    years: suggestion("Years of service", yearsOfService, {
      aliases: ["years", "years of experience", "years teaching", "experience"],
    }),
    educatorType: suggestion("Type of educator", educatorTypes, {
      aliases: ["educator type", "role", "position", "job title"],
    }),
    surveyMail: choice("Survey mail", surveyMail, { width: 110 }),
    consent: checkbox("May be named", {
      aliases: ["consent", "may be celebrated"],
    }),
    notes: text("Notes", { width: 240, aliases: ["note", "comments"] }),
  },
  styles: [{ when: '={roster.status}="Withdrawn"', fontColor: "#5f6368", strikethrough: true }],
});
