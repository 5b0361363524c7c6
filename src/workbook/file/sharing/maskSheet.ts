import { columnIndex } from '../../../core';
import { maskCell, type CellRules } from './maskCell';
import { createPartMask, type PartMask, type PartRules } from './maskPart';
import type { SheetScopes } from './sheetScopes';
import { attributeOf } from './tokenText';
import type { XmlToken } from './xmlTokens';

/** Masks a worksheet as it streams: cells by what their column holds, all else as in any part. */
export function createSheetMask(rules: CellRules & PartRules, scopes: SheetScopes): PartMask {
  const other = createPartMask(rules);
  let inData = false;
  let cell: XmlToken[] | undefined;
  let row = -1;
  let column = -1;

  function takeCell(token: XmlToken): string {
    if (cell === undefined) return '';
    cell.push(token);
    if (token.kind !== 'close' || token.name !== 'c') return '';
    const tokens = cell;
    cell = undefined;
    return maskCell(tokens, scopes.scopeOf(row, column), rules);
  }

  /** Rows and cells may leave out where they are: it is then the next place. */
  function locate(token: XmlToken): void {
    const reference =
      token.name === 'row' || token.name === 'c' ? attributeOf(token, 'r') : undefined;
    if (token.name === 'row') {
      row = reference === undefined ? row + 1 : Number(reference) - 1;
      column = -1;
    } else if (token.name === 'c') {
      const letters = /^[A-Z]+/i.exec(reference ?? '')?.[0] ?? '';
      column = columnIndex(letters) ?? column + 1;
    }
  }

  function take(token: XmlToken): string {
    if (cell !== undefined) return takeCell(token);
    const { kind, name } = token;
    if (name === 'sheetData') inData = kind === 'open';
    if (!inData || name === 'sheetData') return other.push([token]);
    if (kind === 'open' || kind === 'empty') locate(token);
    if (name === 'c' && kind === 'open') {
      cell = [token];
      return '';
    }
    // Between cells stands nothing but white space.
    return kind === 'text' ? '' : token.raw;
  }

  return {
    push(tokens) {
      const pieces: string[] = [];
      for (const token of tokens) {
        const piece = take(token);
        if (piece !== '') pieces.push(piece);
      }
      return pieces.join('');
    },
  };
}
