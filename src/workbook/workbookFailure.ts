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
