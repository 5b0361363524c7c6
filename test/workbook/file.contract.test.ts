import * as XLSX from '@e965/xlsx';
import { WorkbookFailure } from '../../src/workbook/workbookFailure';
import type { ByteSource } from '../../src/workbook/file/bytes';
import { createFileWorkbook } from '../../src/workbook/file/createFileWorkbook';
import { createNodeCompression } from '../../src/workbook/file/nodeCompression';
import { openPackage } from '../../src/workbook/file/ooxml/openPackage';
import type {
  CellContent,
  SheetContent,
  WorkbookContent,
} from '../../src/workbook/memory/workbookContent';
import { sinkTo, sourceOf } from './bytesInMemory';
import { describeWorkbookContract, type ContractFixture } from './contract';
import { describeRestoreContract, type RestoreFixture } from './restoreContract';

const compression = createNodeCompression();

/** The workbook as another program writes it. */
function xlsxOf({ sheets }: WorkbookContent, bookType: XLSX.BookType): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const sheet of sheets) XLSX.utils.book_append_sheet(book, worksheetOf(sheet), sheet.name);
  book.Workbook = {
    WBProps: { date1904: sheets.some((sheet) => sheet.date1904 === true) },
    Sheets: sheets.map((sheet) => ({ Hidden: sheet.hidden === true ? 1 : 0 })),
  };
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

function worksheetOf({ rows, merges = [] }: SheetContent): XLSX.WorkSheet {
  const sheet: XLSX.WorkSheet = {};
  let lastColumn = 0;
  for (const [r, cells] of rows.entries()) {
    for (const [c, cell] of cells.entries()) {
      lastColumn = Math.max(lastColumn, c);
      const object = cellObject(cell);
      if (object) sheet[XLSX.utils.encode_cell({ r, c })] = object;
    }
  }
  sheet['!ref'] = XLSX.utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: Math.max(0, rows.length - 1), c: lastColumn },
  });
  sheet['!merges'] = merges.map(({ firstRow, firstColumn, lastRow, lastColumn: last }) => ({
    s: { r: firstRow, c: firstColumn },
    e: { r: lastRow, c: last },
  }));
  return sheet;
}

const ERROR_CODES: Readonly<Record<string, number>> = { '#DIV/0!': 7, '#N/A': 42 };

function cellObject(cell: CellContent): XLSX.CellObject | undefined {
  if (cell === null || cell === '') return undefined;
  if (typeof cell === 'string') return { t: 's', v: cell };
  if (typeof cell === 'number') return { t: 'n', v: cell };
  if (typeof cell === 'boolean') return { t: 'b', v: cell };
  if ('date' in cell) return { t: 'n', v: cell.date, z: 'yyyy-mm-dd hh:mm' };
  if ('error' in cell) return { t: 'e', v: ERROR_CODES[cell.error] ?? 15 };
  const result = cellObject(cell.result);
  return result && { ...result, f: cell.formula };
}

function createFileFixture(bookType: XLSX.BookType, fileName: string) {
  return (content: WorkbookContent): Promise<ContractFixture & RestoreFixture> => {
    let bytes = xlsxOf(content, bookType);
    const openWith = (write: 'whole' | 'broken') =>
      createFileWorkbook({
        inputs: [{ source: sourceOf(bytes), name: fileName }],
        join: ([only]) => only ?? { name: '', sheets: [] },
        openSink: () => {
          const sink = sinkTo((written) => (bytes = written));
          const fail = () => Promise.reject(new WorkbookFailure('file.diskFull'));
          return Promise.resolve(write === 'whole' ? sink : { ...sink, write: fail });
        },
        compression,
      });
    return Promise.resolve({
      open: () => Promise.resolve(openWith('whole')),
      openFailing: () => Promise.resolve(openWith('broken')),
      inspect: (sheetName) => inspectPackage(sourceOf(bytes), sheetName),
    });
  };
}

async function inspectPackage(source: ByteSource, sheetName: string) {
  const opened = await openPackage(source, compression);
  const part = opened.sheets.find(({ name }) => name === sheetName)?.partPath ?? '';
  const relationships = part.replace(/([^/]+)$/, '_rels/$1.rels');
  const targets = opened.findPart(relationships)
    ? [...(await opened.readXml(relationships)).matchAll(/Target="\.\.\/(tables\/[^"]+)"/g)]
    : [];
  const tables = await Promise.all(targets.map(([, path]) => opened.readXml(`xl/${path ?? ''}`)));
  const validations = (await opened.readXml(part)).match(/<dataValidation /g) ?? [];
  return {
    tables: tables.map((xml) => /displayName="([^"]+)"/.exec(xml)?.[1] ?? ''),
    validations: validations.length,
  };
}

describeWorkbookContract('the file adapter over .xlsx', createFileFixture('xlsx', 'ledger.xlsx'));
// The program that makes the fixture writes the values of formulas only.
describeWorkbookContract('the file adapter over .xls', createFileFixture('biff8', 'ledger.xls'), {
  hasFormulas: false,
});

describeRestoreContract('the file adapter over .xlsx', createFileFixture('xlsx', 'ledger.xlsx'));
describeRestoreContract('the file adapter over .xls', createFileFixture('biff8', 'ledger.xls'), {
  hasFormulas: false,
});
