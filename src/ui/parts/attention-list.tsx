import type { AttentionShown, PageCommand } from "../../commands/planner-facts";
import { Button } from "./button";

interface AttentionListProps {
  readonly attention: readonly AttentionShown[];
  readonly missing: readonly string[];
  readonly onOpen: (command: PageCommand) => void;
  readonly onOpenTab: (key: string) => void;
}

/** What a person has to see to, with the way to the tab and to the command that helps. */
export function AttentionList({ attention, missing, onOpen, onOpenTab }: AttentionListProps) {
  return (
    <section aria-labelledby="attention">
      <h2 id="attention">Needs attention{attention.length === 0 ? "" : ` (${attention.length})`}</h2>
      {attention.length === 0 ? <p>Nothing right now.</p> : null}
      <ul class="attention">
        {attention.map(({ code, message, tab, command }) => (
          <li key={code}>
            <p>{message}</p>
            <div class="actions">
              <Button onClick={() => onOpenTab(tab.key)}>Open {tab.name}</Button>
              {command ? <Button onClick={() => onOpen(command)}>{command.label}</Button> : null}
            </div>
          </li>
        ))}
      </ul>
      {missing.length === 0 ? null : (
        <p class="help">
          Not looked at, since somebody took it away: {missing.join(", ")}. Set up workbook can add it again.
        </p>
      )}
    </section>
  );
}
