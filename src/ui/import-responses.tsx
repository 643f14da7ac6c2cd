import { useState } from "preact/hooks";
import type { DialogFacts } from "../commands/dialog-facts";
import type { ResponsesSummary } from "../workbook/imports/responses";
import { SelectField } from "./parts/field";
import type { Figure } from "./parts/figures";
import { ImportDialog } from "./parts/import-dialog";
import { openDialog } from "./parts/with-facts";
import { server } from "./server";

openDialog({ title: "Import survey answers", children: (facts) => <ImportResponses facts={facts} /> });

function ImportResponses({ facts }: { readonly facts: DialogFacts }) {
  const [survey, setSurvey] = useState(facts.surveys[0]?.id ?? "");
  return (
    <ImportDialog
      title="Import survey answers"
      facts={facts}
      question={<SelectField label="Survey" value={survey} options={facts.surveys} onChange={setSurvey} />}
      send={(input) => server.importResponses({ ...input, survey })}
      figures={figuresOf}
      matching={({ mapping, questions }) => ({ mapping, columns: [...uses, ...questions], severally: isShared })}
      next={({ unmatched }) => (
        <p>
          {unmatched === 0
            ? null
            : `${unmatched} could not be tied to anybody: run Match survey answers, which suggests whose they are. `}
          Run Refresh results to count the answers.
        </p>
      )}
    />
  );
}

/** What a column can be besides a question of the bank; the keys are those of COLUMN_USES. */
const uses = [
  { key: "@time", header: "Time of the answer" },
  { key: "@code", header: "Participant code" },
  { key: "@email", header: "E-mail" },
  { key: "@name", header: "Name" },
  { key: "@own", header: "A question of its own, as it is" },
] as const;

/** First and last name, the rows of a grid, a question that stands there twice. */
const isShared = (column: string): boolean => !["@time", "@code", "@email"].includes(column);

const figuresOf = ({ rows, added, matched, unmatched, replaced }: ResponsesSummary): readonly Figure[] => [
  { label: "Rows", value: rows, note: "in the table" },
  { label: "New", value: added, note: "answers not known before" },
  { label: "Matched", value: matched, note: "of all answers to this survey" },
  { label: "Not matched", value: unmatched, note: "of all; they count all the same" },
  { label: "Replaced", value: replaced, note: "by a later answer of the same person" },
];
