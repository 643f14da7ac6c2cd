import { ImportDialog } from "./parts/import-dialog";
import { tableFigures } from "./parts/table-figures";
import { ToReview } from "./parts/to-review";
import { openDialog } from "./parts/with-facts";
import { server } from "./server";

openDialog({
  title: "Import submissions",
  children: (facts) => (
    <ImportDialog
      title="Import submissions"
      facts={facts}
      send={(input) => server.importSubmissions(input)}
      figures={(summary) => tableFigures(summary, "attempts that are not in Submissions yet")}
      matching={({ mapping }) => ({ mapping, columns: facts.columns.submissions })}
      next={({ toReview }) => (
        <>
          <p>Run Refresh results to count them.</p>
          <ToReview count={toReview} />
        </>
      )}
    />
  ),
});
