import { describe, expect, test } from "vitest";
import { openServices } from "./open-services";

describe("the document lock", () => {
  test("is ours until released or until the run ends", () => {
    const { globals, endExecution } = openServices();
    const lock = globals.LockService.getDocumentLock();
    expect(lock?.hasLock()).toBe(false);
    expect(lock?.tryLock(100)).toBe(true);
    expect(lock?.hasLock()).toBe(true);
    lock?.releaseLock();
    expect(lock?.hasLock()).toBe(false);
    lock?.waitLock(100);
    endExecution();
    expect(lock?.hasLock()).toBe(false);
  });

  test("held by another run, it is refused", () => {
    const { globals, editor } = openServices();
    const lock = globals.LockService.getDocumentLock();
    const release = editor.holdLock();
    expect(lock?.tryLock(100)).toBe(false);
    expect(() => lock?.waitLock(100)).toThrow("Lock timeout: another process was holding the lock for too long.");
    lock?.releaseLock();
    expect(lock?.tryLock(100)).toBe(false);
    release();
    expect(lock?.tryLock(100)).toBe(true);
  });
});

describe("properties", () => {
  test("are strings, in stores of their own", () => {
    const { globals } = openServices();
    const properties = globals.PropertiesService.getDocumentProperties();
    properties?.setProperty("a", JSON.parse("5"));
    properties?.setProperties({ b: "x", c: "y" });
    expect(properties?.getProperties()).toEqual({ a: "5", b: "x", c: "y" });
    expect(properties?.getProperty("none")).toBeNull();
    properties?.setProperties({ d: "z" }, true);
    properties?.deleteProperty("gone");
    expect(properties?.getProperties()).toEqual({ d: "z" });
    expect(globals.PropertiesService.getUserProperties().getProperties()).toEqual({});
  });

  test("have room for 9 KB a value and 500 KB a store", () => {
    const { globals } = openServices();
    const properties = globals.PropertiesService.getDocumentProperties();
    expect(() => properties?.setProperty("a", "é".repeat(4609))).toThrow("Argument too large: value");
    const fill = () => {
      for (let number = 0; number < 60; number++) properties?.setProperty(`key ${number}`, "x".repeat(9216));
    };
    expect(fill).toThrow(/exceeded the property storage quota/);
  });
});

describe("mail", () => {
  test("goes to the outbox and counts recipients", () => {
    const { globals, mail } = openServices({ mailQuota: 5 });
    const message = { to: "a@example.org, Pat <b@example.org>", cc: "c@example.org", subject: "Hi", body: "Text" };
    globals.MailApp.sendEmail(message);
    expect(globals.MailApp.getRemainingDailyQuota()).toBe(2);
    expect(mail).toMatchObject([{ ...message, bcc: "", htmlBody: "", name: "", replyTo: "" }]);
    expect(() => globals.MailApp.sendEmail(message)).toThrow("Service invoked too many times for one day: email.");
    expect(mail.length).toBe(1);
  });

  test("is refused with Google's words", () => {
    const { globals } = openServices();
    const { MailApp } = globals;
    const many = Array.from({ length: 51 }, (_, index) => `p${index}@example.org`).join(",");
    expect(() => MailApp.sendEmail({ to: many, subject: "s", body: "b" })).toThrow(/Email Recipients Per Message/);
    expect(() => MailApp.sendEmail({ to: "nobody", subject: "s" })).toThrow("Invalid email: nobody");
    expect(() => MailApp.sendEmail({ to: "", subject: "s" })).toThrow("Failed to send email: no recipient");
    expect(() => MailApp.sendEmail({ to: "a@example.org", body: "x".repeat(205_000) })).toThrow(/Email Body Size/);
  });
});

describe("documents", () => {
  test("are kept as blocks, without Google's empty first paragraph", () => {
    const { globals, documents } = openServices();
    const { DocumentApp } = globals;
    const document = DocumentApp.create("Final report");
    const body = document.getBody();
    body.appendParagraph("Report").setHeading(DocumentApp.ParagraphHeading.TITLE);
    body.appendParagraph("2026").setHeading(DocumentApp.ParagraphHeading.SUBTITLE);
    body.appendParagraph("Funnel").setHeading(DocumentApp.ParagraphHeading.HEADING2);
    body.appendParagraph("Some text");
    body.appendListItem("A point").setGlyphType(DocumentApp.GlyphType.BULLET);
    body
      .appendTable([
        ["Model", "n"],
        ["Facilitated", "20"],
      ])
      .getRow(0)
      .editAsText()
      .setBold(true);
    document.saveAndClose();
    expect(documents()).toEqual([
      {
        id: "id-1",
        name: "Final report",
        blocks: [
          { kind: "title", text: "Report" },
          { kind: "subtitle", text: "2026" },
          { kind: "heading", level: 2, text: "Funnel" },
          { kind: "paragraph", text: "Some text" },
          { kind: "list-item", text: "A point" },
          {
            kind: "table",
            rows: [
              ["Model", "n"],
              ["Facilitated", "20"],
            ],
            headerRow: true,
          },
        ],
      },
    ]);
    expect(document.getUrl()).toBe("https://docs.google.com/document/d/id-1/edit");
    expect(() => body.appendParagraph("late")).toThrow("Document is closed, its contents cannot be updated.");
  });
});

describe("the user interface", () => {
  test("menus, pages, alerts and toasts are recorded", () => {
    const { globals, ui, spreadsheet } = openServices({ htmlFiles: (name) => `<p>${name}</p>` });
    const host = globals.SpreadsheetApp.getUi();
    const more = host.createMenu("More").addItem("Two", "two");
    for (let time = 0; time < 2; time++) {
      host.createAddonMenu().addItem("One", "one").addSeparator().addSubMenu(more).addToUi();
    }
    const page = globals.HtmlService.createHtmlOutputFromFile("dialog")
      .setTitle("Planner")
      .setWidth(400)
      .setHeight(300);
    host.showSidebar(page);
    host.showModalDialog(page, "Import");
    ui.answer = "YES";
    expect(host.alert("Sure?", "Really?", host.ButtonSet.YES_NO)).toBe(host.Button.YES);
    expect(host.alert("Done")).toBe(host.Button.YES);
    spreadsheet.toast("Ready", "Planner");
    expect(ui.menus).toEqual([
      {
        caption: null,
        items: [
          { kind: "item", caption: "One", functionName: "one" },
          { kind: "separator" },
          { kind: "menu", caption: "More", items: [{ kind: "item", caption: "Two", functionName: "two" }] },
        ],
      },
    ]);
    expect(ui.sidebars).toEqual([{ title: "Planner", html: "<p>dialog</p>", width: 400, height: 300 }]);
    expect(ui.dialogs).toEqual([{ title: "Import", html: "<p>dialog</p>", width: 400, height: 300 }]);
    expect(ui.alerts.map((alert) => alert.prompt)).toEqual(["Really?", "Done"]);
    expect(ui.toasts).toEqual([{ title: "Planner", message: "Ready" }]);
  });

  test("an HTML file that is not there is named", () => {
    const { globals } = openServices();
    expect(() => globals.HtmlService.createHtmlOutputFromFile("nope")).toThrow("No HTML file named nope was found.");
  });
});

describe("Utilities.formatDate", () => {
  const at = new Date("2026-03-08T09:05:07.042Z");
  test.each([
    ["Etc/UTC", "yyyy-MM-dd HH:mm:ss.SSS", "2026-03-08 09:05:07.042"],
    ["America/Los_Angeles", "yyyy-MM-dd'T'HH:mm:ssXXX", "2026-03-08T01:05:07-08:00"],
    ["Asia/Tokyo", "EEE, d MMM yy h:mm a Z", "Sun, 8 Mar 26 6:05 PM +0900"],
    ["Etc/UTC", "EEEE MMMM M X z", "Sunday March 3 Z UTC"],
    ["Asia/Kathmandu", "HH:mm XX ''X''", "14:50 +0545 '+05'"],
  ])("in %s as %s", (zone, pattern, expected) => {
    expect(openServices().globals.Utilities.formatDate(at, zone, pattern)).toBe(expected);
  });

  test("crosses into summer time", () => {
    const { Utilities } = openServices().globals;
    const hour = (iso: string) => Utilities.formatDate(new Date(iso), "America/Los_Angeles", "HH:mm z");
    expect(hour("2026-03-08T09:59:00Z")).toBe("01:59 PST");
    expect(hour("2026-03-08T10:00:00Z")).toBe("03:00 PDT");
  });

  test("refuses other letters and what is no date", () => {
    const { Utilities } = openServices().globals;
    expect(() => Utilities.formatDate(at, "Etc/UTC", "w")).toThrow(/not in the local workspace: .* letter w/);
    expect(() => Utilities.formatDate(new Date(Number.NaN), "Etc/UTC", "y")).toThrow(/method signature/);
  });
});
