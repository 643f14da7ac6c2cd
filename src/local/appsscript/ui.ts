import { signatureError, text } from "./arguments";
import type { Execution } from "./execution";
import { enumeration, loud } from "./loud";

type Ui = GoogleAppsScript.Base.Ui;
type Menu = GoogleAppsScript.Base.Menu;
type ButtonName = keyof typeof GoogleAppsScript.Base.Button;

/** What a script put before the person, for the page to show and for tests to look at. */
export interface UiRecord {
  /** The add-on's menus and own ones, as they were last added. */
  readonly menus: MenuRecord[];
  readonly dialogs: PageRecord[];
  readonly sidebars: PageRecord[];
  readonly toasts: { readonly title: string; readonly message: string }[];
  readonly alerts: { readonly title: string; readonly prompt: string; readonly answer: string }[];
  /** What the person presses in the alerts to come. */
  answer: ButtonName;
}

interface MenuRecord {
  /** Null for the add-on's own menu, which goes by the add-on's name. */
  readonly caption: string | null;
  readonly items: readonly MenuItemRecord[];
}

type MenuItemRecord =
  | { readonly kind: "item"; readonly caption: string; readonly functionName: string }
  | { readonly kind: "separator" }
  | { readonly kind: "menu"; readonly caption: string; readonly items: readonly MenuItemRecord[] };

interface PageRecord {
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
}

export function createUi(execution: Execution): { ui: Ui; record: UiRecord } {
  const record: UiRecord = { menus: [], dialogs: [], sidebars: [], toasts: [], alerts: [], answer: "OK" };
  const buttons = enumeration<Ui["Button"]>("Button", ["OK", "CANCEL", "YES", "NO", "CLOSE"]);
  const buttonSets = enumeration<Ui["ButtonSet"]>("ButtonSet", ["OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL"]);
  const items = new WeakMap<Menu, { caption: string | null; items: MenuItemRecord[] }>();

  const createMenu = (caption: string | null): Menu => {
    const own: MenuItemRecord[] = [];
    const menu: Menu = loud<Menu>(execution, "Menu", {
      addItem: (label, functionName) => {
        own.push({ kind: "item", caption: text("Menu.addItem", label), functionName });
        return menu;
      },
      addSeparator: () => {
        own.push({ kind: "separator" });
        return menu;
      },
      addSubMenu: (sub) => {
        const known = items.get(sub);
        if (!known) throw signatureError("Menu.addSubMenu", [sub]);
        own.push({ kind: "menu", caption: known.caption ?? "", items: known.items });
        return menu;
      },
      addToUi: () => {
        const others = record.menus.filter((other) => other.caption !== caption);
        record.menus.splice(0, record.menus.length, ...others, { caption, items: own });
      },
    });
    items.set(menu, { caption, items: own });
    return menu;
  };

  const ui = loud<Ui>(execution, "Ui", {
    Button: buttons,
    ButtonSet: buttonSets,
    createAddonMenu: () => createMenu(null),
    createMenu: (caption) => createMenu(text("Ui.createMenu", caption)),
    showModalDialog: (page, title) => {
      record.dialogs.push({ ...pageOf(page), title });
    },
    showSidebar: (page) => {
      record.sidebars.push(pageOf(page));
    },
    alert: (first: string, second?: unknown, third?: unknown) => {
      const hasTitle = third !== undefined;
      const prompt = hasTitle ? text("Ui.alert", second) : first;
      record.alerts.push({ title: hasTitle ? first : "", prompt, answer: record.answer });
      return buttons[record.answer];
    },
  });
  return { ui, record };
}

function pageOf(page: GoogleAppsScript.HTML.HtmlOutput): PageRecord {
  return {
    title: page.getTitle(),
    html: page.getContent(),
    width: page.getWidth() || null,
    height: page.getHeight() || null,
  };
}
