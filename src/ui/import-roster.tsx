import { ImportDialog } from "./parts/import-dialog";
import { tableFigures } from "./parts/table-figures";
import { ToReview } from "./parts/to-review";
import { openDialog } from "./parts/with-facts";
import { server } from "./server";

openDialog({
  title: "Import roster",
  children: (facts) => (
    <ImportDialog
      title="Import roster"
      facts={facts}
      send={(input) => server.importRoster(input)}
      figures={(summary) => tableFigures(summary, "people who are not in the Roster yet")}
      matching={({ mapping }) => ({ mapping, columns: facts.columns.roster })}
      next={({ toReview }) => (
        <>
          <p>Everybody who was added has a participant id and a survey code in the tab Roster.</p>
          <ToReview count={toReview} />
        </>
      )}
    />
  ),
});
