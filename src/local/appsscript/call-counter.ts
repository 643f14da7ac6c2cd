import type { CallKind } from "./members";

type CallsByMember = Readonly<Record<string, number>>;

/** How often a script called the services, and how many cells went each way. */
export class CallCounter {
  private readonly counts = new Map<string, { kind: CallKind; count: number }>();
  readonly cells = { read: 0, written: 0 };

  count(member: string, kind: CallKind): void {
    const known = this.counts.get(member);
    if (known) known.count++;
    else this.counts.set(member, { kind, count: 1 });
  }

  reset(): void {
    this.counts.clear();
    this.cells.read = 0;
    this.cells.written = 0;
  }

  totals(): { reads: number; writes: number } {
    return { reads: this.sum("read"), writes: this.sum("write") };
  }

  byMember(): { read: CallsByMember; write: CallsByMember; other: CallsByMember } {
    return { read: this.members("read"), write: this.members("write"), other: this.members("other") };
  }

  private members(kind: CallKind): CallsByMember {
    const ofKind = [...this.counts].filter(([, entry]) => entry.kind === kind);
    return Object.fromEntries(ofKind.map(([member, { count }]) => [member, count]));
  }

  private sum(kind: CallKind): number {
    return Object.values(this.members(kind)).reduce((sum, count) => sum + count, 0);
  }
}
