/** The widths of a ledger's columns: what is too narrow for the cleaned cells, and the added ones. */
import type { LedgerPlan } from '../../../sheetPlan';
import { applyEdits, attributeEdits, type XmlEdit } from './xmlEdits';
import { attributeOf, childElements, findElements, rootElement, type XmlElement } from './xmlTags';

/** Excel's column width for that many characters of the default font. */
export function columnWidth(characters: number): string {
  const pixels = Math.round(characters * 7 + 5);
  return String(Math.floor((pixels / 7) * 256) / 256);
}

/** What one `<col>` says of neighbouring columns; both ends included, 1-based as in the file. */
interface Columns {
  readonly min: number;
  readonly max: number;
  readonly xml: string;
}

/** Width of a column of which nothing is said. */
const DEFAULT_WIDTH = 9.140625;

/** The edits of a sheet's head that give its columns the widths of the plan. */
export function columnEdits(head: string, prefix: string, plan: LedgerPlan): XmlEdit[] {
  const cols = findElements(head, 'cols', 0, head.length)[0];
  const given = cols === undefined ? [] : childElements(head, cols).map((col) => read(head, col));
  const usual = defaultWidth(head);
  let columns: readonly Columns[] = given;
  for (const [column, characters] of plan.leastWidths ?? []) {
    const least = { at: column + 1, width: columnWidth(characters) };
    columns = widen(columns, least, { prefix, usual });
  }
  columns = withAdded(columns, prefix, plan);
  if (columns === given) return [];
  const content = columns.map(({ xml }) => xml).join('');
  if (cols === undefined) {
    // `cols` stands right before `sheetData`, whose start tag ends the head.
    const at = head.lastIndexOf('<');
    return [{ start: at, end: at, text: `<${prefix}cols>${content}</${prefix}cols>` }];
  }
  return [{ start: cols.start, end: cols.end, text: `<${cols.name}>${content}</${cols.name}>` }];
}

function defaultWidth(head: string): number {
  const format = findElements(head, 'sheetFormatPr', 0, head.length)[0];
  const width = format === undefined ? undefined : attributeOf(head, format, 'defaultColWidth');
  return Number(width ?? DEFAULT_WIDTH) || DEFAULT_WIDTH;
}

function read(head: string, col: XmlElement): Columns {
  const min = Number(attributeOf(head, col, 'min'));
  const max = Number(attributeOf(head, col, 'max'));
  return { min, max, xml: head.slice(col.start, col.end) };
}

/** One column at least that wide; those that are, and hidden ones, stay as they are. */
function widen(
  columns: readonly Columns[],
  { at, width }: { readonly at: number; readonly width: string },
  { prefix, usual }: { readonly prefix: string; readonly usual: number },
): readonly Columns[] {
  const index = columns.findIndex(({ min, max }) => min <= at && at <= max);
  const found = columns[index];
  if (found === undefined) {
    if (usual >= Number(width)) return columns;
    const before = columns.filter(({ max }) => max < at);
    return [...before, newColumn(prefix, at, width), ...columns.slice(before.length)];
  }
  const element = rootElement(found.xml);
  if (element === undefined) return columns;
  const own = Number(attributeOf(found.xml, element, 'width') ?? usual);
  if (own >= Number(width) || attributeOf(found.xml, element, 'hidden') === '1') return columns;
  const wider = change(found, { min: String(at), max: String(at), width, customWidth: '1' });
  return [
    ...columns.slice(0, index),
    ...part(found, found.min, at - 1),
    { min: at, max: at, xml: wider },
    ...part(found, at + 1, found.max),
    ...columns.slice(index + 1),
  ];
}

function withAdded(
  columns: readonly Columns[],
  prefix: string,
  { added, firstAddedColumn }: LedgerPlan,
): readonly Columns[] {
  if (added.length === 0) return columns;
  const first = firstAddedColumn + 1;
  const last = firstAddedColumn + added.length;
  return [
    ...columns.flatMap((item) => part(item, item.min, Math.min(item.max, first - 1))),
    ...added.map(({ width }, i) => newColumn(prefix, first + i, columnWidth(width))),
    ...columns.flatMap((item) => part(item, Math.max(item.min, last + 1), item.max)),
  ];
}

function newColumn(prefix: string, at: number, width: string): Columns {
  const place = String(at);
  const xml = `<${prefix}col min="${place}" max="${place}" width="${width}" customWidth="1"/>`;
  return { min: at, max: at, xml };
}

function part(columns: Columns, min: number, max: number): readonly Columns[] {
  if (min > max) return [];
  return [{ min, max, xml: change(columns, { min: String(min), max: String(max) }) }];
}

function change({ xml }: Columns, attributes: Readonly<Record<string, string>>): string {
  const element = rootElement(xml);
  return element === undefined ? '' : applyEdits(xml, attributeEdits(xml, element, attributes));
}
