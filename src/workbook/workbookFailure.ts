/** Why a host or a file refused; wording for each code lives in `messages`. */
export type WorkbookFailureCode =
  | 'file.notFound'
  | 'file.unreadable'
  | 'file.directory'
  | 'file.empty'
  | 'file.unknownFormat'
  | 'file.encrypted'
  | 'file.damaged'
  | 'file.tooLarge'
  | 'file.unsupportedVersion'
  | 'file.writeFailed'
  | 'file.diskFull'
  | 'file.wouldOverwriteInput'
  | 'workbook.tooManyRows'
  /** A sheet that the operation needs is gone; fact `sheet`. */
  | 'workbook.sheetMissing'
  /** A sheet, or the workbook where no `sheet` is given, is protected. */
  | 'workbook.protected'
  | 'workbook.readOnly'
  /** A filter that only the user can clear hides rows of a ledger; fact `sheet`. */
  | 'workbook.filtered'
  /** A cell is one of several that an array formula fills; facts `sheet`, `cell`. */
  | 'workbook.arrayFormula'
  /** A cell is being edited or a dialog is open in the host. */
  | 'workbook.busy'
  /** No single row of the sheet holds the customer any more. */
  | 'customer.rowMissing'
  /** Only an analysed workbook is shared. */
  | 'sharing.notAnnotated'
  /** The workbook is a sharing copy: it cannot be restored or shared again. */
  | 'sharing.isCopy'
  /** A copy is made from a file: in Excel and WPS there is none at hand. */
  | 'sharing.elsewhere'
  /** A number of the workbook was found in the finished copy; fact `part`. Nothing is written. */
  | 'sharing.leak'
  /** Somebody else changed the workbook meanwhile. */
  | 'workbook.changed'
  /** The workbook was closed or another one came to the front. */
  | 'workbook.closed'
  | 'host.connectionLost'
  /** The host's version lacks what is needed; fact `member`. */
  | 'host.unsupported'
  /** The host refused for a reason of its own; fact `reason`, never with cell contents. */
  | 'host.refused'
  | 'operation.cancelled';

/** Facts that the wording needs: a path, a part of the package, a sheet, a limit. */
export type FailureFacts = Readonly<Record<string, string | number>>;

/**
 * The host refused: the one failure that adapters throw. `facts` never hold customer data.
 */
export class WorkbookFailure extends Error {
  override readonly name = 'WorkbookFailure';

  constructor(
    readonly code: WorkbookFailureCode,
    readonly facts: FailureFacts = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
  }
}
