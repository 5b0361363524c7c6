import {
  CLEANING_RULES,
  EditKind,
  type CellEdits,
  type CleaningLog,
  type CleaningRule,
  type EditValues,
  type TextColumn,
} from '../analysis';
import type { Field } from '../columns/fields';
import {
  CellKind,
  FORMULA_FLAG,
  KIND_MASK,
  type CellColumn,
  type RawSheet,
  type RawWorkbook,
  type TextTable,
} from '../columns/rawWorkbook';
import { cleanId, cleanText } from './cleanText';
import { createDictionary, type Dictionary } from './dictionaries';
import type { IdDictionary } from './idDictionary';
import { listChanges } from './listChanges';
import { toSerial } from './parseDay';
import type { AmountColumn } from './readFields';
import type { LedgerSheet, ReadLedger } from './readLedger';
import { createTextUnits } from './textUnits';

export interface CleanedCells {
  readonly edits: readonly CellEdits[];
  readonly log: CleaningLog;
}

/** One ledger column at work: where it is read, and where its edits go (one entry per data row). */
export interface ColumnPass {
  readonly ledger: LedgerSheet;
  /** The sheet as it came, without values filled into merged cells. */
  readonly raw: RawSheet;
  readonly source: CellColumn;
  readonly index: number;
  readonly kinds: Uint8Array;
  readonly values: EditValues;
  /** Index into CLEANING_RULES + 1; 0 where nothing was found. */
  readonly rules: Uint8Array;
}

/** A pass with what it found. */
export interface FinishedPass extends ColumnPass {
  readonly texts: readonly string[];
}

const RULE_CODE = Object.fromEntries(
  CLEANING_RULES.map((rule, index) => [rule, index + 1]),
) as Readonly<Record<CleaningRule, number>>;

/**
 * What cleaning changes in the cells of the rows kept (SPEC 2), column by column, and the log of
 * it: counted all, listed row by row up to the cap.
 */
export function cleanCells(
  workbook: RawWorkbook,
  ledger: ReadLedger,
  reason: Uint8Array,
  cap: number,
): CleanedCells {
  const passes: FinishedPass[] = [];
  const edits: CellEdits[] = [];
  for (const sheet of ledger.sheets) {
    const raw = workbook.sheets[sheet.layout.sheetIndex] ?? sheet.sheet;
    const cleaner = createTextCleaner(raw.texts);
    raw.columns.forEach((source, index) => {
      const pass = {
        ledger: sheet,
        raw,
        source,
        index,
        kinds: new Uint8Array(sheet.rowCount),
        values: createValues(fieldOf(sheet.layout.columns, index), sheet.rowCount),
        rules: new Uint8Array(sheet.rowCount),
      };
      const texts = editColumn(pass, ledger, reason, cleaner) ?? [];
      const changed = pass.kinds.some(isSet);
      if (!changed && !pass.rules.some(isSet) && !source.kinds.some(isFormula)) return;
      passes.push({ ...pass, texts });
      if (!changed) return;
      const { kinds, values } = pass;
      const { sheetIndex: layout } = sheet.layout;
      edits.push({ layout, column: index, firstRow: sheet.firstRow, kinds, values, texts });
    });
  }
  return { edits, log: listChanges(passes, reason, cap) };
}

/** Amounts and dates are numbers; every other column is edited to texts. */
function createValues(field: Field | undefined, count: number): EditValues {
  const numeric = field === 'balance' || field === 'dailyAverage';
  return numeric ? new Float64Array(count) : new Int32Array(count);
}

function isSet(code: number): boolean {
  return code !== 0;
}

function isFormula(kind: number): boolean {
  return (kind & FORMULA_FLAG) !== 0;
}

/** Cleans each text of a workbook once, whatever column it stands in. */
interface TextCleaner {
  readonly into: Dictionary;
  /** Code of the cleaned text in `into`, -1 where cleaning changes nothing. */
  changedCode(index: number): number;
}

function createTextCleaner(texts: TextTable): TextCleaner {
  const into = createDictionary();
  // 0 is not yet seen; codes are kept two higher.
  const memo = new Int32Array(texts.size);
  return {
    into,
    changedCode(index) {
      const known = memo[index] ?? 0;
      if (known !== 0) return known - 2;
      const before = texts.get(index);
      const after = cleanText(before);
      const code = after === before ? -1 : into.codeOf(after);
      memo[index] = code + 2;
      return code;
    },
  };
}

/** Fills the pass with edits; the texts they refer to, or undefined for a column left alone. */
function editColumn(
  pass: ColumnPass,
  ledger: ReadLedger,
  reason: Uint8Array,
  cleaner: TextCleaner,
): readonly string[] | undefined {
  const { layout } = pass.ledger;
  if (layout.sequenceColumns.includes(pass.index)) return undefined;
  const field = fieldOf(layout.columns, pass.index);
  switch (field) {
    case 'customerId':
      return editIds(pass, reason, ledger.customerId.codes, ledger.ids);
    case 'accountNo':
      return editIds(pass, reason, ledger.accountNo.codes, ledger.accounts);
    case 'phone':
    case 'idNo':
      return editIds(pass, reason, ledger.details[field].codes, plainIds(ledger.details[field]));
    case 'customerName':
      return editNames(pass, reason, ledger.customerName.codes, ledger.customerName.values);
    case 'balance':
      return editAmounts(pass, reason, {
        fen: ledger.balanceFen,
        rounded: ledger.balanceRounded,
        unit: layout.balanceUnit,
      });
    case 'dailyAverage':
      return editAmounts(pass, reason, {
        fen: ledger.dailyAverageFen,
        rounded: ledger.dailyAverageRounded,
        unit: layout.dailyAverageUnit,
      });
    case 'openDate':
      return editDays(pass, reason, ledger.openDay);
    case 'maturityDate':
      return editDays(pass, reason, ledger.maturityDay);
    default:
      return editTexts(pass, reason, cleaner);
  }
}

function fieldOf(
  columns: Readonly<Partial<Record<Field, readonly number[]>>>,
  index: number,
): Field | undefined {
  for (const [field, list] of Object.entries(columns)) {
    // Only the first column of a field was read; its twins are texts like any other.
    if (list[0] === index) return field as Field;
  }
  return undefined;
}

/** What an id column's codes stand for. */
type ShownIds = Pick<IdDictionary, 'size' | 'shown' | 'isLossy' | 'isSpelled'>;

function plainIds({ values }: TextColumn): ShownIds {
  return {
    size: values.length,
    shown: (code) => values[code] ?? '',
    isLossy: () => false,
    isSpelled: () => false,
  };
}

function editIds(
  pass: ColumnPass,
  reason: Uint8Array,
  codes: Int32Array,
  ids: ShownIds,
): readonly string[] {
  const { ledger, source, raw } = pass;
  const text = createTextUnits(raw.texts);
  const texts: string[] = [];
  // A customer's id stands in many rows: its text is made once. 0 is not made yet.
  const made = new Int32Array(ids.size);
  for (let i = 0; i < ledger.rowCount; i++) {
    if (reason[ledger.offset + i] !== 0) continue;
    const code = codes[ledger.offset + i] ?? 0;
    if (code === 0) continue;
    const row = ledger.firstRow + i;
    const kind = (source.kinds[row] ?? 0) & KIND_MASK;
    const value = source.values[row] ?? 0;
    let rule: CleaningRule;
    if (ids.isLossy(code)) {
      record(pass, i, 'id.precisionLost');
      continue;
    }
    // Most ids are fine as they stand: no string is made to see it.
    if (kind === CellKind.text && ids.isSpelled(code, text.units, text.take(value))) continue;
    const known = made[code] ?? 0;
    const after = known === 0 ? ids.shown(code) : (texts[known - 1] ?? '');
    if (kind === CellKind.text) {
      const before = raw.texts.get(value);
      if (before === after) continue;
      rule = cleanId(before) === after ? 'id.cleaned' : 'id.leadingZeros';
    } else rule = kind === CellKind.empty ? 'merge.filledDown' : 'id.fromNumber';
    pass.kinds[i] = EditKind.text;
    if (known === 0) made[code] = texts.push(after);
    pass.values[i] = (made[code] ?? 0) - 1;
    record(pass, i, rule);
  }
  return texts;
}

function editNames(
  pass: ColumnPass,
  reason: Uint8Array,
  codes: Int32Array,
  cleaned: readonly string[],
): readonly string[] {
  const { ledger, source, raw } = pass;
  for (let i = 0; i < ledger.rowCount; i++) {
    if (reason[ledger.offset + i] !== 0) continue;
    const code = codes[ledger.offset + i] ?? 0;
    if (code === 0) continue;
    const row = ledger.firstRow + i;
    const kind = (source.kinds[row] ?? 0) & KIND_MASK;
    const after = cleaned[code] ?? '';
    if (kind === CellKind.text && raw.texts.get(source.values[row] ?? 0) === after) continue;
    if (kind !== CellKind.text && kind !== CellKind.empty) continue;
    pass.kinds[i] = EditKind.text;
    pass.values[i] = code;
    record(pass, i, kind === CellKind.empty ? 'merge.filledDown' : 'text.cleaned');
  }
  return cleaned;
}

function editAmounts(
  pass: ColumnPass,
  reason: Uint8Array,
  { fen, rounded, unit }: AmountColumn & { readonly unit: number },
): readonly string[] {
  const { ledger, source } = pass;
  const scale = 10 ** (unit + 2);
  for (let i = 0; i < ledger.rowCount; i++) {
    const at = ledger.offset + i;
    if (reason[at] !== 0) continue;
    const kind = (source.kinds[ledger.firstRow + i] ?? 0) & KIND_MASK;
    const amount = fen[at] ?? 0;
    const isBlank = amount === Infinity;
    if (kind !== CellKind.text && !isBlank && rounded[at] === 0) continue;
    pass.kinds[i] = EditKind.number;
    pass.values[i] = isBlank ? 0 : amount / scale;
    const read = rounded[at] === 1 ? 'amount.rounded' : 'amount.fromText';
    record(pass, i, isBlank ? 'amount.blank' : read);
  }
  return [];
}

function editDays(pass: ColumnPass, reason: Uint8Array, days: Int32Array): readonly string[] {
  const { ledger, source, raw } = pass;
  for (let i = 0; i < ledger.rowCount; i++) {
    if (reason[ledger.offset + i] !== 0) continue;
    const row = ledger.firstRow + i;
    const kind = (source.kinds[row] ?? 0) & KIND_MASK;
    const day = days[ledger.offset + i] ?? 0;
    if (kind === CellKind.empty && day <= 0) continue;
    if (day < 0) {
      record(pass, i, 'date.unreadable');
    } else if (day === 0) {
      pass.kinds[i] = EditKind.empty;
      record(pass, i, 'date.none');
    } else if (kind !== CellKind.date) {
      pass.kinds[i] = EditKind.date;
      pass.values[i] = toSerial(day, raw.date1904);
      record(pass, i, kind === CellKind.empty ? 'merge.filledDown' : 'date.fromText');
    }
  }
  return [];
}

/** Any other text. */
function editTexts(
  pass: ColumnPass,
  reason: Uint8Array,
  { into, changedCode }: TextCleaner,
): readonly string[] {
  const { ledger, source, raw } = pass;
  const filled = ledger.sheet.columns[pass.index] ?? source;
  for (let i = 0; i < ledger.rowCount; i++) {
    const row = ledger.firstRow + i;
    if (((filled.kinds[row] ?? 0) & KIND_MASK) !== CellKind.text) continue;
    if (reason[ledger.offset + i] !== 0) continue;
    const value = filled.values[row] ?? 0;
    const isFilled = ((source.kinds[row] ?? 0) & KIND_MASK) === CellKind.empty;
    const code = isFilled ? into.codeOf(cleanText(raw.texts.get(value))) : changedCode(value);
    if (code < 0) continue;
    pass.kinds[i] = code === 0 ? EditKind.empty : EditKind.text;
    pass.values[i] = code;
    record(pass, i, isFilled ? 'merge.filledDown' : 'text.cleaned');
  }
  return into.values;
}

function record(pass: ColumnPass, i: number, rule: CleaningRule): void {
  pass.rules[i] = RULE_CODE[rule];
}
