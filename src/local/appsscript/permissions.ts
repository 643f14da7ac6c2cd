/** Google's authorization modes, and what each of them allows (docs: "editor add-on authorization lifecycle"). */
export type AuthMode = "NONE" | "LIMITED" | "FULL";

export type Need = "file" | "properties" | "ui" | "document" | "mail";

const allowed: Readonly<Record<AuthMode, readonly Need[]>> = {
  NONE: [],
  LIMITED: ["file", "properties"],
  FULL: ["file", "properties", "ui", "document", "mail"],
};

const scopes: Readonly<Record<Need, string | null>> = {
  file: "(https://www.googleapis.com/auth/spreadsheets.currentonly || https://www.googleapis.com/auth/spreadsheets)",
  properties: null,
  ui: "https://www.googleapis.com/auth/script.container.ui",
  document: "https://www.googleapis.com/auth/documents",
  mail: "https://www.googleapis.com/auth/script.send_mail",
};

/** Google's sentence where a member may not be called; null where it may. */
export function refusal(member: string, need: Need | null, mode: AuthMode): string | null {
  if (need === null || allowed[mode].includes(need)) return null;
  const scope = scopes[need];
  return `You do not have permission to call ${member}.${scope === null ? "" : ` Required permissions: ${scope}`}`;
}
