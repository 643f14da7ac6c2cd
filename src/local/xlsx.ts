/** Workbooks as .xlsx files. */
export { readXlsx, type XlsxProblem, type XlsxResult } from "./xlsx/read";
export { writeXlsx } from "./xlsx/write";
