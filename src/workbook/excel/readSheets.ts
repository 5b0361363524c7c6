import {
  CellKind,
  ERROR_TEXTS,
  FORMULA_FLAG,
  KIND_MASK,
  type CellRange,
  type RawSheet,
} from '../../core';
import { createColumnBuilder, createTextInterner, type TextInterner } from '../columnBuilder';
import { isDateFormat } from '../dateFormat';
import type { OperationOptions } from '../workbook';
import type { CellProperty } from './cells';
import { readGrids, type GridBlock, type GridRequest } from './readGrid';
import type { ListedSheet, ListedWorkbook } from './listSheets';

/** A sheet as read, and a number that changes when its values do. */
export interface ReadSheet {
  readonly raw: RawSheet;
  readonly fingerprint: number;
}

/** Reads the values of the listed sheets, or of those named, whole. */
export async function readSheets(
  context: Excel.RequestContext,
  listed: ListedWorkbook,
  options: OperationOptions & { readonly only?: ReadonlySet<string> } = {},
): Promise<readonly ReadSheet[]> {
  const sheets = listed.sheets.filter(({ name }) => options.only?.has(name) ?? true);
  const texts = createTextInterner();
  const sinks = sheets.map((sheet) => createSink(sheet, texts));
  const total = sinks.reduce((sum, { cells }) => sum + cells, 0);
  let done = 0;
  const requests = new Map<GridRequest, Sink>();
  for (const sink of sinks) for (const request of sink.requests) requests.set(request, sink);
  options.onProgress?.({ stage: 'read', done: 0, total });
  await readGrids(
    context,
    [...requests.keys()],
    (block) => {
      requests.get(block.request)?.take(block);
      const { firstRow, lastRow, firstColumn, lastColumn } = block.area;
      done += (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
      options.onProgress?.({ stage: 'read', done, total });
    },
    options,
  );
  const date1904 = listed.date1904;
  return sinks.map((sink) => sink.finish(date1904));
}

interface Sink {
  readonly cells: number;
  readonly requests: readonly GridRequest[];
  take(block: GridBlock): void;
  finish(date1904: boolean): ReadSheet;
}

const ERRORS: ReadonlyMap<string, number> = new Map(ERROR_TEXTS.map((text, at) => [text, at]));

function createSink(sheet: ListedSheet, texts: TextInterner): Sink {
  const { used, formulas } = sheet;
  const builder = createColumnBuilder(texts, used === undefined ? 1 : used.lastRow + 1);
  // Where Excel does not tell which cells hold formulas, all their texts are compared with values.
  const properties: CellProperty[] = ['values', 'numberFormat'];
  if (formulas === undefined) properties.push('formulas');
  const requests = used === undefined ? [] : [{ sheet: sheet.name, area: used, properties }];
  const isDate = remember(isDateFormat);
  let fingerprint = 0;

  function take({ area, cells }: GridBlock): void {
    const { values = [], numberFormat = [], formulas: formulaTexts } = cells;
    for (const [down, row] of values.entries()) {
      const formats = numberFormat[down] ?? [];
      const formulaRow = formulaTexts?.[down];
      for (let right = 0; right < row.length; right++) {
        const value = row[right];
        if (value === '') continue;
        fingerprint = mix(fingerprint, value);
        const flag = formulaRow !== undefined && formulaRow[right] !== value ? FORMULA_FLAG : 0;
        put(area.firstRow + down, area.firstColumn + right, value, String(formats[right]), flag);
      }
    }
  }

  function put(row: number, column: number, value: unknown, format: string, flag: number): void {
    if (typeof value === 'number') {
      const kind = isDate(format) ? CellKind.date : CellKind.number;
      builder.put(row, column, kind | flag, value);
    } else if (typeof value === 'boolean') {
      builder.put(row, column, CellKind.boolean | flag, value ? 1 : 0);
    } else {
      const text = String(value);
      const error = ERRORS.get(text);
      if (error === undefined) builder.putText(row, column, text, flag !== 0);
      else builder.put(row, column, CellKind.error | flag, error);
    }
  }

  function finish(date1904: boolean): ReadSheet {
    const built = builder.build();
    for (const area of formulas ?? []) flagFormulas(built.columns, area);
    const raw: RawSheet = {
      name: sheet.name,
      hidden: sheet.visibility !== 'Visible',
      ...built,
      texts: texts.table,
      merges: sheet.merges,
      date1904,
      ...(sheet.mark === undefined ? {} : { mark: sheet.mark }),
      ...(sheet.copyOf === undefined ? {} : { copyOf: sheet.copyOf }),
    };
    return { raw, fingerprint };
  }

  const cells = used === undefined ? 0 : areaCells(used);
  return { cells, requests, take, finish };
}

function areaCells({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): number {
  return (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
}

function flagFormulas(columns: RawSheet['columns'], area: CellRange): void {
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    const kinds = columns[column]?.kinds;
    if (kinds === undefined) continue;
    for (let row = area.firstRow; row <= area.lastRow; row++) {
      const kind = kinds[row] ?? 0;
      if ((kind & KIND_MASK) !== CellKind.empty) kinds[row] = kind | FORMULA_FLAG;
    }
  }
}

/** Values in order into one number of 32 bits. */
function mix(hash: number, value: unknown): number {
  if (typeof value === 'number') {
    const whole = Math.trunc(value);
    return Math.imul(Math.imul(hash ^ whole, 0x01000193) ^ ((value - whole) * 1e9), 0x01000193);
  }
  const text = String(value);
  let next = hash ^ text.length;
  for (let i = 0; i < text.length; i++) next = Math.imul(next ^ text.charCodeAt(i), 0x01000193);
  return next;
}

function remember<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
