import * as z from "zod/mini";
import type { OutsideData } from "../outside-data";

/** What a program from outside must have beside its workbook, so that the services can work on it. */

const text = z.string();
const texts = z.array(text);
const flag = z.boolean();
const instant = z.string().check(z.refine((value) => Number.isFinite(Date.parse(value))));

const document = z.object({
  id: text,
  name: text,
  blocks: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.enum(["title", "subtitle", "paragraph", "list-item"]), text }),
      z.object({ kind: z.literal("heading"), level: z.literal([1, 2, 3]), text }),
      z.object({ kind: z.literal("table"), rows: z.array(texts), headerRow: flag }),
    ]),
  ),
});

const item = { id: z.int(), title: text, helpText: text };
/** Answers go by it: digits are the name of nothing else. */
const entry = z.string().check(z.regex(/^\d{1,19}$/));
const question = { ...item, entry, required: flag };
const scaleEnd = z.int().check(z.minimum(0), z.maximum(100));

const form = z.object({
  id: text,
  fileName: text,
  title: text,
  description: text,
  confirmationMessage: text,
  closedMessage: text,
  published: flag,
  acceptsResponses: flag,
  collectsEmail: flag,
  showsProgress: flag,
  offersAnotherResponse: flag,
  allowsResponseEdits: flag,
  limitsToOneResponse: flag,
  items: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.enum(["section", "page-break"]), ...item }),
      z.object({ kind: z.enum(["text", "paragraph", "date", "time"]), ...question }),
      z.object({ kind: z.enum(["choice", "list", "checkboxes"]), ...question, choices: texts, other: flag }),
      z.object({
        kind: z.literal("scale"),
        ...question,
        from: scaleEnd,
        to: scaleEnd,
        fromLabel: text,
        toLabel: text,
      }),
      z.object({ kind: z.enum(["grid", "checkbox-grid"]), ...question, rows: texts, columns: texts }),
    ]),
  ),
  destination: z.nullable(z.object({ spreadsheetId: text, hasTab: flag })),
  responses: z.array(
    z.object({
      id: text,
      submittedAt: instant,
      email: text,
      answers: z.array(z.object({ itemId: z.int(), answer: z.union([text, texts, z.array(texts)]) })),
    }),
  ),
  away: z.exactOptional(z.enum(["trashed", "not-shared"])),
});

const mail = z.object({
  sent: z.array(
    z.object({
      to: text,
      cc: text,
      bcc: text,
      subject: text,
      body: text,
      htmlBody: text,
      name: text,
      replyTo: text,
      sentAt: instant,
    }),
  ),
  quota: z.nullable(z.object({ spent: z.int().check(z.minimum(0)), since: instant })),
});

const properties = z.record(z.string(), text);

export const outsideSchema: z.ZodMiniType<OutsideData> = z.object({
  documents: z.array(document),
  forms: z.array(form),
  mail,
  triggers: z.array(z.object({ id: text, functionName: text, event: z.literal("ON_FORM_SUBMIT") })),
  properties: z.object({ document: properties, user: properties, script: properties }),
});
