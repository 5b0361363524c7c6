/** The only door of the report. */
export { CELL_STYLES } from './cellStyles';
export { CUSTOMER_COLUMNS, type CustomerColumn, type TrackingColumn } from './customerColumns';
export { findAddedColumn } from './addedColumns';
export type { LedgerArea } from './ledgerArea';
export type { LedgerReading } from './ledgerReading';
export { machineReport } from './machineReport';
export { nameSheets, type SheetNames } from './nameSheets';
export { findMaturingRows } from './planMaturities';
export { planHandover, type HandoverReport } from './planHandover';
export { planWorkbook } from './planWorkbook';
export { planKeptSettings, readStoredText } from './settingsSheet';
export type { ReportInput } from './reportInput';
export type { ReportWords } from './reportWords';
