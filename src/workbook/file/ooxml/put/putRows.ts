import type { CellPut } from '../../../workbook';
import { joinBytes } from '../write/rowBytes';
import { attributeOf, rootElement } from '../write/xmlTags';
import { Byte, decodeSlice, isXmlSpace } from '../xmlBytes';
import { findElementEnd, findMarkupEnd, INCOMPLETE, localNameAt } from '../xmlMarkup';
import { noteFilled, readFormula } from './formulaGroups';
import { newRow, putRow, type RowContext } from './putRow';

const LOWER_F = 0x66;
const LOWER_R = 0x72;
/** As programs write it. */
const PLAIN_ROW = /^<[^\s=>]+ r="(\d+)"/;

/**
 * The rows of a worksheet (UTF-8, between the tags of `sheetData`) with values put into cells.
 * `puts` are in the order of rows and columns, one for each cell. Rows that do not change pass
 * byte for byte.
 * @throws WorkbookFailure `workbook.arrayFormula`.
 */
export async function* putRows(
  source: AsyncIterable<Uint8Array>,
  puts: readonly CellPut[],
  context: RowContext,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const { groups, prefix } = context;
  const name = prefix.length + 1;
  let put = 0;
  let row = -1;
  let held: Uint8Array = new Uint8Array(0);

  const isOver = (): boolean => put >= puts.length && row >= groups.lastOrphanRow;

  /** The puts of one row, which are then done. */
  function takeRow(at: number): CellPut[] {
    const from = put;
    while (puts[put]?.row === at) put++;
    return puts.slice(from, put);
  }

  function* rowsBefore(limit: number): Generator<Uint8Array> {
    for (let next = puts[put]?.row; next !== undefined && next < limit; next = puts[put]?.row) {
      yield encoder.encode(newRow(next, takeRow(next), context));
    }
  }

  for await (const chunk of source) {
    if (isOver() && held.length === 0) {
      yield chunk;
      continue;
    }
    const bytes = joinBytes(held, chunk);
    const end = bytes.length;
    let done = 0;
    let p = 0;
    while (p < end) {
      if (isOver()) {
        p = end;
        break;
      }
      if (bytes[p] !== Byte.lessThan) {
        p++;
        continue;
      }
      const tagEnd = findMarkupEnd(bytes, p, end);
      if (tagEnd === INCOMPLETE) break;
      const letter = bytes[p + name];
      if (letter === LOWER_R && localNameAt(bytes, p) === 'row') {
        const number = rowNumberOf(bytes, p, tagEnd) ?? row + 1;
        const isChanged = puts[put]?.row === number || number <= groups.lastOrphanRow;
        const rowEnd = isChanged ? findElementEnd(bytes, p, end) : tagEnd;
        if (rowEnd === INCOMPLETE) break;
        const isBetween = (puts[put]?.row ?? number) < number;
        if (isBetween || isChanged) {
          if (p > done) yield bytes.slice(done, p);
          yield* rowsBefore(number);
          done = p;
        }
        if (isChanged) {
          const xml = decodeSlice(bytes, p, rowEnd);
          yield encoder.encode(putRow(xml, number, takeRow(number), context));
          done = rowEnd;
        }
        row = number;
        p = rowEnd;
        continue;
      }
      if (letter === LOWER_F && isXmlSpace(bytes[p + name + 1])) {
        // Only array formulas matter here, and what they fill stands in the start tag.
        const tag = decodeSlice(bytes, p, tagEnd).replace(/\/?>$/, '/>');
        const formula = rootElement(tag);
        if (formula) noteFilled(groups, readFormula(tag, formula));
      }
      p = tagEnd;
    }
    if (p > done) yield bytes.slice(done, p);
    held = bytes.subarray(p);
  }
  yield held;
  yield* rowsBefore(Infinity);
}

/** 0-based; undefined where the row does not say. */
function rowNumberOf(bytes: Uint8Array, start: number, end: number): number | undefined {
  const tag = decodeSlice(bytes, start, end).replace(/\/?>$/, '/>');
  const plain = PLAIN_ROW.exec(tag)?.[1];
  if (plain !== undefined) return Number(plain) - 1;
  const element = rootElement(tag);
  const number = element && attributeOf(tag, element, 'r');
  return number === undefined ? undefined : Number(number) - 1;
}
