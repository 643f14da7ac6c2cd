import {
  type Corner,
  type FormulaPart,
  parseFormula,
  printFormula,
  type ReferencePart,
} from "../appsscript/formula-text";
import { MAX_COLUMNS, MAX_ROWS } from "./address";

/** Functions newer than the file format: they stand in the file with a prefix, or Excel shows `#NAME?`. */
const NEWER_FUNCTIONS = new Set(
  `ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND
  BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV
  CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P
  COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT
  F.TEST FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV
  GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA
  ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT
  NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC
  PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ
  REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV
  T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P
  VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);
const NEWER_WORKSHEET_FUNCTIONS = new Set(["FILTER", "SORT"]);

/**
 * A formula as it stands in the file: without `=`, newer functions and the names of LET and LAMBDA prefixed, tabs by
 * the names that they have there.
 *
 * @example formulaToFile("=IFS(A1>1,\"IFS\")", new Map()) // "_xlfn.IFS(A1>1,\"IFS\")"
 */
export function formulaToFile(formula: string, sheetNames: ReadonlyMap<string, string>): string {
  return rewrite(formula, (part, at, parts) => {
    if (part.kind === "reference") return renameSheet(part, sheetNames);
    if (part.kind === "text") return part;
    const name = part.text.toUpperCase();
    if (isAt(parts, at + 1, "(")) {
      if (NEWER_WORKSHEET_FUNCTIONS.has(name)) return { ...part, text: `_xlfn._xlws.${part.text}` };
      if (NEWER_FUNCTIONS.has(name)) return { ...part, text: `_xlfn.${part.text}` };
    }
    return boundNames(parts).has(name) ? { ...part, text: `_xlpm.${part.text}` } : part;
  });
}

/**
 * Undoes {@link formulaToFile}; the names map from those in the file to the tabs' own. LibreOffice's way to write TRUE
 * and FALSE is undone too, so that a formula that nobody touched reads the same.
 */
export function formulaFromFile(formula: string, sheetNames: ReadonlyMap<string, string>): string {
  const plain = rewrite(formula, (part, at, parts) => {
    if (part.kind === "reference") return renameSheet(part, sheetNames);
    if (isBooleanCall(parts, at - 1) || isBooleanCall(parts, at - 2)) return { kind: "text", text: "" };
    return part.kind === "name" ? { ...part, text: part.text.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.)+/i, "") } : part;
  });
  return `=${plain}`;
}

/**
 * TRUE and FALSE as calls: LibreOffice makes the bare words in a conditional format 1 and 0 when it saves the file,
 * which no checkbox equals.
 *
 * @example spellBooleans("$D2=TRUE") // "$D2=TRUE()"
 */
export function spellBooleans(formula: string): string {
  return rewrite(formula, (part, at, parts) =>
    isBoolean(part) && !isAt(parts, at + 1, "(") ? { kind: "text", text: `${part.text}()` } : part,
  );
}

/**
 * The formula as Excel's fill-down would make it, so many rows and columns away.
 *
 * @example shiftFormula("A1+$B$1+\"A1\"", 2, 1) // "B3+$B$1+\"A1\""
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const shift = (corner: Corner): Corner => ({
    ...corner,
    row: corner.row === null || corner.rowFixed ? corner.row : corner.row + rows,
    column: corner.column === null || corner.columnFixed ? corner.column : corner.column + columns,
  });
  const isInside = ({ row, column }: Corner) =>
    (row === null || (row >= 1 && row <= MAX_ROWS)) && (column === null || (column >= 1 && column <= MAX_COLUMNS));
  return rewrite(formula, (part) => {
    if (part.kind !== "reference" || (rows === 0 && columns === 0)) return part;
    const from = shift(part.from);
    const to = part.to && shift(part.to);
    return isInside(from) && (!to || isInside(to)) ? { ...part, from, to } : { kind: "text", text: "#REF!" };
  });
}

type Change = (part: FormulaPart, at: number, parts: readonly FormulaPart[]) => FormulaPart;

/** Taking a formula apart and putting it together may change how it is spelled: one that stays the same stays as it was. */
function rewrite(formula: string, change: Change): string {
  const body = formula.replace(/^=/, "");
  const parts = parseFormula(body);
  const changed = parts.map(change);
  return changed.every((part, at) => same(part, parts[at])) ? body : printFormula(changed);
}

function same(part: FormulaPart, other: FormulaPart | undefined): boolean {
  if (part.kind === "reference" || other?.kind === "reference") return part === other;
  return part.text === other?.text;
}

function renameSheet(part: ReferencePart, names: ReadonlyMap<string, string>): ReferencePart {
  const renamed = part.tab === null ? undefined : names.get(part.tab);
  return renamed === undefined || renamed === part.tab ? part : { ...part, tab: renamed };
}

function isAt(parts: readonly FormulaPart[], at: number, text: string): boolean {
  const part = parts[at];
  return part !== undefined && part.kind !== "reference" && part.text === text;
}

function isBoolean(part: FormulaPart | undefined): part is FormulaPart & { readonly kind: "name" } {
  return part?.kind === "name" && /^(?:TRUE|FALSE)$/i.test(part.text);
}

/** Whether `TRUE()` or `FALSE()` begins there. */
function isBooleanCall(parts: readonly FormulaPart[], at: number): boolean {
  return isBoolean(parts[at]) && isAt(parts, at + 1, "(") && isAt(parts, at + 2, ")");
}

/** The names that LET and LAMBDA introduce, in capitals. */
function boundNames(parts: readonly FormulaPart[]): Set<string> {
  const names = new Set<string>();
  if (!parts.some((part) => part.kind === "name" && /^(?:LET|LAMBDA)$/i.test(part.text))) return names;
  const solid = parts.filter((part) => part.kind !== "text" || part.text.trim() !== "");
  const open: { readonly name: string; argument: number }[] = [];
  solid.forEach((part, at) => {
    const before = solid[at - 1];
    const call = open.at(-1);
    if (part.kind === "text") {
      if (part.text === "(") open.push({ name: before?.kind === "name" ? before.text.toUpperCase() : "", argument: 0 });
      else if (part.text === "{") open.push({ name: "", argument: 0 });
      else if (part.text === ")" || part.text === "}") open.pop();
      else if (part.text === "," && call) call.argument += 1;
    } else if (part.kind === "name" && call && isAt(solid, at + 1, ",") && !isAt(solid, at - 1, "!")) {
      const introduces = call.name === "LAMBDA" || (call.name === "LET" && call.argument % 2 === 0);
      if (introduces && (isAt(solid, at - 1, "(") || isAt(solid, at - 1, ","))) names.add(part.text.toUpperCase());
    }
  });
  return names;
}
