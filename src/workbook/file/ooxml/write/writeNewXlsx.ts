import type { RawSheet, RawWorkbook } from '../../../../core';
import type { LedgerPlan } from '../../../sheetPlan';
import type { OperationOptions } from '../../../workbook';
import type { ByteSink, Compression } from '../../bytes';
import { uniqueSheetNames, validSheetName } from '../../sheetName';
import type { ScannedSheet } from '../scannedSheet';
import { in1900 } from './in1900';
import { findHeaderRow, layOutSheet } from './layOutSheet';
import { newWorkbookParts, sheetPath } from './newWorkbookParts';
import { createStyleBook } from './styleBook';
import { emptyStyles } from './styleSections';
import { vocabularyOf } from './vocabulary';
import type { PlanToWrite } from './workbookParts';
import { writeWorkbook } from './writeWorkbook';

export interface NewWorkbookJob extends OperationOptions {
  readonly raw: RawWorkbook;
  /** Absent: the sheets alone. */
  readonly plan?: PlanToWrite;
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
  const { raw, plan = NO_PLAN } = job;
  const font = plan.language.startsWith('zh') ? CHINESE_FONT : undefined;
  const styles = createStyleBook(emptyStyles(vocabularyOf(''), font), plan.styles);
  const names = uniqueSheetNames(raw.sheets.map((sheet) => validSheetName(sheet.name)));
  const ledgers: LedgerPlan[] = [];
  const sheets = raw.sheets.map((item, index): ScannedSheet => {
    const name = names[index] ?? item.name;
    const itsPlan = plan.ledgers.find(({ sheetName }) => sheetName === item.name) ?? inPlace(item);
    const { sheet, plan: ledger } = in1900(item, itsPlan);
    ledgers.push({ ...ledger, sheetName: name });
    const { headerRow } = ledger;
    return layOutSheet(sheet, { name, partPath: sheetPath(index), styles, headerRow });
  });
  const originals = (plan.originals ?? []).map((original) => {
    const index = raw.sheets.findIndex(({ name }) => name === original.sheetName);
    return { ...original, sheetName: names[index] ?? original.sheetName };
  });
  await writeWorkbook({
    ...job,
    parts: newWorkbookParts(sheets, { stylesXml: styles.toXml(), language: plan.language }),
    sheets,
    plan: { ...plan, ledgers, originals },
  });
}

/** A document without wording of ours: its own is Chinese. */
const NO_PLAN: PlanToWrite = {
  ledgers: [],
  sheets: [],
  styles: { header: { bold: true } },
  language: 'zh-CN',
};

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
