/** The ledger sheet of the styled workbook, its rows known by their account, wherever they stand. */
import { all, first, plain, type PackageView } from './packageView';

export const LEDGER = '存款明细';
const ACCOUNT_COLUMN = 'D';

export interface LedgerView {
  readonly path: string;
  readonly sheet: Element;
  /** The account in a 1-based row; `#4` for rows without one. */
  key(row: number): string;
  /** `account:column` of a cell reference. */
  place(reference: string): string;
  /** The places of all cells of an `sqref`, one per row: `account:A-L`. */
  places(sqref: string): string[];
  /** A formula with the rows of its references told by their distance from `row`. */
  relative(formula: string, row: number): string;
  readonly rows: readonly Element[];
}

export function viewLedger(view: PackageView): LedgerView {
  const path = view.sheet(LEDGER);
  const sheet = view.xml(path);
  const shared = all(view.xml('xl/sharedStrings.xml'), 'si').map(textOf);
  const rows = all(first(sheet, 'sheetData'), 'row');
  const keys = new Map<number, string>();
  for (const row of rows) {
    const number = Number(row.getAttribute('r'));
    const cell = all(row, 'c').find(
      (item) => item.getAttribute('r') === `${ACCOUNT_COLUMN}${String(number)}`,
    );
    if (cell === undefined) continue;
    const value = cell.getAttribute('t') === 's' ? shared[Number(cell.textContent)] : textOf(cell);
    if (value !== undefined && /^\d{18}$/.test(value)) keys.set(number, value.slice(-4));
  }
  const key = (row: number) => keys.get(row) ?? `#${String(row)}`;
  const place = (reference: string) => {
    const [, column = '', row = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(reference) ?? [];
    return `${key(Number(row))}:${column}`;
  };
  const places = (sqref: string) =>
    sqref
      .split(' ')
      .flatMap((range) => {
        const [from = '', to = from] = range.split(':');
        const [, left = '', top = ''] = /([A-Z]+)(\d+)/.exec(from) ?? [];
        const [, right = '', bottom = ''] = /([A-Z]+)(\d+)/.exec(to) ?? [];
        const count = Number(bottom) - Number(top) + 1;
        return Array.from({ length: count }, (_, i) => `${key(Number(top) + i)}:${left}-${right}`);
      })
      .sort();
  const relative = (formula: string, row: number) =>
    formula.replace(/(\$?[A-Z]{1,2})(\d+)/g, (_, column: string, number: string) => {
      return `${column}[${String(Number(number) - row)}]`;
    });
  return { path, sheet, key, place, places, relative, rows };
}

/** Texts of all runs, without phonetic ones. */
function textOf(element: Element): string {
  return all(element, 't')
    .filter((text) => text.parentElement?.localName !== 'rPh')
    .map((text) => text.textContent)
    .join('');
}

/** What a cell looks like, spelled out from the styles. */
export function createLook(view: PackageView): (style: string) => Record<string, string> {
  const styles = view.xml('xl/styles.xml');
  const list = (local: string) => [...(all(styles, local)[0]?.children ?? [])];
  const [formats, fonts, fills, borders] = ['cellXfs', 'fonts', 'fills', 'borders'].map(list);
  const codes = new Map(
    all(styles, 'numFmt').map((item) => [
      item.getAttribute('numFmtId'),
      item.getAttribute('formatCode') ?? '',
    ]),
  );
  return (style) => {
    const format = formats?.[Number(style)];
    const of = (items: Element[] | undefined, name: string) => {
      const item = items?.[Number(format?.getAttribute(name) ?? 0)];
      return item === undefined ? '' : plain(item);
    };
    const number = format?.getAttribute('numFmtId') ?? '0';
    const inner = (local: string) => {
      const [item] = format === undefined ? [] : all(format, local);
      return item === undefined ? '' : plain(item);
    };
    return {
      font: of(fonts, 'fontId'),
      fill: of(fills, 'fillId'),
      border: of(borders, 'borderId'),
      numberFormat: codes.get(number) ?? number,
      alignment: inner('alignment'),
      protection: inner('protection'),
    };
  };
}
