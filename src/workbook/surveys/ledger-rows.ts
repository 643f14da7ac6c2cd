import { cellText } from "../cell";
import { type Change, upsertRows } from "../plan";
import { cellAt, type Snapshot } from "../snapshot";
import type { RowCells } from "../tab";
import { sending } from "../tabs/sending";
import { type LedgerRow, SENDING_STATUS } from "./ledger";
import type { Survey } from "./survey-list";

/** A message that is about to go out. */
type Outgoing = Pick<LedgerRow, "key" | "message" | "participant">;

/**
 * The ledger as it has to be before anything goes out: who is to get a message waits; what was cut off is unsure; who
 * waited and is not to get it any more is left out.
 */
export function planLedger(
  snapshot: Snapshot,
  { label }: Pick<Survey, "label">,
  ledger: ReadonlyMap<string, LedgerRow>,
  outgoing: readonly Outgoing[],
  about: { readonly now: string; readonly isOver: (row: LedgerRow) => boolean },
): readonly Change[] {
  const { waiting, sending: cutOff, unsure, leftOut } = SENDING_STATUS;
  const row = ({ key, message, participant }: Outgoing, status: string, time = about.now): RowCells => ({
    key,
    survey: label,
    message,
    participant,
    status,
    time: { date: time },
  });
  const wanted = new Set(outgoing.map(({ key }) => key));
  const rows = outgoing.filter(({ key }) => ledger.get(key)?.status !== waiting).map((each) => row(each, waiting));
  for (const each of ledger.values()) {
    if (wanted.has(each.key)) continue;
    if (each.status === cutOff) rows.push(row(each, unsure, each.time || about.now));
    if (each.status === waiting && about.isOver(each)) rows.push(row(each, leftOut));
  }
  const changed = new Set(rows.map(({ key }) => cellText(key ?? "")));
  const now = snapshot.tabs.get(sending.key);
  return upsertRows(sending, now, rows, (at) => now !== undefined && changed.has(cellText(cellAt(now, at, "key"))));
}
