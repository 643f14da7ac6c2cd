import type { DocumentData } from "../document-data";
import type { OutsideData, SentMail } from "../outside-data";
import type { SheetData, WorkbookData } from "../workbook-data";
import type { CallCounter } from "./call-counter";
import { CellValues, type MakeDate } from "./cell-values";
import { ConditionEngine } from "./condition-engine";
import { createDocumentApp } from "./document-app";
import { createEditor, type Editor } from "./editor";
import { chartsService } from "./embedded-chart";
import { type BeforeCall, Execution } from "./execution";
import { createFormApp } from "./form-app";
import { createFormEditor, type FormEditor } from "./form-editor";
import { FormStore, type ResponseTabDelay } from "./form-store";
import { FormulaEngine } from "./formula-engine";
import { createHtmlService } from "./html-service";
import { createLockService, type DocumentLock, releaseOwnLock } from "./lock-service";
import { createMailApp, type UnclearFailure } from "./mail-app";
import type { OpenSheet } from "./open-sheet";
import { createOtherRuns, type OtherRuns } from "./other-runs";
import type { AuthMode } from "./permissions";
import { createPropertiesService } from "./properties-service";
import { createScriptApp } from "./script-app";
import { openFile, snapshotOf, snapshotOfTab } from "./snapshot";
import { createSpreadsheetApp } from "./spreadsheet-app";
import type { Tab } from "./tab";
import { createTriggerDesk, type TriggerDesk, type TriggerFiring } from "./trigger-desk";
import { createUi, type UiRecord } from "./ui";
import { createSession, createUtilities } from "./utilities";

export interface ServiceOptions {
  readonly workbook: WorkbookData;
  /** The time zone of the script's manifest, apart from that of the spreadsheet. */
  readonly scriptTimeZone: string;
  readonly now: () => Date;
  /** For documents' and tabs' ids and `Utilities.getUuid`. */
  readonly randomId: () => string;
  readonly authMode?: AuthMode;
  /** What the program has outside the workbook; nothing, if left out. */
  readonly outside?: OutsideData;
  /** How many recipients there are for a day. */
  readonly mailQuota?: number;
  /** Addresses that mail is not taken for. */
  readonly refusedAddresses?: readonly string[];
  /** Addresses at which the mail service fails without saying whether the mail went, and whether it did. */
  readonly unclearAddresses?: Readonly<Record<string, UnclearFailure>>;
  /** How many forms the user may still make today; any number, if left out. */
  readonly formQuota?: number;
  /** What Google makes of an answer that lands in the spreadsheet, where there is a trigger: one run, if left out. */
  readonly triggerFiring?: TriggerFiring;
  /** Google takes a moment to make a form's response tab: by itself, until the script has looked for it twice. */
  readonly responseTabDelay?: ResponseTabDelay;
  /** Scopes that the user did not agree to. */
  readonly withheldScopes?: readonly string[];
  readonly userLocale?: string;
  /** The project's HTML files by their names without the ending. */
  readonly htmlFiles?: (name: string) => string;
  /** Makes the Dates that scripts read: give `Date` of the bundle's realm where it runs in another one. */
  readonly makeDate?: MakeDate;
}

/** The globals that a script finds; everything else that Google has is missing. */
interface ServiceGlobals {
  readonly SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly Charts: typeof chartsService;
  readonly DocumentApp: GoogleAppsScript.Document.DocumentApp;
  readonly HtmlService: GoogleAppsScript.HTML.HtmlService;
  readonly LockService: GoogleAppsScript.Lock.LockService;
  readonly PropertiesService: GoogleAppsScript.Properties.PropertiesService;
  readonly MailApp: GoogleAppsScript.Mail.MailApp;
  readonly Utilities: GoogleAppsScript.Utilities.Utilities;
  readonly Session: GoogleAppsScript.Base.Session;
  readonly ScriptApp: GoogleAppsScript.Script.ScriptApp;
  readonly FormApp: GoogleAppsScript.Forms.FormApp;
}

export interface LocalServices {
  readonly globals: ServiceGlobals;
  readonly calls: CallCounter;
  readonly hooks: {
    /** Adds a watcher that runs before each call (which may throw) and before waiting writes go out; returns its removal. */
    beforeCall(watcher: BeforeCall): () => void;
  };
  readonly editor: Editor;
  readonly sheet: OpenSheet;
  readonly ui: UiRecord;
  readonly mail: readonly SentMail[];
  /** How many recipients may still be written to today. */
  mailLeft(): number;
  /** So many recipients of today's were used up elsewhere. */
  spendMail(recipients: number): void;
  readonly forms: FormStore;
  /** Another person, or Google, at the forms. */
  readonly formEditor: FormEditor;
  readonly triggers: TriggerDesk;
  /** Runs besides the one that was begun here. */
  readonly others: OtherRuns;
  /** The spreadsheet as data, after waiting writes went out. */
  workbook(): WorkbookData;
  /** One of its tabs as data, in the same way; null where there is none of that name. */
  tab(name: string): SheetData | null;
  documents(): DocumentData[];
  /** All that the program has outside the workbook, as data that services can be started with. */
  outside(): OutsideData;
  setAuthMode(mode: AuthMode): void;
  /** The end of a script's run: waiting writes go out (or, for a run cut off, are lost) and its lock is given back. */
  endExecution(writes?: "settle" | "drop"): void;
  /** Gives the formula engine's memory back. */
  free(): void;
}

/** Google's services over one workbook, for one user and one run at a time. */
export function createServices(options: ServiceOptions): LocalServices {
  const file = openFile(options.workbook, options.randomId);
  const execution = new Execution(options.authMode ?? "FULL", () => {
    for (const tab of file.tabs) tab.noGrowthWaiting();
  });
  const engine = new FormulaEngine(file, options.now);
  const makeDate = options.makeDate ?? ((instant) => new Date(instant));
  const values = new CellValues(file, engine, options.now, makeDate);
  const conditions = new ConditionEngine(file, values, options.now);
  const { outside = nothingOutside } = options;
  for (const scope of options.withheldScopes ?? []) execution.withheldScopes.add(scope);
  const lock: DocumentLock = { holder: null };
  const { ui, record } = createUi(execution);
  const { app: documentApp, documents } = createDocumentApp(execution, options.randomId, outside.documents);
  const mail = createMailApp({
    execution,
    now: options.now,
    quota: options.mailQuota ?? 100,
    refused: options.refusedAddresses ?? [],
    unclear: options.unclearAddresses ?? {},
    mail: outside.mail,
  });
  const { service: propertiesService, properties } = createPropertiesService(execution, outside.properties);
  const forms = new FormStore(outside.forms, file, options.randomId, options.now, options.responseTabDelay ?? 2);
  if (options.formQuota !== undefined) forms.createsLeft = options.formQuota;
  execution.beforeCall((member) => {
    if (member === "Spreadsheet.getSheets") forms.look();
  });
  const { scriptTimeZone, userLocale = "en" } = options;
  const tabData = (each: Tab): SheetData =>
    snapshotOfTab(each, (tab, row, column) => engine.result(tab, row, column).value);
  const toast = (message: string, title: string) => {
    record.toasts.push({ title, message });
  };
  const spreadsheetApp = createSpreadsheetApp({ execution, file, values, ui, toast });
  const { app: scriptApp, triggers } = createScriptApp({
    execution,
    randomId: options.randomId,
    triggers: outside.triggers,
    spreadsheetId: file.id,
    isSpreadsheet: (candidate) => candidate === file.id || candidate === spreadsheetApp.getActiveSpreadsheet(),
  });

  const others = createOtherRuns(execution, file, lock);
  const triggerDesk = createTriggerDesk({
    execution,
    ui: record,
    others,
    triggers,
    rowOf: ({ tabId, row }, columns) => {
      const sheet = spreadsheetApp.getActiveSpreadsheet().getSheetById(tabId);
      if (!sheet) throw new Error("The response tab is gone.");
      return sheet.getRange(row, 1, 1, columns);
    },
  });
  triggerDesk.firing = options.triggerFiring ?? "once";

  return {
    globals: {
      SpreadsheetApp: spreadsheetApp,
      Charts: chartsService,
      DocumentApp: documentApp,
      HtmlService: createHtmlService(execution, options.htmlFiles ?? noHtmlFile),
      LockService: createLockService(execution, lock),
      PropertiesService: propertiesService,
      MailApp: mail.app,
      Utilities: createUtilities(execution, options.randomId),
      Session: createSession(execution, { userLocale, scriptTimeZone }),
      ScriptApp: scriptApp,
      FormApp: createFormApp({ execution, store: forms, makeDate, scriptTimeZone }, file.id),
    },
    calls: execution.counter,
    hooks: { beforeCall: (watcher) => execution.beforeCall(watcher) },
    editor: createEditor(file, values, lock),
    sheet: { file, values, conditions },
    ui: record,
    mail: mail.sent,
    mailLeft: mail.left,
    spendMail: mail.spend,
    forms,
    formEditor: createFormEditor(forms),
    triggers: triggerDesk,
    others,
    workbook: () => {
      execution.settle();
      return snapshotOf(file, tabData);
    },
    tab: (name) => {
      execution.settle();
      const tab = file.tabNamed(name);
      return tab ? tabData(tab) : null;
    },
    documents,
    outside: () => ({
      documents: documents(),
      forms: forms.all(),
      mail: mail.mail(),
      triggers: triggers(),
      properties: properties(),
    }),
    setAuthMode: (mode) => {
      execution.mode = mode;
    },
    endExecution: (writes = "settle") => {
      try {
        execution.end(writes);
      } finally {
        releaseOwnLock(lock);
        forms.tabsArrive();
      }
    },
    free: () => {
      conditions.free();
      engine.free();
    },
  };
}

const nothingOutside: OutsideData = {
  documents: [],
  forms: [],
  mail: { sent: [], quota: null },
  triggers: [],
  properties: { document: {}, user: {}, script: {} },
};

function noHtmlFile(name: string): never {
  throw new Error(`No HTML file named ${name} was found.`);
}
