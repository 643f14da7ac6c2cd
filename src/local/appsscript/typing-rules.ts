/** How a spreadsheet's locale reads and shows numbers and dates, taken from Intl. */
export interface TypingRules {
  readonly decimal: string;
  /** Characters that may stand between groups of three digits. */
  readonly groups: string;
  readonly order: "mdy" | "dmy" | "ymd";
  /** Between the parts of a numeric date, as a regular expression's character class. */
  readonly dateSeparators: string;
  /** Lower-case month names, long and short, in English and in the locale's language. */
  readonly months: ReadonlyMap<string, number>;
  /** The number formats that Sheets gives to cells into which dates are typed. */
  readonly dateFormat: string;
  readonly timeFormat: string;
}

const remembered = new Map<string, TypingRules>();

/** `locale` is Sheets' spelling, such as `en_US`. */
export function typingRules(locale: string): TypingRules {
  const known = remembered.get(locale);
  if (known) return known;
  const tag = locale.replace("_", "-");
  const number = new Intl.NumberFormat(tag, { numberingSystem: "latn", useGrouping: true }).formatToParts(1234567.8);
  const decimal = number.find(({ type }) => type === "decimal")?.value ?? ".";
  const group = number.find(({ type }) => type === "group")?.value ?? ",";
  const date = new Intl.DateTimeFormat(tag, { numberingSystem: "latn", timeZone: "UTC" });
  const parts = date.formatToParts(Date.UTC(2026, 0, 2));
  const order = parts.map(({ type }) => ({ year: "y", month: "m", day: "d" })[type as "year"] ?? "").join("");
  const rules: TypingRules = {
    decimal,
    groups: /\s/.test(group) ? " \u00a0\u202f" : group,
    order: order === "mdy" || order === "ymd" ? order : "dmy",
    dateSeparators: decimal === "." ? "[-/]" : "[-/.]",
    months: monthNames(tag),
    dateFormat: parts.map(datePattern).join(""),
    timeFormat: date.resolvedOptions().locale === "en-US" ? "h:mm:ss AM/PM" : "hh:mm:ss",
  };
  remembered.set(locale, rules);
  return rules;
}

function datePattern({ type, value }: Intl.DateTimeFormatPart): string {
  if (type === "year") return "yyyy";
  if (type === "month") return value.length > 1 ? "mm" : "m";
  if (type === "day") return value.length > 1 ? "dd" : "d";
  return value;
}

function monthNames(tag: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>([["sept", 9]]);
  for (const language of ["en-US", tag]) {
    for (const style of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, day: "numeric", timeZone: "UTC" });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2026, month - 1, 1));
        const name = parts
          .find(({ type }) => type === "month")
          ?.value.toLowerCase()
          .replace(/\.$/, "");
        if (name && !/\d/.test(name)) names.set(name, month);
      }
    }
  }
  return names;
}
