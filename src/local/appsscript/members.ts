import type { Need } from "./permissions";

/** A read fetches state, a write changes it; what only makes handles, builders or text is neither. */
export type CallKind = "read" | "write" | "other";

interface ServiceMembers {
  readonly read?: string;
  readonly write?: string;
  readonly other?: string;
  /** What the caller must be allowed to do; nothing, if left out. */
  readonly needs?: Need;
}

const itemReads = "getId getTitle getHelpText getType getIndex";

/** What all questions of a form have, and what is a question's own. */
const question = (read: string, write: string, other = ""): ServiceMembers => ({
  read: `${itemReads} isRequired ${read}`,
  write: `setTitle setHelpText setRequired ${write}`,
  other: `createResponse ${other}`,
  needs: "form",
});

/** Every member of the local services. A member that is not listed here cannot be called. */
const services: Readonly<Record<string, ServiceMembers>> = {
  SpreadsheetApp: { write: "flush", other: "getActiveSpreadsheet getActive", needs: "file" },
  "SpreadsheetApp/free": { other: "getUi newDataValidation newConditionalFormatRule" },
  Spreadsheet: {
    read: "getId getName getUrl getSpreadsheetTimeZone getSpreadsheetLocale",
    write: "insertSheet setNamedRange setActiveSheet toast",
    other: "getSheets getSheetById getSheetByName getRangeByName getActiveSheet",
    needs: "file",
  },
  Sheet: {
    read: "getSheetId getName getLastRow getLastColumn getMaxRows getMaxColumns isSheetHidden getConditionalFormatRules getFormUrl getProtections getIndex getCharts",
    write:
      "setName insertRowsAfter insertColumnsAfter moveRows setFrozenRows setColumnWidth hideColumns hideSheet setTabColor setConditionalFormatRules protect insertChart",
    other: "getDataRange getRange getRangeList newChart",
    needs: "file",
  },
  Range: {
    read: "getValues getFormulas getNotes",
    write:
      "setValues setValue setFormulas setFormula setNotes setNumberFormat setFontWeight setFontColor setBackground setWrap setVerticalAlignment setDataValidation insertCheckboxes clearContent",
    other: "getSheet getRow getColumn getNumRows getNumColumns getA1Notation",
    needs: "file",
  },
  RangeList: { write: "setValue", other: "getRanges", needs: "file" },
  Protection: { read: "getDescription isWarningOnly", write: "setDescription setWarningOnly", needs: "file" },
  DataValidationBuilder: {
    other:
      "requireValueInList requireValueInRange requireCheckbox requireDate requireNumberGreaterThanOrEqualTo setAllowInvalid setHelpText build",
  },
  DataValidation: {},
  ConditionalFormatRuleBuilder: {
    other: "whenFormulaSatisfied setBackground setFontColor setStrikethrough setRanges build",
  },
  ConditionalFormatRule: { other: "getRanges getBooleanCondition copy" },
  EmbeddedChartBuilder: { other: "setChartType addRange setNumHeaders setPosition setOption build" },
  EmbeddedChart: { other: "getChartId getRanges getOptions" },
  ChartOptions: { other: "get" },
  BooleanCondition: { other: "getCriteriaType getCriteriaValues" },
  Ui: { other: "createAddonMenu createMenu" },
  "Ui/open": { other: "showModalDialog showSidebar alert", needs: "ui" },
  Menu: { other: "addItem addSeparator addSubMenu addToUi" },
  HtmlService: { other: "createHtmlOutputFromFile" },
  HtmlOutput: { other: "setTitle setWidth setHeight getContent getTitle getWidth getHeight" },
  DocumentApp: { write: "create", needs: "document" },
  Document: { read: "getId getUrl getName", write: "saveAndClose", other: "getBody", needs: "document" },
  Body: { write: "appendParagraph appendListItem appendTable", needs: "document" },
  Paragraph: { write: "setHeading", needs: "document" },
  ListItem: { write: "setGlyphType", needs: "document" },
  Table: { other: "getRow", needs: "document" },
  TableRow: { other: "editAsText", needs: "document" },
  Text: { write: "setBold", needs: "document" },
  LockService: { other: "getDocumentLock" },
  // The lock keeps our own runs apart; it reads and changes nothing of the workbook.
  Lock: { other: "hasLock tryLock waitLock releaseLock" },
  PropertiesService: { other: "getDocumentProperties getUserProperties getScriptProperties", needs: "properties" },
  Properties: {
    read: "getProperty getProperties",
    write: "setProperty setProperties deleteProperty",
    needs: "properties",
  },
  MailApp: { read: "getRemainingDailyQuota", write: "sendEmail", needs: "mail" },
  FormApp: { write: "create", other: "openById openByUrl", needs: "forms" },
  Form: {
    read: "getId getEditUrl getPublishedUrl getTitle getDescription getConfirmationMessage getCustomClosedFormMessage isPublished isAcceptingResponses collectsEmail hasProgressBar hasRespondAgainLink canEditResponse hasLimitOneResponsePerUser getDestinationId getItems getItemById getResponses",
    write:
      "setTitle setDescription setConfirmationMessage setCustomClosedFormMessage setPublished setAcceptingResponses setCollectEmail setProgressBar setShowLinkToRespondAgain setAllowResponseEdits setLimitOneResponsePerUser setDestination removeDestination deleteItem moveItem addTextItem addParagraphTextItem addDateItem addTimeItem addMultipleChoiceItem addListItem addCheckboxItem addScaleItem addGridItem addCheckboxGridItem addSectionHeaderItem addPageBreakItem",
    other: "createResponse",
    needs: "form",
  },
  FormItem: {
    read: itemReads,
    write: "setTitle setHelpText",
    other:
      "asTextItem asParagraphTextItem asDateItem asTimeItem asMultipleChoiceItem asListItem asCheckboxItem asScaleItem asGridItem asCheckboxGridItem asSectionHeaderItem asPageBreakItem",
    needs: "form",
  },
  SectionHeaderItem: { read: itemReads, write: "setTitle setHelpText", needs: "form" },
  PageBreakItem: { read: itemReads, write: "setTitle setHelpText", needs: "form" },
  TextItem: question("", ""),
  ParagraphTextItem: question("", ""),
  DateItem: question("", ""),
  TimeItem: question("", ""),
  MultipleChoiceItem: question(
    "getChoices hasOtherOption",
    "setChoiceValues setChoices showOtherOption",
    "createChoice",
  ),
  FormListItem: question("getChoices", "setChoiceValues setChoices", "createChoice"),
  CheckboxItem: question("getChoices hasOtherOption", "setChoiceValues setChoices showOtherOption", "createChoice"),
  ScaleItem: question("getLowerBound getUpperBound", "setBounds setLabels"),
  GridItem: question("getRows getColumns", "setRows setColumns"),
  CheckboxGridItem: question("getRows getColumns", "setRows setColumns"),
  Choice: { other: "getValue" },
  FormResponse: {
    read: "getId getTimestamp getRespondentEmail getItemResponses toPrefilledUrl",
    other: "withItemResponse",
    needs: "form",
  },
  ItemResponse: { other: "getItem getResponse", needs: "form" },
  ScriptApp: {
    read: "getProjectTriggers getUserTriggers",
    write: "deleteTrigger",
    other: "newTrigger",
    needs: "triggers",
  },
  "ScriptApp/free": { read: "getAuthorizationInfo requireScopes" },
  AuthorizationInfo: { other: "getAuthorizationStatus getAuthorizationUrl" },
  TriggerBuilder: { other: "forSpreadsheet", needs: "triggers" },
  SpreadsheetTriggerBuilder: { write: "create", other: "onFormSubmit", needs: "triggers" },
  Trigger: {
    read: "getUniqueId getHandlerFunction getEventType getTriggerSource getTriggerSourceId",
    needs: "triggers",
  },
  Utilities: { other: "formatDate getUuid sleep" },
  Session: { read: "getActiveUserLocale getScriptTimeZone" },
};

interface MemberDeclaration {
  readonly kind: CallKind;
  readonly needs: Need | null;
}

const declarations = new Map(
  Object.entries(services).flatMap(([service, members]) =>
    (["read", "write", "other"] as const).flatMap((kind) =>
      (members[kind] ?? "")
        .split(" ")
        .filter((name) => name !== "")
        .map((name): [string, MemberDeclaration] => [
          `${service.replace(/\/.*/, "")}.${name}`,
          { kind, needs: members.needs ?? null },
        ]),
    ),
  ),
);

export function declarationOf(member: string): MemberDeclaration {
  const declaration = declarations.get(member);
  if (!declaration) throw new Error(`${member} is not declared in members.ts`);
  return declaration;
}
