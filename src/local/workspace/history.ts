import type { WorkbookFile, WorkbookState } from "../appsscript/workbook-file";

/** Steps that can be undone and done again: a person's edit each, or a run of the add-on. */
export class History {
  private undoable: WorkbookState[] = [];
  private redoable: WorkbookState[] = [];

  constructor(
    private readonly file: WorkbookFile,
    private readonly mostSteps = 100,
  ) {}

  get canUndo(): boolean {
    return this.undoable.length > 0;
  }

  get canRedo(): boolean {
    return this.redoable.length > 0;
  }

  /**
   * Begins a step; the function returned ends it. A step that changed nothing is none.
   *
   * @example const end = history.begin(); await run(); end();
   */
  begin(): () => void {
    const before = this.file.state();
    return () => {
      if (this.file.isAsIn(before)) return;
      this.undoable = [...this.undoable, before].slice(-this.mostSteps);
      this.redoable = [];
    };
  }

  /** False where there is nothing to undo. */
  undo(): boolean {
    return this.go(this.undoable, this.redoable);
  }

  redo(): boolean {
    return this.go(this.redoable, this.undoable);
  }

  private go(from: WorkbookState[], to: WorkbookState[]): boolean {
    const state = from.pop();
    if (!state) return false;
    const left = this.file.state();
    to.push(left);
    this.file.restore(state);
    this.showChange(left);
    return true;
  }

  /** Brings the tab to the front in which the person can see what happened. */
  private showChange(left: WorkbookState): void {
    const changed = this.file.changedTabs(left).filter((tab) => !tab.hidden);
    const isSeen = changed.some((tab) => tab.id === this.file.activeTabId);
    const first = changed[0];
    if (first && !isSeen) this.file.activeTabId = first.id;
  }
}
