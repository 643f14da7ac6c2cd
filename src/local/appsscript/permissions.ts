/** Google's authorization modes, and what each of them allows (docs: "editor add-on authorization lifecycle"). */
export type AuthMode = "NONE" | "LIMITED" | "FULL";

export type Need = "file" | "properties" | "ui" | "document" | "mail" | "forms" | "triggers";

const allowed: Readonly<Record<AuthMode, readonly Need[]>> = {
  NONE: [],
  LIMITED: ["file", "properties"],
  FULL: ["file", "properties", "ui", "document", "mail", "forms", "triggers"],
};

const scopes: Readonly<Record<Need, string | null>> = {
  file: "(https://www.googleapis.com/auth/spreadsheets.currentonly || https://www.googleapis.com/auth/spreadsheets)",
  properties: null,
  ui: "https://www.googleapis.com/auth/script.container.ui",
  document: "https://www.googleapis.com/auth/documents",
  mail: "https://www.googleapis.com/auth/script.send_mail",
  forms: "https://www.googleapis.com/auth/forms",
  triggers: "https://www.googleapis.com/auth/script.scriptapp",
};

/** Google's sentence where a member may not be called; null where it may. People may withhold single scopes. */
export function refusal(
  member: string,
  need: Need | null,
  mode: AuthMode,
  withheld: ReadonlySet<string>,
): string | null {
  if (need === null) return null;
  const scope = scopes[need];
  if (allowed[mode].includes(need) && (scope === null || !withheld.has(scope))) return null;
  return `You do not have permission to call ${member}.${scope === null ? "" : ` Required permissions: ${scope}`}`;
}
