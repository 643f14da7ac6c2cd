import { expect, test } from "vitest";
import { openServices } from "./open-services";

const message = { to: "ada@example.org", subject: "Hello", body: "Text" };

test("a mail goes into the outbox with the time at which it was sent", () => {
  const { globals, mail } = openServices();
  globals.MailApp.sendEmail(message);
  expect(mail).toMatchObject([{ ...message, sentAt: "2026-09-02T12:00:00.000Z" }]);
});

test("the quota counts recipients, and begins anew a day after its first mail", () => {
  let now = new Date("2026-09-02T12:00:00Z");
  const { globals, mailLeft } = openServices({ now: () => now, mailQuota: 3 });
  globals.MailApp.sendEmail({ ...message, cc: "grace@example.org" });
  now = new Date("2026-09-03T11:59:59Z");
  expect(globals.MailApp.getRemainingDailyQuota()).toBe(1);
  expect(() => globals.MailApp.sendEmail({ ...message, cc: "grace@example.org" })).toThrow("too many times");
  globals.MailApp.sendEmail(message);
  expect(mailLeft()).toBe(0);
  now = new Date("2026-09-03T12:00:00Z");
  expect(mailLeft()).toBe(3);
});

test("a mail at which the service fails went, or did not, and the error says neither", () => {
  const { globals, mail, mailLeft } = openServices({
    unclearAddresses: { "ada@example.org": "sent", "bo@example.org": "not sent" },
  });
  const send = (to: string) => () => globals.MailApp.sendEmail({ ...message, to });
  expect(send("ada@example.org")).toThrow("Service unavailable: Mail");
  expect(send("bo@example.org")).toThrow("Service unavailable: Mail");
  expect(mail.map(({ to }) => to)).toEqual(["ada@example.org"]);
  expect(mailLeft()).toBe(99);
});

test("the quota may run out between two mails of a run", () => {
  const { globals, mail, spendMail, mailLeft } = openServices({ mailQuota: 5 });
  globals.MailApp.sendEmail(message);
  spendMail(4);
  expect(() => globals.MailApp.sendEmail(message)).toThrow("Service invoked too many times for one day: email.");
  expect([mail.length, mailLeft()]).toEqual([1, 0]);
});

test("refused addresses cost nothing and send nothing", () => {
  const { globals, mail, mailLeft } = openServices({ refusedAddresses: ["ada@example.org"] });
  expect(() => globals.MailApp.sendEmail(message)).toThrow("Invalid email: ada@example.org");
  expect(() => globals.MailApp.sendEmail({ ...message, to: "Ada <ada@example.org>" })).toThrow("Invalid email");
  expect([mail.length, mailLeft()]).toEqual([0, 100]);
});
