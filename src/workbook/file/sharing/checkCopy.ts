import { CellKind, cellText, KIND_MASK, type RawSheet } from '../../../core';
import type { OperationOptions } from '../../workbook';
import { WorkbookFailure } from '../../workbookFailure';
import type { ByteSource, Compression } from '../bytes';
import { readXlsx } from '../ooxml/readXlsx';
import type { XlsxPackage } from '../ooxml/xlsxPackage';
import { readZipEntry } from '../zip/readZipEntry';
import { createLeakFinder, type FindLeak } from './findLeak';
import { secretKey, type Scope } from './secret';
import type { BookSecrets } from './studyBook';

export interface CheckJob extends OperationOptions {
  readonly compression: Compression;
  readonly secrets: BookSecrets;
  /** The copy's worksheets in tab order, by their names in the source. */
  readonly sheetNames: readonly string[];
}

/**
 * Reads a finished copy back and searches it for every number that the source is known to hold:
 * cell by cell as any program would show them, then through the text of every part.
 * @throws WorkbookFailure `sharing.leak` with the sheet or part where one is found.
 */
export async function checkCopy(source: ByteSource, job: CheckJob): Promise<void> {
  const { compression, secrets, signal } = job;
  const findLeak = createLeakFinder(secrets.known.secrets);
  const copy = await readXlsx(source, compression, signal ? { signal } : {});
  if (copy.workbook.sheets.length !== job.sheetNames.length) throw leak('xl/workbook.xml');
  copy.workbook.sheets.forEach((sheet, i) => {
    const scopes = secrets.scopes.get(job.sheetNames[i] ?? '');
    const scopeOf = scopes?.scopeOf ?? (() => 'text' as const);
    if (hasLeak(sheet, scopeOf, secrets, findLeak)) throw leak(sheet.name);
  });
  await checkParts(copy.package, findLeak, job);
}

function hasLeak(
  sheet: RawSheet,
  scopeOf: (row: number, column: number) => Scope,
  { known }: BookSecrets,
  findLeak: FindLeak,
): boolean {
  return sheet.columns.some((cells, column) => {
    for (let row = 0; row < sheet.rowCount; row++) {
      const kind = (cells.kinds[row] ?? 0) & KIND_MASK;
      if (kind === CellKind.number && !Number.isInteger(cells.values[row])) continue;
      if (kind !== CellKind.number && kind !== CellKind.text) continue;
      const text = cellText(sheet, cells, row);
      if (findLeak(text)) return true;
      const scope = scopeOf(row, column);
      if (scope !== 'text' && scope !== 'figure' && known.secrets.has(wholeKey(text))) return true;
    }
    return false;
  });
}

/** In a column of its own a number counts however short it is. */
function wholeKey(text: string): string {
  return text.includes('*')
    ? ''
    : secretKey(
        text
          .normalize('NFKC')
          .replace(/[^0-9A-Za-z]/g, '')
          .toUpperCase(),
      );
}

/** What a chunk may cut in two is looked at again with the next. */
const OVERLAP = 2000;

async function checkParts(
  { directory, source }: XlsxPackage,
  findLeak: FindLeak,
  { compression, signal }: CheckJob,
): Promise<void> {
  for (const entry of directory.entries) {
    if (signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
    const decoder = new TextDecoder();
    let text = entry.name + '<';
    for await (const chunk of readZipEntry(source, entry, compression)) {
      text += decoder.decode(chunk, { stream: true });
      if (findLeakInMarkup(text, findLeak)) throw leak(entry.name);
      const tail = text.slice(-OVERLAP);
      text = tail.slice(Math.max(0, tail.indexOf('<')));
    }
    if (findLeakInMarkup(text, findLeak)) throw leak(entry.name);
  }
}

const TAG = /<[^<>]*>/g;
const ATTRIBUTE = /=\s*(?:"([^"<>]*)"|'([^'<>]*)')/g;
/** From one run of a text to the next, within one cell, comment or paragraph. */
const RUN_BREAK =
  /<\/(?:\w+:)?t>(?:\s*<(?!\/?(?:\w+:)?(?:si|is|text|p|c|row)\b)[^<>]*>)*?\s*<(?:\w+:)?t(?:\s[^<>]*)?>/g;

function findLeakInMarkup(markup: string, findLeak: FindLeak): boolean {
  const joined = markup.replace(RUN_BREAK, '');
  return (
    findLeak(markup.replace(TAG, '|')) ||
    (joined.length < markup.length && findLeak(joined.replace(TAG, '|'))) ||
    [...markup.matchAll(ATTRIBUTE)].some(([, double, single]) => findLeak(double ?? single ?? ''))
  );
}

function leak(part: string): WorkbookFailure {
  return new WorkbookFailure('sharing.leak', { part });
}
