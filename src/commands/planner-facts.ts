import * as z from "zod/mini";
import { type MenuCall, type MenuItem, menu } from "../content/menu";
import { readStoredWords } from "../google/words";
import { openWorkbook } from "../google/workbook";
import { programSetupSchema } from "../program/program-setup";
import { type Attention, type Standing, standing, standingTabs } from "../workbook/outcome/standing";
import { readSettings, setting } from "../workbook/settings";
import { tabs } from "../workbook/tabs/index";
import { settings } from "../workbook/tabs/settings";

/** One of the planner's pages, and what its menu entry says. */
export type PageCommand = MenuItem<MenuCall>;

/** What the sidebar shows. */
export interface PlannerFacts {
  readonly workbook: "not-set-up" | "copy" | "ready";
  /** What the program is called; blank before set-up. */
  readonly program: string;
  /** Today, in the spreadsheet's time zone. */
  readonly asOf: string;
  /** The next best action; without a command where nothing has to be done. */
  readonly next: { readonly why: string; readonly command: PageCommand | null };
  /** Null until the workbook is set up and settled. */
  readonly standing: StandingShown | null;
  /** Every command, as the menu has them. */
  readonly commands: readonly PageCommand[];
}

interface StandingShown extends Omit<Standing, "step" | "attention"> {
  readonly attention: readonly AttentionShown[];
}

export interface AttentionShown extends Omit<Attention, "tab"> {
  /** The tab to look at, and what it is called now. */
  readonly tab: { readonly key: string; readonly name: string };
  /** The command that mends it, where one does. */
  readonly command: PageCommand | null;
}

/** Reads where the program stands. Writes nothing, so it waits for nobody's lock. */
export function plannerFacts(): PlannerFacts {
  const { snapshot, sheets, id, zone } = openWorkbook(standingTabs);
  const remembered = readSettings(snapshot);
  const isCopy = setting(remembered, "spreadsheet", z.string(), id) !== id;
  const workbook = !sheets.has(settings.key) ? "not-set-up" : isCopy ? "copy" : "ready";
  const asOf = zone.wallClock(new Date()).date.slice(0, 10);
  const words = readStoredWords();
  const { step, ...found } = workbook === "ready" ? standing(snapshot, asOf, words) : { step: STEP_BEFORE[workbook] };
  const nameOf = (key: string): string =>
    sheets.get(key)?.getName() ?? tabs.find((tab) => tab.key === key)?.title ?? key;
  return {
    workbook,
    program: setting(remembered, "program", z.nullable(programSetupSchema), null)?.program ?? "",
    asOf,
    next: { why: words.nextStepWords[step].why, command: commandOf(words.nextStepWords[step].call) },
    standing:
      "attention" in found
        ? {
            ...found,
            attention: found.attention.map((each) => ({
              ...each,
              tab: { key: each.tab, name: nameOf(each.tab) },
              command: commandOf(words.attentionWords[each.code].call),
            })),
          }
        : null,
    commands: menu.slice(1).flatMap(({ items }): readonly PageCommand[] => items),
  };
}

const STEP_BEFORE = { "not-set-up": "set-up", copy: "settle-copy" } as const;

function commandOf(call: MenuCall | null): PageCommand | null {
  return menu.reduce<PageCommand | null>(
    (found, { items }) => found ?? items.find((each) => each.call === call) ?? null,
    null,
  );
}
