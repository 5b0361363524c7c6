/** Cells as bytes: the markup around values is made once per sheet and format, not per cell. */
import { ERROR_TEXTS } from '../../../../core';
import { cellName, columnName } from './cellReference';
import { putInteger, putNumber, putText } from './putValues';
import {
  stampOf,
  createRowNumber,
  createXmlOutput,
  putStamp,
  putMarkup,
  putNumbered,
  setRowNumber,
  type RowNumber,
  type Stamp,
  type XmlOutput,
} from './xmlOutput';
import { fitCell } from './xmlText';

/** Makes the markup from after the row's number to the value, by cell format. */
type Opening = (style: number) => Stamp;

interface CellMarkup {
  readonly rowOpen: Stamp;
  readonly rowClose: Stamp;
  readonly empty: Opening;
  readonly number: Opening;
  readonly shared: Opening;
  readonly boolean: Opening;
  readonly error: Opening;
  readonly inline: Opening;
  readonly inlinePreserved: Opening;
  readonly formula: Opening;
  readonly formulaText: Opening;
  readonly formulaBoolean: Opening;
  readonly valueClose: Stamp;
  readonly inlineClose: Stamp;
  readonly formulaValue: Stamp;
  readonly formulaClose: Stamp;
}

/** Where the next cell goes; one per sheet that is being written. */
export interface CellPen {
  readonly out: XmlOutput;
  readonly row: RowNumber;
  readonly markup: CellMarkup;
  /** `<c r="B` of the column, from {@link cellOpen}. */
  open: Stamp;
  /** Those of all columns so far. */
  readonly opens: Stamp[];
}

/** A pen for a sheet whose SpreadsheetML elements have `prefix` (with its colon, or empty). */
export function createCellPen(prefix: string): CellPen {
  const markup = cellMarkup(prefix);
  return { out: createXmlOutput(), row: createRowNumber(), markup, open: NOTHING, opens: [] };
}

/** The start of the cells of a column, up to the number of the row. */
export function cellOpen(prefix: string, column: number): Stamp {
  return stampOf(`<${prefix}c r="${columnName(column)}`);
}

/** `attributes` is the rest of the start tag from after the row's number, `">` at least. */
export function openRow(pen: CellPen, rowNumber: number, attributes: Stamp): void {
  setRowNumber(pen.row, rowNumber);
  putNumbered(pen.out, pen.markup.rowOpen, pen.row, attributes);
}

export function closeRow(pen: CellPen): void {
  putStamp(pen.out, pen.markup.rowClose);
}

/** An empty cell that keeps its format. */
export function putEmptyCell(pen: CellPen, style: number): void {
  putNumbered(pen.out, pen.open, pen.row, pen.markup.empty(style));
}

/** A number; one that is not finite leaves the cell empty. */
export function putNumberCell(pen: CellPen, style: number, value: number): void {
  const { out, markup } = pen;
  if (!Number.isFinite(value)) {
    putEmptyCell(pen, style);
    return;
  }
  putNumbered(out, pen.open, pen.row, markup.number(style));
  putNumber(out, value);
  putStamp(out, markup.valueClose);
}

/** A shared string by its index. */
export function putSharedCell(pen: CellPen, style: number, index: number): void {
  const { out, markup } = pen;
  putNumbered(out, pen.open, pen.row, markup.shared(style));
  putInteger(out, index);
  putStamp(out, markup.valueClose);
}

/** A text of the cell's own, cut to what a cell holds; an empty one leaves the cell empty. */
export function putTextCell(pen: CellPen, style: number, text: string): void {
  if (text === '') {
    putEmptyCell(pen, style);
    return;
  }
  const { out, markup } = pen;
  const opening = hasSpace(text) ? markup.inlinePreserved : markup.inline;
  putNumbered(out, pen.open, pen.row, opening(style));
  putText(out, fitCell(text));
  putStamp(out, markup.inlineClose);
}

export function putBooleanCell(pen: CellPen, style: number, value: boolean): void {
  const { out, markup } = pen;
  putNumbered(out, pen.open, pen.row, markup.boolean(style));
  putInteger(out, Number(value));
  putStamp(out, markup.valueClose);
}

/** `index` into the core's list of error values. */
export function putErrorCell(pen: CellPen, style: number, index: number): void {
  const { out, markup } = pen;
  putNumbered(out, pen.open, pen.row, markup.error(style));
  putText(out, ERROR_TEXTS[index] ?? '#VALUE!');
  putStamp(out, markup.valueClose);
}

/** A formula as the pieces between which the row's number stands, escaped. */
export type FormulaPieces = readonly Stamp[];

/** A formula with the value that it computes; null or a number that is not finite: unknown. */
export function putFormulaCell(
  pen: CellPen,
  style: number,
  formula: { readonly pieces: FormulaPieces; readonly value: string | number | boolean | null },
): void {
  const { out, markup } = pen;
  const { pieces, value } = formula;
  const opening =
    typeof value === 'string'
      ? markup.formulaText
      : typeof value === 'boolean'
        ? markup.formulaBoolean
        : markup.formula;
  putNumbered(out, pen.open, pen.row, opening(style));
  for (let i = 0; i < pieces.length; i++) {
    if (i > 0) putInteger(out, pen.row.value);
    putStamp(out, pieces[i] ?? NOTHING);
  }
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) {
    putStamp(out, markup.formulaClose);
    return;
  }
  putStamp(out, markup.formulaValue);
  if (typeof value === 'string') putText(out, value);
  else putNumber(out, Number(value));
  putStamp(out, markup.valueClose);
}

/** A cell's element that lacks its reference, in 0-based `column`. */
export function putVerbatimCell(pen: CellPen, element: string, column: number): void {
  const nameEnd = /^<[^\s/>]+/.exec(element)?.[0].length ?? 0;
  const reference = ` r="${cellName(pen.row.value - 1, column)}"`;
  putMarkup(pen.out, element.slice(0, nameEnd) + reference + element.slice(nameEnd));
}

const NOTHING = stampOf('');

function cellMarkup(p: string): CellMarkup {
  return {
    rowOpen: stampOf(`<${p}row r="`),
    rowClose: stampOf(`</${p}row>`),
    empty: opening('/>'),
    number: opening(`><${p}v>`),
    shared: opening(` t="s"><${p}v>`),
    boolean: opening(` t="b"><${p}v>`),
    error: opening(` t="e"><${p}v>`),
    inline: opening(` t="inlineStr"><${p}is><${p}t>`),
    inlinePreserved: opening(` t="inlineStr"><${p}is><${p}t xml:space="preserve">`),
    formula: opening(`><${p}f>`),
    formulaText: opening(` t="str"><${p}f>`),
    formulaBoolean: opening(` t="b"><${p}f>`),
    valueClose: stampOf(`</${p}v></${p}c>`),
    inlineClose: stampOf(`</${p}t></${p}is></${p}c>`),
    formulaValue: stampOf(`</${p}f><${p}v>`),
    formulaClose: stampOf(`</${p}f></${p}c>`),
  };
}

function opening(rest: string): Opening {
  const byStyle: Stamp[] = [];
  return (style) =>
    (byStyle[style] ??= stampOf((style === 0 ? '"' : `" s="${String(style)}"`) + rest));
}

/** White space that a parser may strip, fold or end a line at. */
function hasSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) <= 0x20) return true;
  return false;
}
