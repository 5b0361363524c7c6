import { WorkbookFailure, type WorkbookFailureCode } from '../workbookFailure';

/** Office.js's error codes by what they mean for us. */
const CODES: Readonly<Record<string, WorkbookFailureCode>> = {
  InvalidOperationInCellEditMode: 'workbook.busy',
  CellEditMode: 'workbook.busy',
  Busy: 'workbook.busy',
  HostIsBusy: 'workbook.busy',
  Conflict: 'workbook.changed',
  AccessDenied: 'workbook.protected',
  ProtectedRange: 'workbook.protected',
  ReadOnly: 'workbook.readOnly',
  ItemNotFound: 'workbook.changed',
  InvalidReference: 'workbook.changed',
  ApiNotFound: 'host.unsupported',
  ApiNotAvailable: 'host.unsupported',
  UnsupportedOperation: 'host.unsupported',
  NotImplemented: 'host.unsupported',
  ActivityLimitReached: 'host.connectionLost',
  ConnectionFailure: 'host.connectionLost',
  ServiceNotAvailable: 'host.connectionLost',
  HostRestartNeeded: 'host.connectionLost',
  SessionClosed: 'workbook.closed',
  DocumentClosed: 'workbook.closed',
};

const CELL_EDIT = new Set(['InvalidOperationInCellEditMode', 'CellEditMode']);
const TOO_LARGE = new Set([
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
  'RequestAborted',
]);

/** Excel's refusal as the port's failure. Anything else is a bug and stays what it is. */
export function translateFailure(error: unknown): unknown {
  if (error instanceof WorkbookFailure) return error;
  const code = codeOf(error);
  if (code === undefined) return error;
  const known = CODES[code];
  // The message may name cells: the code and the statement's place are all that is passed on.
  const facts = known === undefined ? { reason: code } : {};
  return new WorkbookFailure(known ?? 'host.refused', facts, { cause: error });
}

export function isCellEditError(error: unknown): boolean {
  return CELL_EDIT.has(codeOf(error) ?? '');
}

/** The request or its answer is larger than Excel on the web takes. */
export function isTooLarge(error: unknown): boolean {
  return TOO_LARGE.has(codeOf(error) ?? '');
}

/** Errors of Office.js carry a code; its class belongs to another script and is not asked for. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : String(error.code);
}
