/** Google's authorization modes, and what each of them allows (docs: "editor add-on authorization lifecycle"). */
export type AuthMode = "NONE" | "LIMITED" | "FULL";

export type Need = "file" | "properties" | "ui" | "document" | "mail" | "forms" | "form" | "triggers";

const allowed: Readonly<Record<AuthMode, readonly Need[]>> = {
  NONE: [],
  LIMITED: ["file", "properties"],
  FULL: ["file", "properties", "ui", "document", "mail", "forms", "form", "triggers"],
};

/** Any of these allows it; the add-on's manifest asks for one of them. */
const scopes: Readonly<Record<Need, readonly string[]>> = {
  file: ["spreadsheets.currentonly", "spreadsheets"],
  properties: [],
  ui: ["script.container.ui"],
  document: ["documents"],
  mail: ["script.send_mail"],
  /** To make forms, and to open them by their ids. */
  forms: ["forms"],
  /** To work on a form that was made or opened. */
  form: ["forms.currentonly", "forms"],
  triggers: ["script.scriptapp"],
};

/**
 * Google's sentence where a member may not be called; null where it may. A mode that does not allow it is one thing, a
 * single scope that people withheld another.
 */
export function refusal(
  member: string,
  need: Need | null,
  mode: AuthMode,
  withheld: ReadonlySet<string>,
): string | null {
  if (need === null) return null;
  const urls = scopes[need].map((scope) => `https://www.googleapis.com/auth/${scope}`);
  const isAllowed = allowed[mode].includes(need);
  if (isAllowed && !urls.some((url) => withheld.has(url))) return null;
  const required = urls.length > 1 ? `(${urls.join(" || ")})` : urls.join("");
  const permissions = required && ` Required permissions: ${required}`;
  return isAllowed
    ? `Specified permissions are not sufficient to call ${member}.${permissions}`
    : `You do not have permission to call ${member}.${permissions}`;
}
