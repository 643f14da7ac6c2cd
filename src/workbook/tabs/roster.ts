import { educatorTypes, gradeLevels, locations, yearsOfService } from "../../content/locations";
import { checkbox, choice, date, suggestion, text } from "../column";
import { tab } from "../tab";
import { supportModelOptions } from "./groups";

const enrolmentStatuses = [
  { id: "enrolled", label: "Enrolled" },
  { id: "started", label: "Started" },
  { id: "withdrawn", label: "Withdrawn" },
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
      help: "Given by the planner and never used again.",
    }),
    code: text("Survey code", {
      owner: "planner",
      width: 110,
      help: "A random code that ties survey answers to this person.",
    }),
    name: text("Name", {
      width: 180,
      aliases: ["full name", "participant", "participant name", "teacher", "teacher name", "educator", "educator name"],
      help: "First and last name.",
    }),
    email: text("E-mail", {
      width: 220,
      aliases: ["email", "email address", "e-mail address", "mail", "work email", "school email", "username"],
      help: "The address that this person answers from.",
    }),
    supportGroup: suggestion(
      "Support group",
      { kind: "column", tab: "groups", column: "name", also: supportModelOptions },
      {
        width: 190,
        aliases: ["support model", "support", "group", "support level", "model", "cohort group"],
        help: "From the tab Support groups. Blank: the only one there.",
      },
    ),
    facilitator: text("Facilitator", {
      aliases: ["coach", "plc leader"],
      help: "Who looks after this person.",
    }),
    status: choice("Status", enrolmentStatuses, {
      width: 110,
      aliases: ["enrollment status", "enrolment status"],
      help: "A blank means enrolled. Withdrawn people stay here and leave the counts.",
    }),
    enrolledOn: date("Enrolled on", {
      aliases: ["enrolled", "enrollment date", "enrolment date", "date enrolled", "start date", "joined"],
      help: "The day this person joined.",
    }),
    microCredential: suggestion(
      "Micro-credential",
      { kind: "column", tab: "catalogue", column: "name" },
      {
        width: 220,
        aliases: ["micro-credential chosen", "microcredential", "mc", "chosen micro-credential"],
        help: "The micro-credential this person has chosen, once known.",
      },
    ),
    location: suggestion(
      "Location",
      { kind: "list", options: locations },
      { aliases: ["location type", "locale", "setting"], help: "The kind of place this person teaches in." },
    ),
    school: text("School", {
      width: 180,
      aliases: ["school name", "building", "district", "lea"],
      help: "School or workplace.",
    }),
    gradeLevel: suggestion(
      "Grade level",
      { kind: "list", options: gradeLevels },
      { aliases: ["grade", "grades", "grade band"], help: "Grades this person teaches." },
    ),
    subject: text("Subject area", { aliases: ["subject", "content area"], help: "Subject this person teaches." }),
    years: suggestion(
      "Years of service",
      { kind: "list", options: yearsOfService },
      { aliases: ["years", "years of experience", "years teaching", "experience"], help: "How long in education." },
    ),
    educatorType: suggestion(
      "Type of educator",
      { kind: "list", options: educatorTypes },
      {
        aliases: ["educator type", "role", "position", "job title"],
        help: "Teacher, specialist, support professional …",
      },
    ),
    consent: checkbox("May be named", {
      aliases: ["consent", "may be celebrated"],
      help: "Ticked: agreed to be named when we celebrate. Nobody else is.",
    }),
    notes: text("Notes", { width: 240, aliases: ["note", "comments"], help: "For the team. Never in a report." }),
  },
  styles: [{ when: '={roster.status}="Withdrawn"', fontColor: "#5f6368", strikethrough: true }],
});
