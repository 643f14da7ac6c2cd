const SCOPE = "https://www.googleapis.com/auth/script.scriptapp";

/**
 * Whether answers to this spreadsheet's forms call a function, as far as this person set it up: others' triggers are
 * not told. Null where the person has not allowed the planner to know.
 */
export const isCalledOnAnswers = (handler: string): boolean | null =>
  isAllowed([SCOPE]) ? answerTriggers(handler).length > 0 : null;

/** Lets answers to this spreadsheet's forms call a function of the add-on, or no longer. Once is enough: twice is the same. */
export function callOnAnswers(handler: string, wanted: boolean): void {
  const [first, ...others] = answerTriggers(handler);
  for (const trigger of wanted ? others : first ? [first, ...others] : []) ScriptApp.deleteTrigger(trigger);
  if (wanted && !first)
    ScriptApp.newTrigger(handler).forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onFormSubmit().create();
}

/**
 * Whether the person who runs this, or set up the trigger that does, has allowed what the planner asks for.
 *
 * @param scopes these of it; left out, all
 */
export function isAllowed(scopes?: string[]): boolean {
  const { FULL } = ScriptApp.AuthMode;
  const info = scopes ? ScriptApp.getAuthorizationInfo(FULL, scopes) : ScriptApp.getAuthorizationInfo(FULL);
  return info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED;
}

const answerTriggers = (handler: string): readonly GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet()).filter(
    (trigger) => trigger.getHandlerFunction() === handler,
  );
