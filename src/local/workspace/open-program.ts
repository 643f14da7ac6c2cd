import { createServices, type LocalServices } from "../appsscript/create-services";
import { snapshotOf, snapshotOfTab } from "../appsscript/snapshot";
import { givenEvent } from "../appsscript/trigger-desk";
import type { WorkbookState } from "../appsscript/workbook-file";
import type { OutsideData } from "../outside-data";
import type { SheetData, WorkbookData } from "../workbook-data";
import { applyEdit } from "./edits";
import { submitForm } from "./forms";
import { History } from "./history";
import { type ProgramData, programOf } from "./program-data";
import type { EditAnswer, EditOptions, FormAnswers, FormOutcome, Outline, RunAnswer, SheetEdit } from "./protocol";
import { loadScript, type Script } from "./script";
import type { ChangedParts } from "./store";
import { tabOutline } from "./tab-outline";

/** What the workspace brings to every program that it opens. */
export interface Surroundings {
  /** The built bundle. */
  readonly code: string;
  readonly htmlFiles: (name: string) => string;
  readonly now: () => Date;
  readonly userLocale: string;
}

/** One program that is open: its services, the add-on running over them, and the steps that can be undone. */
export class OpenProgram {
  readonly services: LocalServices;
  private readonly script: Script;
  private history: History;
  /** How the workbook stood when `changes` was asked last. */
  private told: WorkbookState;
  /** Tabs as data, and how the workbook stood then. */
  private readonly sheets = new Map<number, SheetData>();
  private given: WorkbookState;

  constructor(workbook: WorkbookData, outside: OutsideData | undefined, around: Surroundings) {
    this.services = createServices({
      workbook,
      ...(outside && { outside }),
      scriptTimeZone: "Etc/UTC",
      now: around.now,
      randomId: () => crypto.randomUUID(),
      htmlFiles: around.htmlFiles,
      userLocale: around.userLocale,
    });
    this.script = loadScript(around.code, this.services.globals, around.now);
    this.history = new History(this.services.sheet.file);
    this.told = this.services.sheet.file.state();
    this.given = this.told;
    // As when a Sheet is opened: the menu is added with the little that a simple trigger may do.
    this.services.setAuthMode("LIMITED");
    this.call("onOpen", []);
    this.services.setAuthMode("FULL");
  }

  outline(storage: Outline["storage"]): Outline {
    const { sheet, ui, forms, mail } = this.services;
    const { file } = sheet;
    return {
      name: file.name,
      revision: file.revision,
      tabs: file.tabs.map((tab) => tabOutline(sheet, tab)),
      activeTabId: file.activeTabId,
      canUndo: this.history.canUndo,
      canRedo: this.history.canRedo,
      menus: ui.menus,
      documents: this.services.documents().map(({ id, name }) => ({ id, name })),
      forms: forms.all().map(({ id, title, fileName, responses }) => ({
        id,
        title: title || fileName,
        answers: responses.length,
      })),
      mails: mail.length,
      storage,
    };
  }

  /** The person's edit, as one step to undo. */
  edit(edit: SheetEdit, options?: EditOptions): Exclude<EditAnswer, { kind: "done" }> | { readonly kind: "done" } {
    const end = this.history.begin();
    try {
      return applyEdit(this.services.sheet, edit, options);
    } finally {
      end();
    }
  }

  /** What was done up to now is how the program begins: nobody wants to undo it. */
  beginHere(): void {
    this.history = new History(this.services.sheet.file);
    this.told = this.services.sheet.file.state();
  }

  undo(): boolean {
    return this.history.undo();
  }

  redo(): boolean {
    return this.history.redo();
  }

  /** Runs a function of the add-on as one execution, and as one step to undo. */
  run(functionName: string, args: readonly unknown[]): Omit<RunAnswer, "outline"> {
    const { ui } = this.services;
    // Google passes plain JSON both ways.
    const given: unknown[] = JSON.parse(JSON.stringify(args));
    const outcome = this.call(functionName, given);
    return {
      outcome,
      dialog: ui.dialogs.splice(0).at(-1) ?? null,
      sidebar: ui.sidebars.splice(0).at(-1) ?? null,
      toasts: ui.toasts.splice(0),
    };
  }

  /** Takes a form's answers, and runs what the add-on wants run then. */
  submitForm(id: string, answers: FormAnswers): Exclude<FormOutcome, { kind: "sent" }> | Sent {
    const end = this.history.begin();
    const submission = submitForm(this.services, id, answers);
    end();
    if (submission.kind === "refused") return submission;
    this.services.triggers.carryOut(submission.runs, ({ functionName, event }) => {
      const outcome = this.call(functionName, [givenEvent(event, JSON.parse)]);
      if (!outcome.ok) throw new Error(outcome.message);
    });
    return { kind: "sent", confirmationMessage: submission.confirmationMessage };
  }

  /** The whole program as data. Formulas go without their values, which are computed when it is opened. */
  data(): ProgramData {
    const { file } = this.services.sheet;
    const changed = new Set(file.changedTabs(this.given).map(({ id }) => id));
    const workbook = snapshotOf(file, (tab) => {
      const known = changed.has(tab.id) ? undefined : this.sheets.get(tab.id);
      return known ?? snapshotOfTab(tab, () => "");
    });
    this.sheets.clear();
    for (const sheet of workbook.sheets) this.sheets.set(sheet.id, sheet);
    this.given = file.state();
    return programOf(workbook, this.services.outside());
  }

  /** What changed since this was asked last. */
  changes(): ChangedParts {
    const { file } = this.services.sheet;
    const tabs = file.changedTabs(this.told).map(({ id }) => id);
    this.told = file.state();
    return { tabs, outside: ["documents", "forms", "mail", "triggers", "properties"] };
  }

  free(): void {
    this.services.free();
  }

  private call(functionName: string, args: readonly unknown[]): RunAnswer["outcome"] {
    const found = this.script(functionName);
    if (!found) return { ok: false, message: `Script function not found: ${functionName}` };
    const end = this.history.begin();
    try {
      return { ok: true, value: this.execute(found, args) };
    } catch (error) {
      return { ok: false, message: error instanceof Error ? error.message : String(error) };
    } finally {
      end();
    }
  }

  /** Whatever happens, what the script wrote up to then goes out; that, too, can fail. */
  private execute(found: (...args: readonly unknown[]) => unknown, args: readonly unknown[]): unknown {
    try {
      return JSON.parse(JSON.stringify(found(...args)) ?? "null");
    } finally {
      this.services.endExecution();
    }
  }
}

interface Sent {
  readonly kind: "sent";
  readonly confirmationMessage: string;
}
