import type { CellRange } from '../../../core';
import { WorkbookFailure } from '../../workbookFailure';
import { MAX_COLUMNS, MAX_ROWS } from './sheetColumns';
import { Namespace, xmlEvents } from './xmlEvents';

/** The XML around a worksheet's rows, before them. */
export interface SheetHead {
  /** Up to and with `<sheetData>`, which is open even if the part had it self-closed. */
  readonly xml: string;
  /** Prefix of SpreadsheetML elements with its colon, or empty. */
  readonly prefix: string;
  /** The part has `<sheetData/>`. */
  readonly isEmpty: boolean;
  /** Rows according to `<dimension>`, 0 where it does not say. */
  readonly expectedRows: number;
}

const REFERENCE = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/i;

/** @throws WorkbookFailure `file.damaged` where it is no worksheet. */
export function parseHead(xml: string, part: string): SheetHead {
  const start = xml.lastIndexOf('<');
  const tag = xml.slice(start);
  const prefix = tag.slice(1, tag.indexOf('sheetData'));
  const isEmpty = tag.endsWith('/>');
  const end = `</${prefix}sheetData>`;
  let expectedRows = 0;
  let root: string | undefined;
  // The root element stays open: its end tag is in the tail.
  for (const event of xmlEvents(xml + (isEmpty ? '' : end), part, { isFragment: true })) {
    if (event.kind !== 'open') continue;
    root ??= event.namespace === Namespace.spreadsheet ? event.name : '';
    if (event.name === 'dimension' && event.namespace === Namespace.spreadsheet) {
      expectedRows = (parseRange(event.attribute('ref') ?? '')?.lastRow ?? -1) + 1;
    }
  }
  if (root !== 'worksheet') throw new WorkbookFailure('file.damaged', { part, reason: 'root' });
  const open = isEmpty ? `${tag.replace(/\s*\/>$/, '')}>` : tag;
  return { xml: xml.slice(0, start) + open, prefix, isEmpty, expectedRows };
}

/**
 * The merged areas in what follows the rows.
 * @throws WorkbookFailure `file.damaged`, also where the part does not end with its root.
 */
export function parseMerges(tail: string, head: SheetHead, part: string): CellRange[] {
  const merges: CellRange[] = [];
  let root = '';
  const xml = `<${head.prefix}sheetData>${tail}`;
  for (const event of xmlEvents(xml, part, { isFragment: true })) {
    if (event.kind === 'close') root = event.name;
    if (event.kind !== 'open' || event.name !== 'mergeCell') continue;
    const range = parseRange(event.attribute('ref') ?? '');
    if (range) merges.push(range);
  }
  if (root !== 'worksheet') throw new WorkbookFailure('file.damaged', { part, reason: 'xml' });
  return merges;
}

/** `A1` or `A1:B2` as a range, or none for what is not one. */
function parseRange(reference: string): CellRange | undefined {
  const [first = '', last = first] = reference.trim().split(':');
  const a = parseCell(first);
  const b = parseCell(last);
  if (!a || !b) return undefined;
  return {
    firstRow: Math.min(a.row, b.row),
    lastRow: Math.max(a.row, b.row),
    firstColumn: Math.min(a.column, b.column),
    lastColumn: Math.max(a.column, b.column),
  };
}

function parseCell(reference: string): { row: number; column: number } | undefined {
  const match = REFERENCE.exec(reference);
  if (!match) return undefined;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  const row = Number(match[2]);
  if (row < 1 || row > MAX_ROWS || column > MAX_COLUMNS) return undefined;
  return { row: row - 1, column: column - 1 };
}
