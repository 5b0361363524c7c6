import {
  EditKind,
  type CellEdits,
  type CleaningEntry,
  type CleaningLog,
  type CleaningRule,
  type TextColumn,
} from '../analysis';
import { cellText, numberText } from '../columns/cellText';
import type { Field } from '../columns/fields';
import {
  CellKind,
  FORMULA_FLAG,
  KIND_MASK,
  type CellColumn,
  type RawSheet,
  type RawWorkbook,
} from '../columns/rawWorkbook';
import { cleanId, cleanText } from './cleanText';
import { createDictionary, type IdDictionary } from './dictionaries';
import { losesDecimals } from './parseAmount';
import { isoDay, toSerial } from './parseDay';
import type { LedgerSheet, ReadLedger } from './readLedger';

export interface CleanedCells {
  readonly edits: readonly CellEdits[];
  readonly log: CleaningLog;
}

/** One ledger column at work: where it is read, and where its edits go. */
interface ColumnPass {
  readonly ledger: LedgerSheet;
  /** The sheet as it came, without values filled into merged cells. */
  readonly raw: RawSheet;
  readonly source: CellColumn;
  readonly index: number;
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  readonly record: (row: number, rule: CleaningRule, after: string) => void;
}

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
  const counts = new Map<CleaningRule, number>();
  const entries: CleaningEntry[] = [];
  const edits: CellEdits[] = [];
  for (const sheet of ledger.sheets) {
    const raw = workbook.sheets[sheet.layout.sheetIndex] ?? sheet.sheet;
    raw.columns.forEach((source, index) => {
      let listed = 0;
      const pass: ColumnPass = {
        ledger: sheet,
        raw,
        source,
        index,
        kinds: new Uint8Array(sheet.rowCount),
        values: new Float64Array(sheet.rowCount),
        record(row, rule, after) {
          counts.set(rule, (counts.get(rule) ?? 0) + 1);
          if (listed++ >= cap) return;
          const before = cellText(raw, source, row);
          entries.push({ sheet: sheet.layout.name, row, column: index, rule, before, after });
        },
      };
      logFormulas(pass, reason);
      const texts = editColumn(pass, ledger, reason);
      if (texts && pass.kinds.some((kind) => kind !== EditKind.keep)) {
        const { kinds, values } = pass;
        edits.push({
          layout: sheet.layout.sheetIndex,
          column: index,
          firstRow: sheet.firstRow,
          kinds,
          values,
          texts,
        });
      }
    });
  }
  const order = new Map(ledger.sheets.map(({ layout }, i) => [layout.name, i]));
  entries.sort(
    (a, b) =>
      (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row || a.column - b.column,
  );
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { edits, log: { counts, total, entries: entries.slice(0, cap) } };
}

function logFormulas(pass: ColumnPass, reason: Uint8Array): void {
  const { ledger, raw, source } = pass;
  for (let i = 0; i < ledger.rowCount; i++) {
    const row = ledger.firstRow + i;
    if (((source.kinds[row] ?? 0) & FORMULA_FLAG) === 0 || reason[ledger.offset + i] !== 0)
      continue;
    pass.record(row, 'formula.toValue', cellText(raw, source, row));
  }
}

/** Fills the pass with edits; the texts they refer to, or undefined for a column left alone. */
function editColumn(
  pass: ColumnPass,
  ledger: ReadLedger,
  reason: Uint8Array,
): readonly string[] | undefined {
  const { layout } = pass.ledger;
  if (layout.sequenceColumns.includes(pass.index)) return undefined;
  const field = fieldOf(layout.columns, pass.index);
  switch (field) {
    case 'customerId':
    case 'accountNo':
      return editIds(
        pass,
        reason,
        ledger[field],
        field === 'customerId' ? ledger.ids : ledger.accounts,
      );
    case 'phone':
    case 'idNo':
      return editIds(pass, reason, ledger.details[field]);
    case 'customerName':
      return editNames(pass, reason, ledger.customerName.codes, ledger.customerName.values);
    case 'balance':
      return editAmounts(pass, reason, ledger.balanceFen, layout.balanceUnit);
    case 'dailyAverage':
      return editAmounts(pass, reason, ledger.dailyAverageFen, layout.dailyAverageUnit);
    case 'openDate':
      return editDays(pass, reason, ledger.openDay);
    case 'maturityDate':
      return editDays(pass, reason, ledger.maturityDay);
    default:
      return editTexts(pass, reason);
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

function editIds(
  pass: ColumnPass,
  reason: Uint8Array,
  { codes, values: shown }: TextColumn,
  ids?: IdDictionary,
): readonly string[] {
  const { ledger, source, raw } = pass;
  for (let i = 0; i < ledger.rowCount; i++) {
    if (reason[ledger.offset + i] !== 0) continue;
    const code = codes[ledger.offset + i] ?? 0;
    if (code === 0) continue;
    const row = ledger.firstRow + i;
    const kind = (source.kinds[row] ?? 0) & KIND_MASK;
    const value = source.values[row] ?? 0;
    const after = shown[code] ?? '';
    let rule: CleaningRule;
    if (ids?.isLossy(code)) {
      pass.record(row, 'id.precisionLost', after);
      continue;
    }
    if (kind === CellKind.text) {
      const before = raw.texts.get(value);
      if (before === after) continue;
      rule = cleanId(before) === after ? 'id.cleaned' : 'id.leadingZeros';
    } else rule = kind === CellKind.empty ? 'merge.filledDown' : 'id.fromNumber';
    pass.kinds[i] = EditKind.text;
    pass.values[i] = code;
    pass.record(row, rule, after);
  }
  return shown;
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
    pass.record(row, kind === CellKind.empty ? 'merge.filledDown' : 'text.cleaned', after);
  }
  return cleaned;
}

function editAmounts(
  pass: ColumnPass,
  reason: Uint8Array,
  fen: Float64Array,
  unitExponent: number,
): readonly string[] {
  const { ledger, source, raw } = pass;
  const scale = 10 ** (unitExponent + 2);
  for (let i = 0; i < ledger.rowCount; i++) {
    if (reason[ledger.offset + i] !== 0) continue;
    const row = ledger.firstRow + i;
    const kind = (source.kinds[row] ?? 0) & KIND_MASK;
    const amount = fen[ledger.offset + i] ?? 0;
    const printed = (amount === Infinity ? 0 : amount) / scale;
    let rule: CleaningRule;
    if (amount === Infinity) rule = 'amount.blank';
    else if (kind === CellKind.text) {
      const decimals = /\.(\d+)/.exec(raw.texts.get(source.values[row] ?? 0))?.[1] ?? '';
      rule = decimals.length > unitExponent + 2 ? 'amount.rounded' : 'amount.fromText';
    } else if (losesDecimals(source.values[row] ?? 0, unitExponent)) rule = 'amount.rounded';
    else continue;
    pass.kinds[i] = EditKind.number;
    pass.values[i] = printed;
    pass.record(row, rule, numberText(printed));
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
      pass.record(row, 'date.unreadable', '');
    } else if (day === 0) {
      pass.kinds[i] = EditKind.empty;
      pass.record(row, 'date.none', '');
    } else if (kind !== CellKind.date) {
      pass.kinds[i] = EditKind.date;
      pass.values[i] = toSerial(day, raw.date1904);
      pass.record(row, kind === CellKind.empty ? 'merge.filledDown' : 'date.fromText', isoDay(day));
    }
  }
  return [];
}

/** Any other text: each distinct one is cleaned once. */
function editTexts(pass: ColumnPass, reason: Uint8Array): readonly string[] {
  const { ledger, source, raw } = pass;
  const filled = ledger.sheet.columns[pass.index] ?? source;
  const into = createDictionary();
  const memo = new Map<number, number>();
  for (let i = 0; i < ledger.rowCount; i++) {
    if (reason[ledger.offset + i] !== 0) continue;
    const row = ledger.firstRow + i;
    if (((filled.kinds[row] ?? 0) & KIND_MASK) !== CellKind.text) continue;
    const value = filled.values[row] ?? 0;
    let code = memo.get(value);
    if (code === undefined) {
      const before = raw.texts.get(value);
      const after = cleanText(before);
      code = after === before ? -1 : into.codeOf(after);
      memo.set(value, code);
    }
    const isFilled = ((source.kinds[row] ?? 0) & KIND_MASK) === CellKind.empty;
    if (isFilled) code = into.codeOf(cleanText(raw.texts.get(value)));
    if (code < 0) continue;
    pass.kinds[i] = code === 0 ? EditKind.empty : EditKind.text;
    pass.values[i] = code;
    pass.record(row, isFilled ? 'merge.filledDown' : 'text.cleaned', into.values[code] ?? '');
  }
  return into.values;
}
