import {
  analyzeHandover,
  CellKind,
  DEFAULT_SETTINGS,
  dayOf,
  type Analysis,
  type RawSheet,
  type RawWorkbook,
  type Settings,
} from '../../src/core';

/** A cell of a test: `{ day }` is a date cell, `{ error }` an error cell, null an empty one. */
export type TestCell =
  string | number | null | { readonly day: number } | { readonly error: number };
export type TestRows = readonly (readonly TestCell[])[];

/** A workbook of sheets given as rows, as a host would hand it over. */
export function buildWorkbook(
  sheets: Readonly<Record<string, TestRows>>,
  options: {
    readonly name?: string;
    readonly merges?: RawSheet['merges'];
    readonly hidden?: readonly string[];
    readonly date1904?: boolean;
  } = {},
): RawWorkbook {
  const texts: string[] = [];
  const codes = new Map<string, number>();
  const codeOf = (text: string): number => {
    const known = codes.get(text);
    if (known !== undefined) return known;
    codes.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const table = {
    get size() {
      return texts.length;
    },
    get: (index: number) => texts[index] ?? '',
  };
  return {
    name: options.name ?? '存款明细.xlsx',
    sheets: Object.entries(sheets).map(([name, rows]): RawSheet => {
      const width = Math.max(0, ...rows.map((row) => row.length));
      const columns = Array.from({ length: width }, (_, column) => {
        const kinds = new Uint8Array(rows.length);
        const values = new Float64Array(rows.length);
        rows.forEach((row, at) => {
          const cell = row[column] ?? null;
          if (cell === null) return;
          if (typeof cell === 'number') set(kinds, values, at, CellKind.number, cell);
          else if (typeof cell === 'string') set(kinds, values, at, CellKind.text, codeOf(cell));
          else if ('day' in cell) set(kinds, values, at, CellKind.date, cell.day);
          else set(kinds, values, at, CellKind.error, cell.error);
        });
        return { kinds, values };
      });
      return {
        name,
        hidden: options.hidden?.includes(name) ?? false,
        rowCount: rows.length,
        columns,
        texts: table,
        merges: options.merges ?? [],
        date1904: options.date1904 ?? false,
      };
    }),
  };
}

function set(kinds: Uint8Array, values: Float64Array, at: number, kind: number, value: number) {
  kinds[at] = kind;
  values[at] = value;
}

export const TODAY = dayOf(2025, 12, 1);

export function settingsWith(settings: Partial<Settings> = {}): Settings {
  return { ...DEFAULT_SETTINGS, today: TODAY, asOf: dayOf(2025, 11, 15), ...settings };
}

/** Analyses a workbook that must be analysable. */
export function analyze(workbook: RawWorkbook, settings: Partial<Settings> = {}): Analysis {
  const result = analyzeHandover(workbook, settingsWith(settings));
  if (!result.ok) throw new Error(`not analysable: ${JSON.stringify(result.problem)}`);
  return result.analysis;
}

/** The customer with this id or name; its index into the analysis' customers. */
export function findCustomer(analysis: Analysis, key: string): number {
  for (let i = 0; i < analysis.customers.count; i++) {
    if (analysis.customers.id(i) === key || analysis.customers.name(i) === key) return i;
  }
  throw new Error(`no customer ${key}`);
}

/** Reasons of the rows set aside, in reading order, with their 1-based worksheet rows. */
export function listSetAside(analysis: Analysis, reasons: readonly string[]): [number, string][] {
  const list: [number, string][] = [];
  analysis.ledger.reason.forEach((reason, row) => {
    if (reason !== 0) list.push([(analysis.ledger.sourceRow[row] ?? 0) + 1, reasons[reason] ?? '']);
  });
  return list;
}
