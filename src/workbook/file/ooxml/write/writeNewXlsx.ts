import type { RawSheet, RawWorkbook } from '../../../../core';
import type { LedgerPlan, WorkbookPlan } from '../../../sheetPlan';
import type { OperationOptions } from '../../../workbook';
import type { ByteSink, Compression } from '../../bytes';
import { uniqueSheetNames, validSheetName } from '../../sheetName';
import type { ScannedSheet } from '../scannedSheet';
import { findHeaderRow, layOutSheet } from './layOutSheet';
import { newWorkbookParts, sheetPath } from './newWorkbookParts';
import { createStyleBook } from './styleBook';
import { emptyStyles } from './styleSections';
import { vocabularyOf } from './vocabulary';
import { writeWorkbook } from './writeWorkbook';

export interface NewWorkbookJob extends OperationOptions {
  readonly raw: RawWorkbook;
  readonly plan: WorkbookPlan;
  readonly sink: ByteSink;
  readonly compression: Compression;
}

/** 等线, the font of Chinese Excel; elsewhere what its Latin editions have. */
const CHINESE_FONT = '<sz val="11"/><name val="等线"/><family val="3"/><charset val="134"/>';

/**
 * Writes a new .xlsx from a workbook that was read from another format, with the plan applied
 * (SPEC 10): numbers and dates as such with a format, texts as texts, a marked and frozen header,
 * widths by content, then the sheets of the plan. Closes the sink, or leaves nothing behind.
 * @throws WorkbookFailure `operation.cancelled`, and what the sink refuses.
 */
export async function writeNewXlsx(job: NewWorkbookJob): Promise<void> {
  const { raw, plan } = job;
  const font = plan.language.startsWith('zh') ? CHINESE_FONT : undefined;
  const styles = createStyleBook(emptyStyles(vocabularyOf(''), font), plan.styles);
  const names = uniqueSheetNames(raw.sheets.map((sheet) => validSheetName(sheet.name)));
  const ledgers: LedgerPlan[] = [];
  const sheets = raw.sheets.map((sheet, index): ScannedSheet => {
    const name = names[index] ?? sheet.name;
    const ledger = plan.ledgers.find((item) => item.sheetName === sheet.name) ?? inPlace(sheet);
    ledgers.push({ ...ledger, sheetName: name });
    const { headerRow } = ledger;
    return layOutSheet(sheet, { name, partPath: sheetPath(index), styles, headerRow });
  });
  await writeWorkbook({
    ...job,
    parts: newWorkbookParts(sheets, {
      stylesXml: styles.toXml(),
      date1904: raw.sheets.some((sheet) => sheet.date1904),
      language: plan.language,
    }),
    sheets,
    plan: { ...plan, ledgers },
  });
}

/** The plan that leaves every row of a sheet where it is. */
function inPlace(sheet: RawSheet): LedgerPlan {
  const headerRow = findHeaderRow(sheet);
  const firstRow = headerRow + 1;
  return {
    sheetName: sheet.name,
    headerRow,
    order: Uint32Array.from({ length: sheet.rowCount - firstRow }, (_, i) => firstRow + i),
    edits: [],
    firstAddedColumn: sheet.columns.length,
    added: [],
  };
}
