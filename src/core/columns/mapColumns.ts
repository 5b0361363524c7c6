import type { Problem } from '../problems';
import { columnIndex, columnLetter } from './columnLetter';
import type { DetectedHeader } from './detectHeader';
import { FIELDS, type Field } from './fields';
import type { RawSheet } from './rawWorkbook';
import { cleanId, cleanText } from '../cleaning/cleanText';
import { cellText } from './cellText';
import { readHeaderText } from './headerText';

export interface ColumnMapping {
  readonly columns: Readonly<Partial<Record<Field, readonly number[]>>>;
  readonly problems: readonly Problem[];
}

/** Fields that several columns may carry together (营销人一, 营销人二 …). */
const PLURAL: ReadonlySet<Field> = new Set([
  'manager',
  'managerCode',
  'acquirer',
  'acquirerCode',
  'product',
]);

type Columns = Partial<Record<Field, number[]>>;

/**
 * Chooses the column of each field: the best header first, the cells as evidence where headers
 * are ambiguous, the user's own choice before all (SPEC 1).
 */
export function mapColumns(
  sheet: RawSheet,
  header: DetectedHeader,
  chosen: Readonly<Record<string, string>>,
): ColumnMapping {
  const columns: Columns = {};
  const problems: Problem[] = [];
  const byOrder = header.meanings
    .map((meaning, column) => ({ meaning, column }))
    .sort((a, b) => a.meaning.order - b.meaning.order || a.column - b.column);
  for (const { meaning, column } of byOrder) {
    if (!meaning.field) continue;
    const present = columns[meaning.field];
    if (!present) columns[meaning.field] = [column];
    else if (PLURAL.has(meaning.field)) present.push(column);
  }
  for (const field of ['balance', 'dailyAverage'] as const) {
    chooseAmount(sheet, header, field, columns, problems);
  }
  resolveByContents(sheet, header, columns);
  applyChoices(header, chosen, columns);
  for (const field of ['manager', 'acquirer'] as const) columns[field]?.sort((a, b) => a - b);
  return { columns: withoutEmpty(columns), problems };
}

function chooseAmount(
  sheet: RawSheet,
  header: DetectedHeader,
  field: 'balance' | 'dailyAverage',
  columns: Columns,
  problems: Problem[],
): void {
  const candidates = header.meanings
    .map((meaning, column) => ({ meaning, column }))
    .filter(({ meaning }) => meaning.amount?.measure === field);
  for (const { meaning, column } of candidates) {
    if (meaning.foreign) {
      const at = {
        sheet: sheet.name,
        column: columnLetter(column),
        header: header.texts[column] ?? '',
      };
      problems.push({ code: 'column.foreignAmount', ...at });
    }
  }
  const deposits = candidates.filter(({ meaning }) => meaning.amount?.deposit && !meaning.foreign);
  const ofYear = deposits.filter(({ meaning }) => meaning.amount?.period === 'year');
  const bare = deposits.filter(({ meaning }) => meaning.amount?.period === 'bare');
  const named = ofYear.filter(({ meaning }) => /本年|当年|^年/.test(meaning.key));
  const monthEnd = deposits.filter(({ meaning }) =>
    /^(?:本月末?|月末|当月末?)(?:存款)?余额$/.test(meaning.key),
  );
  const best = [named, ofYear, bare, field === 'balance' ? monthEnd : []].find(
    (list) => list.length > 0,
  );
  const first = best?.[0];
  if (!best || !first) return;
  columns[field] = [first.column];
  if (best.length > 1) {
    const letters = best.map(({ column }) => columnLetter(column));
    problems.push({ code: 'column.ambiguous', sheet: sheet.name, field, columns: letters });
  }
}

/** A header such as 客户 or 账户 names a field only together with what stands below it. */
function resolveByContents(sheet: RawSheet, header: DetectedHeader, columns: Columns): void {
  header.meanings.forEach((meaning, column) => {
    if (meaning.key === '客户' || meaning.key === '客户信息') {
      const field = digitShare(sheet, header, column) > 0.5 ? 'customerId' : 'customerName';
      columns[field] ??= [column];
    }
  });
  // 账户 above names is the customer, not the account.
  const account = columns.accountNo?.[0];
  if (account === undefined || digitShare(sheet, header, account) > 0.3) return;
  if (filledShare(sheet, header, account) === 0) return;
  if (!columns.customerName && header.meanings[account]?.key === '账户') {
    columns.customerName = [account];
    delete columns.accountNo;
  }
}

const SAMPLED_ROWS = 200;

function digitShare(sheet: RawSheet, header: DetectedHeader, column: number): number {
  const texts = sampleTexts(sheet, header, column);
  return texts.filter((text) => /\d{4}/.test(cleanId(text))).length / Math.max(1, texts.length);
}

function filledShare(sheet: RawSheet, header: DetectedHeader, column: number): number {
  return sampleTexts(sheet, header, column).length;
}

function sampleTexts(sheet: RawSheet, header: DetectedHeader, column: number): string[] {
  const texts: string[] = [];
  const first = header.headerRow + header.headerRows;
  for (let row = first; row < sheet.rowCount && row < first + SAMPLED_ROWS; row++) {
    const text = cleanText(cellText(sheet, sheet.columns[column], row));
    if (text !== '') texts.push(text);
  }
  return texts;
}

/** The user's choice: a column letter or a header text; empty for no column. */
function applyChoices(
  header: DetectedHeader,
  chosen: Readonly<Record<string, string>>,
  columns: Columns,
): void {
  for (const [name, choice] of Object.entries(chosen)) {
    const field = FIELDS.find((known) => known === name);
    if (!field) continue;
    const column = findChosen(header, choice);
    for (const other of FIELDS) {
      columns[other] = columns[other]?.filter((taken) => taken !== column) ?? [];
    }
    columns[field] = column === undefined ? [] : [column];
  }
}

function findChosen(header: DetectedHeader, choice: string): number | undefined {
  if (choice.trim() === '') return undefined;
  const wanted = readHeaderText(choice).key;
  const byText = header.meanings.findIndex((meaning) => meaning.key === wanted);
  return byText >= 0 ? byText : columnIndex(choice);
}

function withoutEmpty(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, list]) => list.length > 0));
}
