import type { PageCommand, PlannerFacts } from "../../commands/planner-facts";
import { focusSheet, server } from "../server";
import { useTask } from "../use-task";
import { AttentionList } from "./attention-list";
import { Button } from "./button";
import { ComingDates } from "./coming-dates";
import { Phases } from "./phases";
import { shortDate } from "./short-date";
import { usePlannerFacts } from "./use-planner-facts";

/** The sidebar: what to do next, what needs attention, where the program stands, and every command. */
export function Planner() {
  const { facts, failure, waiting, told, read } = usePlannerFacts();
  /** What stood in the way of opening something, or blank. */
  const opened = useTask<string>();
  const open = (work: () => Promise<string>): void => {
    if (!opened.running) opened.start(work);
  };
  const openPage = ({ call }: PageCommand): void =>
    open(async () => {
      await server[call]();
      return "";
    });
  const openTab = (sheet: string): void =>
    open(async () => {
      const { ok, problems } = await server.openTab({ sheet });
      if (ok) focusSheet();
      return problems.map(({ message }) => message).join(" ");
    });
  const notOpened = opened.failure || opened.value || "";
  const status = waiting ? "Reading the workbook…" : opened.running ? "Opening…" : "";
  return (
    <main class="planner">
      <h1>{facts?.program || "Micro-credential Planner"}</h1>
      {failure === "" ? null : (
        <section class="failure" role="alert">
          <h2>{facts ? "This may be out of date" : "The workbook could not be read"}</h2>
          <p>{failure}</p>
          <Button primary={!facts} busy={waiting} onClick={read}>
            Try again
          </Button>
        </section>
      )}
      {notOpened === "" ? null : (
        <section class="failure" role="alert" key={opened.round}>
          <h2>This could not be opened</h2>
          <p>{notOpened}</p>
        </section>
      )}
      {facts ? <Shown facts={facts} onOpen={openPage} onOpenTab={openTab} /> : null}
      <footer>
        <p role="status" class={status === "" ? "told" : "status"}>
          {status || told}
        </p>
        {facts ? (
          <div class="actions">
            <Button busy={waiting} onClick={read}>
              Refresh
            </Button>
            <span class="help">As of {shortDate(facts.asOf)}</span>
          </div>
        ) : null}
      </footer>
    </main>
  );
}

interface ShownProps {
  readonly facts: PlannerFacts;
  readonly onOpen: (command: PageCommand) => void;
  readonly onOpenTab: (key: string) => void;
}

function Shown({ facts: { next, standing, commands }, onOpen, onOpenTab }: ShownProps) {
  const { command } = next;
  return (
    <>
      <section class="next" aria-labelledby="next">
        <h2 id="next">Next step</h2>
        <p>{next.why}</p>
        {command ? (
          <Button primary onClick={() => onOpen(command)}>
            {command.label}
          </Button>
        ) : null}
      </section>
      {standing ? (
        <>
          <AttentionList {...standing} onOpen={onOpen} onOpenTab={onOpenTab} />
          <ComingDates dates={standing.dates} />
          <Phases {...standing} />
          <People people={standing.people} />
        </>
      ) : null}
      <nav aria-labelledby="commands">
        <h2 id="commands">Commands</h2>
        <ul class="commands">
          {commands.map((each) => (
            <li key={each.call}>
              <Button onClick={() => onOpen(each)}>{each.label}</Button>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

type Standing = NonNullable<PlannerFacts["standing"]>;

/** Counts of people, each with what it is a share of. */
function People({ people }: Pick<Standing, "people">) {
  if (!people) return null;
  const { enrolled, outcomes } = people;
  return (
    <section aria-labelledby="people">
      <h2 id="people">People</h2>
      {enrolled === 0 ? (
        <p>Nobody is enrolled yet.</p>
      ) : (
        <dl class="counts">
          <Count label="Enrolled" value={`${enrolled}`} />
          {outcomes ? <Count label="Submitted" value={`${outcomes.submitted} of ${enrolled} enrolled`} /> : null}
          {outcomes && outcomes.decided > 0 ? (
            <Count label="Awarded" value={`${outcomes.awarded} of ${outcomes.decided} with a decision`} />
          ) : null}
        </dl>
      )}
    </section>
  );
}

function Count({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
