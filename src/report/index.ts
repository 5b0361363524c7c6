/** The only door of the report. */
export { CELL_STYLES } from './cellStyles';
export type { LedgerArea } from './ledgerArea';
export { machineReport } from './machineReport';
export { nameSheets, type SheetNames } from './nameSheets';
export { findMaturingRows } from './planMaturities';
export { planWorkbook } from './planWorkbook';
export type { ReportInput } from './reportInput';
export type { ReportWords } from './reportWords';
