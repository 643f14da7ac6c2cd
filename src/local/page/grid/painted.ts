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

/**
 * The rows of a tab that the page has seen, as the workspace painted them. What is old stays until what is new is
 * there, so that nothing flickers; `onChange` says that something came.
 */
export class Painted {
  private readonly blocks = new Map<number, Block>();
  /** Texts typed here that the workspace has not painted yet. */
  private readonly typed = new Map<string, string>();

  constructor(
    readonly tabId: number,
    private readonly paint: Paint,
    private readonly onChange: () => void,
  ) {}

  cell(row: number, column: number): PaintedCell | null {
    const known = this.blocks.get(blockOf(row))?.rows[(row - 1) % BLOCK]?.[column - 1] ?? null;
    const typed = this.typed.get(`${row}:${column}`);
    return typed === undefined ? known : { ...known, text: typed };
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

  /** Shows a text at once; the next painting of its row takes its place. */
  type(row: number, column: number, text: string): void {
    this.typed.set(`${row}:${column}`, text);
    this.onChange();
  }

  /** Takes back what was shown at once and then refused. */
  forgetTyped(): void {
    this.typed.clear();
    this.onChange();
  }

  private async ask(block: number, revision: number): Promise<void> {
    const painted = await this.paint(this.tabId, block * BLOCK + 1, BLOCK).catch(() => null);
    const known = this.blocks.get(block);
    if (!known || known.asked > revision) return;
    if (painted === null) {
      this.blocks.delete(block);
      return;
    }
    known.rows = painted.rows;
    for (const key of this.typed.keys()) if (blockOf(Number.parseInt(key, 10)) === block) this.typed.delete(key);
    this.onChange();
  }
}

function blockOf(row: number): number {
  return Math.floor((row - 1) / BLOCK);
}
