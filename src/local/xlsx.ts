/** Workbooks as .xlsx files. */
export { readXlsx } from "./xlsx/read";
export { writeXlsx } from "./xlsx/write";
