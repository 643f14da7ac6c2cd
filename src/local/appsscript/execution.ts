import { CallCounter } from "./call-counter";
import { type CallKind, declarationOf } from "./members";
import { type AuthMode, refusal } from "./permissions";

/** Runs before a call; it may throw, wait, or change the workbook as somebody else. */
export type BeforeCall = (member: string, kind: CallKind | "flush", index: number) => void;

/**
 * A script's run as the services see it: what it may do, what it called, and its writes that wait (Google's
 * write-behind). Waiting writes go out at a flush, before a read, and at the end.
 */
export class Execution {
  readonly counter = new CallCounter();
  /** What the user did not agree to, as whole URLs. */
  readonly withheldScopes = new Set<string>();
  private readonly watchers = new Set<BeforeCall>();
  private waiting: (() => void)[] = [];
  private index = 0;
  private depth = 0;
  private member = "";
  private isAside = false;
  /** Whether a person sees what the script shows: nobody does where a trigger runs it. */
  hasUi = true;

  constructor(
    public mode: AuthMode,
    /** Called when no write waits any more. */
    private readonly settled: () => void,
  ) {}

  beforeCall(watcher: BeforeCall): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Services that call each other are one call to the script. */
  call<T>(member: string, run: () => T): T {
    if (this.depth > 0) return run();
    const { kind, needs } = declarationOf(member);
    this.member = member;
    this.inside(() => this.announce(member, kind));
    if (!this.isAside) this.counter.count(member, kind);
    const refused = refusal(member, needs, this.mode, this.withheldScopes);
    if (refused) throw new Error(refused);
    if (kind === "read") this.settle();
    return this.inside(run);
  }

  /** Lets a write wait. */
  later(write: () => void): void {
    this.waiting.push(write);
  }

  /** Lets all waiting writes out. Whoever watches may act first, so that these land on what they did. */
  settle(): void {
    if (this.waiting.length === 0) return;
    this.inside(() => this.announce(this.member, "flush"));
    const writes = this.waiting;
    this.waiting = [];
    try {
      for (const write of writes) write();
    } finally {
      this.settled();
    }
  }

  end(writes: "settle" | "drop"): void {
    this.member = "end of execution";
    if (writes === "settle") this.settle();
    this.waiting = [];
    this.settled();
  }

  get isInACall(): boolean {
    return this.depth > 0;
  }

  /** Another run of the script while this one waits in a call: with its own writes, neither counted nor watched. */
  aside<T>(run: () => T): T {
    const { waiting, depth, member, isAside } = this;
    this.waiting = [];
    this.depth = 0;
    this.isAside = true;
    try {
      return run();
    } finally {
      Object.assign(this, { waiting, depth, member, isAside });
    }
  }

  private announce(member: string, kind: CallKind | "flush"): void {
    if (this.isAside) return;
    const index = this.index++;
    for (const watcher of this.watchers) watcher(member, kind, index);
  }

  /** Calls made while a call runs, or by those who watch, are no calls of the script. */
  inside<T>(run: () => T): T {
    this.depth++;
    try {
      return run();
    } finally {
      this.depth--;
    }
  }
}
