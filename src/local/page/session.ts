import type {
  Access,
  EditAnswer,
  EditOptions,
  OpenedPage,
  Opening,
  Outline,
  RunAnswer,
  SheetEdit,
  WorkspaceProblem,
} from "../workspace/protocol";
import { type Client, startClient } from "./client";
import { Painted } from "./grid/painted";
import { problemSentence } from "./problem-words";

/** What the person is told in passing. */
export interface Notice {
  readonly id: number;
  readonly kind: "toast" | "error";
  readonly title: string;
  readonly message: string;
}

/** A page of the add-on that is open; a new `key` is a new page. */
export interface FramePage extends OpenedPage {
  readonly key: number;
}

export interface SessionState {
  /** `starting`: the program is not there yet. `first-visit`: there is none. */
  readonly phase: "starting" | "first-visit" | "open" | "failed";
  readonly access: Access;
  readonly problem: WorkspaceProblem | null;
  readonly outline: Outline | null;
  /** The last change is not stored yet. */
  readonly isSaving: boolean;
  readonly activeTabId: number;
  readonly dialog: FramePage | null;
  readonly sidebar: FramePage | null;
  readonly notices: readonly Notice[];
  /** When the work under way began; null when nothing is. */
  readonly busySince: number | null;
  /** An edit of a protected tab that waits for the person's word. */
  readonly confirm: { readonly edit: SheetEdit; readonly description: string } | null;
}

const atFirst: SessionState = {
  phase: "starting",
  access: "editing",
  problem: null,
  outline: null,
  isSaving: false,
  activeTabId: 0,
  dialog: null,
  sidebar: null,
  notices: [],
  busySince: null,
  confirm: null,
};

/** The program as the page knows it, and what the person does with it. Components look at `state` and call methods. */
export class Session {
  state = atFirst;
  private client: Client;
  private readonly listeners = new Set<() => void>();
  private readonly painted = new Map<number, Painted>();
  private running = 0;
  private keys = 0;

  constructor(private readonly clock: string | null) {
    this.client = startClient(clock);
  }

  get api(): Client["api"] {
    return this.client.api;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  change(next: Partial<SessionState>): void {
    this.state = { ...this.state, ...next };
    for (const listener of this.listeners) listener();
  }

  paintedTab(tabId: number): Painted {
    const known = this.painted.get(tabId);
    if (known) return known;
    const fresh = new Painted(
      tabId,
      (...rows) => this.api.paint(...rows),
      () => this.change({}),
    );
    this.painted.set(tabId, fresh);
    return fresh;
  }

  /** Opens what this browser has stored. */
  open(): Promise<void> {
    return this.opened(this.api.open());
  }

  start(from: "sample" | "empty"): Promise<void> {
    return this.opened(this.api.start(from));
  }

  openFile(file: Blob): Promise<void> {
    return this.opened(this.api.openFile(file));
  }

  async deleteEverything(): Promise<void> {
    await this.working(this.api.deleteEverything());
    this.painted.clear();
    this.change({ ...atFirst, phase: "first-visit", notices: this.state.notices });
  }

  /** Ends a run that takes too long, as Google ends one after six minutes; the program is as it was before it. */
  async stopRun(): Promise<void> {
    this.client.stop();
    this.client = startClient(this.clock);
    this.running = 0;
    this.change({ busySince: null, dialog: null, sidebar: null });
    await this.opened(this.openAfterStop());
    const after = this.state.outline
      ? "The program is as it was before; you can start it again."
      : "This browser stores nothing, so the program went with it: open the program file that you saved last.";
    this.tell("error", "Stopped", `The run was stopped. ${after}`);
  }

  showTab(tabId: number): void {
    this.change({ activeTabId: tabId });
  }

  /** Whether the edit was made. */
  async edit(edit: SheetEdit, options?: EditOptions): Promise<boolean> {
    if (this.state.access === "read-only") {
      this.tell("error", "Read only", "Another browser tab has this program open. Make your changes there.");
      return false;
    }
    const answer = await this.working(options ? this.api.edit(edit, options) : this.api.edit(edit)).catch(() => null);
    if (answer?.kind === "protected") this.change({ confirm: { edit, description: answer.description } });
    return this.answered(answer);
  }

  async undo(): Promise<void> {
    this.answered(await this.working(this.api.undo()).catch(() => null));
  }

  async redo(): Promise<void> {
    this.answered(await this.working(this.api.redo()).catch(() => null));
  }

  /** Runs a function of the add-on and shows what it opened. */
  async run(functionName: string, args: readonly unknown[] = []): Promise<RunAnswer["outcome"]> {
    const answer = await this.working(this.api.run(functionName, args)).catch((): null => null);
    if (!answer) {
      return { ok: false, message: "The workspace did not answer. Reload the page: everything up to now is kept." };
    }
    for (const { title, message } of answer.toasts) this.tell("toast", title, message);
    this.change({
      ...(answer.dialog && { dialog: { ...answer.dialog, key: ++this.keys } }),
      ...(answer.sidebar && { sidebar: { ...answer.sidebar, key: ++this.keys } }),
    });
    this.take(answer.outline);
    return answer.outcome;
  }

  /** What a function of the add-on that changes nothing answers, asked behind the person's back; null where it fails. */
  async ask(functionName: string): Promise<unknown> {
    const answer = await this.api.run(functionName, []).catch((): null => null);
    return answer?.outcome.ok ? answer.outcome.value : null;
  }

  /** Runs a menu item: an error is shown, as Google shows it above the sheet. */
  async runMenuItem(functionName: string): Promise<void> {
    const outcome = await this.run(functionName);
    if (!outcome.ok) this.tell("error", "Micro-credential Planner", outcome.message);
  }

  /** Takes what the workspace now says of the program. */
  take(outline: Outline): void {
    const known = new Set(outline.tabs.map(({ id }) => id));
    for (const tabId of this.painted.keys()) if (!known.has(tabId)) this.painted.delete(tabId);
    const before = this.state.outline;
    const moved = before !== null && before.activeTabId !== outline.activeTabId;
    const { activeTabId } = this.state;
    const isGone = !outline.tabs.some(({ id, hidden }) => id === activeTabId && !hidden);
    this.change({ outline, ...((moved || isGone) && { activeTabId: shownTab(outline) }) });
    void this.followSaving();
  }

  tell(kind: Notice["kind"], title: string, message: string): void {
    this.change({ notices: [...this.state.notices, { id: ++this.keys, kind, title, message }] });
  }

  dismiss(id: number): void {
    this.change({ notices: this.state.notices.filter((notice) => notice.id !== id) });
  }

  /** Waits for work, and lets the page show that it goes on. */
  async working<T>(work: Promise<T>): Promise<T> {
    if (this.running++ === 0) this.change({ busySince: Date.now() });
    const { client } = this;
    try {
      return await work;
    } finally {
      if (client === this.client && --this.running === 0) this.change({ busySince: null });
    }
  }

  /** Browsers give a Worker some seconds to end, and as long it has the program to itself. */
  private async openAfterStop(): Promise<Opening> {
    let opening = await this.api.open();
    for (let again = 0; again < 8 && opening.access === "read-only"; again++) opening = await this.api.open();
    return opening;
  }

  private async followSaving(): Promise<void> {
    this.change({ isSaving: true });
    const { outline } = this.state;
    const storage = await this.api.saved().catch(() => null);
    // What was changed meanwhile is followed on its own.
    if (storage === null || outline !== this.state.outline || !outline) return;
    this.change({ isSaving: false, outline: { ...outline, storage } });
  }

  private answered(answer: EditAnswer | null): boolean {
    if (answer?.kind === "done") this.take(answer.outline);
    if (answer?.kind === "refused") this.tell("error", "There was a problem", answer.message);
    if (answer === null) this.tell("error", "There was a problem", "The workspace did not answer. Reload the page.");
    return answer?.kind === "done";
  }

  private async opened(opening: Promise<Opening>): Promise<void> {
    const result = await this.working(opening).catch(() => null);
    if (result === null) {
      this.change({ phase: this.state.outline ? this.state.phase : "failed" });
      if (this.state.outline)
        this.tell("error", "There was a problem", "The workspace did not answer. Reload the page.");
      return;
    }
    const { access } = result;
    if (result.kind === "problem" && this.state.outline) {
      this.change({ access, phase: "open" });
      this.tell("error", "Not opened", problemSentence(result.problem));
      return;
    }
    if (result.kind === "problem") {
      this.change({ problem: result.problem, access, phase: "first-visit" });
      return;
    }
    if (result.kind === "none") {
      this.change({ phase: "first-visit", access, problem: null, outline: null });
      return;
    }
    this.painted.clear();
    const { outline } = result;
    this.change({
      phase: "open",
      access,
      problem: null,
      outline,
      activeTabId: shownTab(outline),
      dialog: null,
      sidebar: null,
    });
  }
}

function shownTab({ tabs, activeTabId }: Outline): number {
  const active = tabs.find(({ id, hidden }) => id === activeTabId && !hidden);
  return (active ?? tabs.find(({ hidden }) => !hidden) ?? tabs[0])?.id ?? 0;
}
