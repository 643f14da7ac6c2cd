import type { PaintedCell, PaintedRows } from "../../workspace/protocol";

type Paint = (tabId: number, firstRow: number, rowCount: number) => Promise<PaintedRows>;
type PaintedRow = readonly (PaintedCell | null)[];

/** Rows are asked for in blocks of so many. */
const BLOCK = 50;

interface Block {
  /** The revision that was asked for last. */
  asked: number;
  rows: readonly PaintedRow[];
}

interface Typed {
  readonly text: string;
  /** The revision that has it; null while the workspace has not answered. */
  revision: number | null;
}

/** Older than any revision. */
const NEVER = -1;

/**
 * The rows of a tab that the page has seen, as the workspace painted them. What is old stays until what is new is
 * there, so that nothing flickers; `onChange` says that something came.
 */
export class Painted {
  private readonly blocks = new Map<number, Block>();
  /** Texts typed here that the workspace has not painted yet. */
  private readonly typed = new Map<string, Typed>();

  constructor(
    readonly tabId: number,
    private readonly paint: Paint,
    private readonly onChange: () => void,
  ) {}

  cell(row: number, column: number): PaintedCell | null {
    const known = this.blocks.get(blockOf(row))?.rows[(row - 1) % BLOCK]?.[column - 1] ?? null;
    const typed = this.typed.get(`${row}:${column}`);
    return typed === undefined ? known : { ...known, text: typed.text, input: typed.text };
  }

  /** Asks for what is missing or older than the revision. */
  need(firstRow: number, lastRow: number, revision: number): void {
    for (let block = blockOf(firstRow); block <= blockOf(lastRow); block++) {
      const known = this.blocks.get(block);
      if (known && known.asked >= revision) continue;
      this.blocks.set(block, { asked: revision, rows: known?.rows ?? [] });
      void this.ask(block, revision);
    }
  }

  /**
   * Shows a text at once. The function returned is to be told the revision that has it, or null where it was refused:
   * the painting of that revision, or what was there before, takes its place.
   */
  type(row: number, column: number, text: string): (revision: number | null) => void {
    const key = `${row}:${column}`;
    const typed: Typed = { text, revision: null };
    this.typed.set(key, typed);
    this.onChange();
    return (revision) => {
      typed.revision = revision;
      if (revision !== null || this.typed.get(key) !== typed) return;
      this.typed.delete(key);
      this.onChange();
    };
  }

  private async ask(block: number, revision: number): Promise<void> {
    const painted = await this.paint(this.tabId, block * BLOCK + 1, BLOCK).catch(() => null);
    const known = this.blocks.get(block);
    if (!known || known.asked > revision) return;
    if (painted === null) {
      known.asked = NEVER;
      return;
    }
    known.rows = painted.rows;
    for (const [key, typed] of this.typed) {
      const isPainted = typed.revision !== null && typed.revision <= painted.revision;
      if (isPainted && blockOf(Number.parseInt(key, 10)) === block) this.typed.delete(key);
    }
    this.onChange();
  }
}

function blockOf(row: number): number {
  return Math.floor((row - 1) / BLOCK);
}
