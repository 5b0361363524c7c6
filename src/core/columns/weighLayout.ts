import type { SheetLayout } from '../analysis';
import { parseAmount } from '../cleaning/parseAmount';
import { parseDay, UNREADABLE_DAY } from '../cleaning/parseDay';
import { cleanId, cleanText } from '../cleaning/cleanText';
import { cellText } from './cellText';
import { columnLetter } from './columnLetter';
import { FIELDS, type Field } from './fields';
import { CellKind, KIND_MASK, type RawSheet } from './rawWorkbook';

/** Why a recognised column needs the user's eye. */
export type FieldDoubt =
  /** Neither amount, or no key: the sheet cannot be analysed without. */
  | 'missing'
  /** Several columns have a header that fits as well. */
  | 'ambiguous'
  /** A bare 日均: the year's, the month's or the quarter's. */
  | 'bareHeader'
  /** Most cells below the header do not read as this field. */
  | 'contents';

/** A field as recognised on a sheet, with what speaks for it. */
export interface FieldEvidence {
  readonly field: Field;
  /** 0-based worksheet columns; empty where missing. */
  readonly columns: readonly number[];
  /** Share (0–1) of the sampled cells that are filled, and of those that read as this field. */
  readonly filled: number;
  readonly fitting: number;
  readonly doubt?: FieldDoubt;
}

/** A column of the sheet as a person recognises it. */
export interface ColumnPreview {
  readonly letter: string;
  readonly header: string;
  /** The first filled cells below the header. */
  readonly samples: readonly string[];
}

/** What speaks for and against a layout, and what its columns look like (SPEC 1). */
export interface LayoutEvidence {
  /** Doubtful fields first, then in the order of {@link FIELDS}. */
  readonly fields: readonly FieldEvidence[];
  readonly columns: readonly ColumnPreview[];
}

const SAMPLED_ROWS = 200;
const SHOWN_SAMPLES = 5;
const FITTING_SHARE = 0.6;

/**
 * Weighs how surely a ledger sheet was understood. What the user has chosen (`chosen`, by field) is
 * never doubted, unless it leaves the sheet without an amount or a key.
 */
export function weighLayout(
  sheet: RawSheet,
  layout: SheetLayout,
  chosen: Readonly<Record<string, string>>,
  ambiguous: ReadonlySet<string>,
): LayoutEvidence {
  const fields = FIELDS.flatMap((field): FieldEvidence[] => {
    const columns = layout.columns[field];
    if (columns === undefined) return [];
    const weight = weighColumn(sheet, layout, field, columns[0] ?? 0);
    const doubt =
      chosen[field] === undefined ? findDoubt(field, layout, weight, ambiguous) : undefined;
    return [{ field, columns, ...weight, ...(doubt && { doubt }) }];
  });
  const all = [...findMissing(layout), ...fields];
  const isDoubtful = ({ doubt }: FieldEvidence): number => (doubt === undefined ? 1 : 0);
  return {
    fields: all.sort((a, b) => isDoubtful(a) - isDoubtful(b)),
    columns: layout.headers.map((header, column) => ({
      letter: columnLetter(column),
      header,
      samples: sampleTexts(sheet, layout, column).slice(0, SHOWN_SAMPLES),
    })),
  };
}

function findMissing({ columns }: SheetLayout): FieldEvidence[] {
  const missing = (field: Field): FieldEvidence => {
    return { field, columns: [], filled: 0, fitting: 0, doubt: 'missing' };
  };
  const hasAmount = columns.balance !== undefined || columns.dailyAverage !== undefined;
  const hasKey = [columns.customerId, columns.accountNo, columns.customerName].some(Boolean);
  return [
    ...(hasAmount ? [] : [missing('balance'), missing('dailyAverage')]),
    ...(hasKey ? [] : [missing('customerId')]),
  ];
}

function findDoubt(
  field: Field,
  { headers, columns }: SheetLayout,
  { filled, fitting }: Pick<FieldEvidence, 'filled' | 'fitting'>,
  ambiguous: ReadonlySet<string>,
): FieldDoubt | undefined {
  if (ambiguous.has(field)) return 'ambiguous';
  const header = cleanText(headers[columns[field]?.[0] ?? -1] ?? '');
  if (field === 'dailyAverage' && /^(?:日均|日平)(?:余额)?$/.test(header)) return 'bareHeader';
  return DECISIVE.has(field) && filled > 0 && fitting < FITTING_SHARE ? 'contents' : undefined;
}

/** Fields that the figures hang on; in others a strange cell is only a strange cell. */
const DECISIVE: ReadonlySet<Field> = new Set([
  'customerId',
  'accountNo',
  'balance',
  'dailyAverage',
  'openDate',
  'maturityDate',
]);

function weighColumn(
  sheet: RawSheet,
  layout: SheetLayout,
  field: Field,
  column: number,
): { readonly filled: number; readonly fitting: number } {
  const first = layout.headerRow + layout.headerRows;
  const rows = Math.max(1, Math.min(SAMPLED_ROWS, sheet.rowCount - first));
  const texts = sampleTexts(sheet, layout, column);
  const fits = READERS[field];
  const fitting = fits === undefined ? texts.length : texts.filter(fits).length;
  return { filled: texts.length / rows, fitting: fitting / Math.max(1, texts.length) };
}

const READERS: Partial<Record<Field, (text: string) => boolean>> = {
  customerId: looksLikeId,
  accountNo: looksLikeId,
  balance: looksLikeAmount,
  dailyAverage: looksLikeAmount,
  openDate: looksLikeDay,
  maturityDate: looksLikeDay,
};

function looksLikeId(text: string): boolean {
  return /\d{3}/.test(cleanId(text));
}

function looksLikeAmount(text: string): boolean {
  return !Number.isNaN(parseAmount(text, 0));
}

function looksLikeDay(text: string): boolean {
  return parseDay(text) !== UNREADABLE_DAY;
}

function sampleTexts(sheet: RawSheet, layout: SheetLayout, column: number): string[] {
  const cells = sheet.columns[column];
  const first = layout.headerRow + layout.headerRows;
  const texts: string[] = [];
  for (let row = first; row < sheet.rowCount && row < first + SAMPLED_ROWS; row++) {
    const kind = (cells?.kinds[row] ?? 0) & KIND_MASK;
    if (kind === CellKind.empty) continue;
    const text = cleanText(cellText(sheet, cells, row));
    if (text !== '') texts.push(text);
  }
  return texts;
}
