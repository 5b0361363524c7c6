import {
  CellKind,
  KIND_MASK,
  type CellColumn,
  type RawSheet,
  type RawWorkbook,
  type TextTable,
} from '../core';

/**
 * Several workbooks as one: their sheets one after the other, sharing one text table, so that a
 * ledger in one file meets the customer list in another. A sheet name that is taken gets the
 * file's name in front.
 */
export function joinWorkbooks(workbooks: readonly RawWorkbook[]): RawWorkbook {
  const [only, ...others] = workbooks;
  if (only && others.length === 0) return only;
  const tables = [...new Set(workbooks.flatMap(({ sheets }) => sheets.map(({ texts }) => texts)))];
  const texts = joinTexts(tables);
  const taken = new Set<string>();
  const sheets = workbooks.flatMap((workbook) =>
    workbook.sheets.map((sheet): RawSheet => {
      const name = freeName(sheet.name, workbook.name, taken);
      const offset = texts.offsets[tables.indexOf(sheet.texts)] ?? 0;
      const columns = sheet.columns.map((column) => shiftTexts(column, offset));
      return { ...sheet, name, columns, texts: texts.table };
    }),
  );
  return { name: only?.name ?? '', sheets };
}

function joinTexts(tables: readonly TextTable[]): { table: TextTable; offsets: number[] } {
  const offsets: number[] = [];
  let size = 0;
  for (const table of tables) {
    offsets.push(size);
    size += table.size;
  }
  const get = (index: number): string => {
    let at = offsets.length - 1;
    while (at > 0 && (offsets[at] ?? 0) > index) at--;
    return tables[at]?.get(index - (offsets[at] ?? 0)) ?? '';
  };
  return { table: { size, get }, offsets };
}

function shiftTexts(column: CellColumn, offset: number): CellColumn {
  if (offset === 0) return column;
  const values = column.values.map((value, row) =>
    ((column.kinds[row] ?? 0) & KIND_MASK) === CellKind.text ? value + offset : value,
  );
  return { kinds: column.kinds, values };
}

const LONGEST_NAME = 31;

function freeName(name: string, file: string, taken: Set<string>): string {
  const stem = file.replace(/\.[^.]*$/, '').replace(/[[\]:*?/\\]/g, '_');
  let free = name;
  if (taken.has(free.toLowerCase())) free = `${stem} ${name}`.slice(0, LONGEST_NAME);
  for (let number = 2; taken.has(free.toLowerCase()); number++) {
    const suffix = ` (${String(number)})`;
    free = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
  }
  taken.add(free.toLowerCase());
  return free;
}
