/** The element of a cell that a value is put into. */
import type { CellPut } from '../../../workbook';
import { cellName } from '../write/cellReference';
import { DAYS_TO_1904 } from '../write/in1900';
import type { StyleBook } from '../write/styleBook';
import { escapeText, fitCell, toXstring } from '../write/xmlText';

/** What the cells of a sheet are written with. */
export interface PutContext {
  /** Prefix of SpreadsheetML elements with its colon, or empty. */
  readonly prefix: string;
  /** None where the workbook has no formats. */
  readonly styles: StyleBook | undefined;
  /** Per cell format: 1 where it shows a date or time. */
  readonly dateStyles: Uint8Array;
  readonly date1904: boolean;
}

/** The cell's own format `xf` stays unless it would show the value as something else. */
export function putCell(put: CellPut, xf: number, context: PutContext): string {
  const { prefix: p } = context;
  const style = formatFor(put, xf, context);
  const start = `<${p}c r="${cellName(put.row, put.column)}"${style === 0 ? '' : ` s="${String(style)}"`}`;
  const { value } = put;
  if (typeof value === 'string' && value !== '') {
    const text = escapeText(toXstring(fitCell(value)));
    return `${start} t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`;
  }
  if (typeof value === 'boolean') {
    return `${start} t="b"><${p}v>${value ? '1' : '0'}</${p}v></${p}c>`;
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return `${start}/>`;
  const shift = put.isDate === true && context.date1904 ? DAYS_TO_1904 : 0;
  return `${start}><${p}v>${String(value - shift)}</${p}v></${p}c>`;
}

function formatFor(
  { value, isDate }: CellPut,
  xf: number,
  { styles, dateStyles }: PutContext,
): number {
  if (styles === undefined) return xf;
  if (typeof value === 'string' && value !== '') return styles.forText(xf, value);
  if (typeof value !== 'number') return xf;
  if (isDate === true) return styles.forDate(xf);
  return dateStyles[xf] === 1 ? xf : styles.forNumber(xf, value);
}
