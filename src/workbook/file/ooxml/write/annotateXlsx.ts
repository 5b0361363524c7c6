import type { WorkbookPlan } from '../../../sheetPlan';
import type { OperationOptions } from '../../../workbook';
import type { ByteSink, Compression } from '../../bytes';
import type { ScannedSheet } from '../scannedSheet';
import type { XlsxPackage } from '../xlsxPackage';
import { packageParts } from './workbookParts';
import { writeWorkbook } from './writeWorkbook';

export interface AnnotateJob extends OperationOptions {
  readonly package: XlsxPackage;
  /** The package's worksheets as scanned; all ledgers of the plan are among them. */
  readonly sheets: readonly ScannedSheet[];
  readonly plan: WorkbookPlan;
  readonly sink: ByteSink;
  readonly compression: Compression;
}

/**
 * Writes an open .xlsx or .xlsm again with the plan applied (SPEC 10). Parts that need not change
 * are copied byte for byte; sheets that an earlier run added are replaced. The same input gives
 * the same bytes. Closes the sink, or leaves nothing behind.
 * @throws WorkbookFailure `operation.cancelled`, `file.damaged`, and what the sink refuses.
 */
export async function annotateXlsx(job: AnnotateJob): Promise<void> {
  await writeWorkbook({ ...job, parts: packageParts(job.package) });
}
