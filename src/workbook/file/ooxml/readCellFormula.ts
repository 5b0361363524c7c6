import { readZipEntry } from '../zip/readZipEntry';
import { readFormula } from './put/formulaGroups';
import type { ScannedSheet } from './scannedSheet';
import { cellName } from './write/cellReference';
import { findChild, rootElement } from './write/xmlTags';
import { toUtf8 } from './xmlEncoding';
import type { XlsxPackage } from './xlsxPackage';

/** Longer than a cell with a formula of 8,192 characters and its value. */
const LONGEST_CELL = 1 << 18;

/**
 * The formula of one cell (0-based row and column), without its `=`; undefined where it has none of
 * its own: a shared formula stands in the first of its cells. Reads the sheet's part up to the cell.
 * @throws WorkbookFailure `file.damaged`.
 */
export async function readCellFormula(
  opened: XlsxPackage,
  { partPath }: Pick<ScannedSheet, 'partPath'>,
  { row, column }: { readonly row: number; readonly column: number },
): Promise<string | undefined> {
  const entry = opened.findPart(partPath);
  if (!entry) return undefined;
  const decoder = new TextDecoder();
  const cell = new RegExp(`<((?:\\w+:)?c)\\s(?:[^>]*\\s)?r="${cellName(row, column)}"`);
  let text = '';
  for await (const chunk of toUtf8(readZipEntry(opened.source, entry, opened.compression))) {
    text += decoder.decode(chunk, { stream: true });
    const found = cell.exec(text);
    const endTag = `</${found?.[1] ?? ''}>`;
    const end = found ? text.indexOf(endTag, found.index) : -1;
    if (found && end >= 0) return formulaOf(text.slice(found.index, end + endTag.length));
    text = text.slice(found ? found.index : -LONGEST_CELL);
  }
  return undefined;
}

function formulaOf(xml: string): string | undefined {
  const element = rootElement(xml);
  const formula = element && findChild(xml, element, 'f');
  const text = formula && readFormula(xml, formula).text;
  return text === '' ? undefined : text;
}
