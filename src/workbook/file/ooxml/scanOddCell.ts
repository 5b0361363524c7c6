import { CellKind, FORMULA_FLAG } from '../../../core';
import { WorkbookFailure } from '../../workbookFailure';
import { decodeEscapes } from './decodeEscapes';
import { ERROR_NAMES, errorIndex } from './errorValue';
import { parseIsoDate } from './parseIsoDate';
import { parseNumberText } from './parseNumber';
import { readRichText } from './richText';
import type { RowScan } from './rowScan';
import { MAX_COLUMNS } from './sheetColumns';
import { storeCell } from './storeCell';
import { internText } from './textArena';
import { decodeSlice } from './xmlBytes';
import { findElementEnd, INCOMPLETE } from './xmlMarkup';
import { type XmlOpen, xmlEvents } from './xmlEvents';

/** What stands in a cell's element. */
interface OddCell {
  readonly reference: string | undefined;
  readonly style: number;
  readonly type: string;
  readonly value: string | undefined;
  readonly inline: string | undefined;
  readonly isFormula: boolean;
  /** Something that kind, value and style cannot tell. */
  readonly isSpecial: boolean;
}

/** Cells kept verbatim, together. Inline rich text in every cell of a sheet is not met. */
const MAX_VERBATIM = 256 * 2 ** 20;

const REFERENCE = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/;
const OWN_REFERENCE =
  /^(<[^\s>]+(?:\s+(?!r\s*=)[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s+r\s*=\s*(?:"[^"]*"|'[^']*')/;

/**
 * Takes a cell in any form XML allows, through the XML reader. Returns the position after it, or
 * INCOMPLETE.
 * @throws WorkbookFailure `file.damaged`, `file.tooLarge`.
 */
export function scanOddCell(scan: RowScan, bytes: Uint8Array, at: number, end: number): number {
  const next = findElementEnd(bytes, at, end);
  if (next === INCOMPLETE) return INCOMPLETE;
  const xml = decodeSlice(bytes, at, next);
  const cell = parseCell(xml, scan.part);
  const { row, column } = placeOf(cell, scan);
  const { kind, value, isLossy } = valueOf(cell, scan);
  const flag = cell.isFormula ? FORMULA_FLAG : 0;
  storeCell(scan, { row, column, style: cell.style, kind: kind | flag, value });
  scan.column = column;
  if ((cell.isSpecial || isLossy) && !cell.isFormula) {
    keepVerbatim(scan, row * MAX_COLUMNS + column, xml.replace(OWN_REFERENCE, '$1'));
  }
  return next;
}

function parseCell(xml: string, part: string): OddCell {
  let start: XmlOpen | undefined;
  let value: string | undefined;
  let isFormula = false;
  let isSpecial = false;
  let inline: string | undefined;
  /** Names of the open elements. */
  const path: string[] = [];
  for (const event of xmlEvents(xml, part)) {
    if (event.kind === 'text') {
      if (path.length === 2 && path[1] === 'v') value = (value ?? '') + event.text;
      continue;
    }
    if (event.kind === 'close') {
      path.pop();
      continue;
    }
    if (!start) {
      start = event;
      isSpecial = event.attributeNames().some((name) => !/^(?:[rst]|xmlns.*)$/.test(name));
    } else if (path.length === 1) {
      if (event.name === 'v') value ??= '';
      else if (event.name === 'f') isFormula = true;
      else if (event.name === 'is') inline = '';
      else isSpecial = true;
    }
    if (!event.selfClosed) path.push(event.name);
  }
  if (inline !== undefined) {
    const rich = readRichText(xml, part);
    inline = rich.text;
    isSpecial ||= rich.isRich;
  }
  return {
    reference: start?.attribute('r'),
    style: Number(start?.attribute('s') ?? 0) >>> 0,
    type: start?.attribute('t') ?? 'n',
    value,
    inline,
    isFormula,
    isSpecial,
  };
}

function placeOf(cell: OddCell, scan: RowScan): { row: number; column: number } {
  if (cell.reference === undefined) return { row: scan.row, column: scan.column + 1 };
  const match = REFERENCE.exec(cell.reference.trim());
  if (!match) {
    throw new WorkbookFailure('file.damaged', {
      part: scan.part,
      row: scan.row + 1,
      reason: 'cell',
    });
  }
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return { row: Number(match[2]) - 1, column: column - 1 };
}

function valueOf(cell: OddCell, scan: RowScan): { kind: number; value: number; isLossy?: boolean } {
  const { type, value, inline } = cell;
  if (inline !== undefined) return textValue(scan, inline);
  if (value === undefined || (value === '' && type !== 'str')) return EMPTY;
  switch (type) {
    case 's':
      return { kind: CellKind.text, value: sharedIndex(scan, value) };
    case 'b':
      return { kind: CellKind.boolean, value: /^\s*(?:1|true|on)\s*$/i.test(value) ? 1 : 0 };
    case 'e':
      return {
        kind: CellKind.error,
        value: errorIndex(value.trim()),
        isLossy: !ERROR_NAMES.has(value.trim()),
      };
    case 'd': {
      const serial = parseIsoDate(value, scan.date1904);
      return Number.isNaN(serial) ? textValue(scan, value) : { kind: CellKind.date, value: serial };
    }
    case 'n': {
      const number = parseNumberText(value);
      // Not a number after all: what was written stays, as text.
      if (Number.isNaN(number)) return value.trim() === '' ? EMPTY : textValue(scan, value);
      const isDate = scan.dateStyles[cell.style] === 1;
      return { kind: isDate ? CellKind.date : CellKind.number, value: number };
    }
    default:
      return textValue(scan, value);
  }
}

const EMPTY = { kind: CellKind.empty, value: 0 };

function sharedIndex(scan: RowScan, value: string): number {
  const index = /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : -1;
  if (index < 0 || index >= scan.sharedCount) {
    throw new WorkbookFailure('file.damaged', {
      part: scan.part,
      row: scan.row + 1,
      reason: 'shared string',
    });
  }
  return index;
}

function textValue(scan: RowScan, text: string): { kind: number; value: number } {
  const encoded = new TextEncoder().encode(decodeEscapes(text));
  return { kind: CellKind.text, value: internText(scan.arena, encoded, 0, encoded.length) };
}

function keepVerbatim(scan: RowScan, key: number, xml: string): void {
  scan.verbatimLength += xml.length;
  if (scan.verbatimLength > MAX_VERBATIM) {
    throw new WorkbookFailure('file.tooLarge', { part: scan.part, limit: MAX_VERBATIM });
  }
  scan.verbatim.set(key, xml);
}
