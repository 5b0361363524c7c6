import { CellKind, EditKind, KIND_MASK, type RawSheet, type RawWorkbook } from '../../src/core';
import type { LedgerPlan, SheetPlan } from '../../src/workbook/sheetPlan';
import { valueAt } from './dumpSheet';
import type { Value } from './evaluateFormula';

export interface LaidOutCell {
  readonly value: Value;
  readonly formula?: string;
}

/** Sheets as a host would lay them out: cells by `row,column`, by sheet name. */
export type LaidOutSheets = ReadonlyMap<string, ReadonlyMap<string, LaidOutCell>>;

export function layOutCells(
  workbook: RawWorkbook,
  sheets: readonly SheetPlan[],
  ledgers: readonly LedgerPlan[],
): LaidOutSheets {
  const laidOut = new Map<string, Map<string, LaidOutCell>>();
  for (const sheet of sheets) laidOut.set(sheet.name, layOutSheet(sheet));
  for (const ledger of ledgers) {
    const source = workbook.sheets.find(({ name }) => name === ledger.sheetName);
    if (source !== undefined) laidOut.set(ledger.sheetName, layOutLedger(source, ledger));
  }
  return laidOut;
}

export function keyOf(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}

function layOutSheet({ blocks }: SheetPlan): Map<string, LaidOutCell> {
  const cells = new Map<string, LaidOutCell>();
  for (const block of blocks) {
    if (block.kind === 'cells') {
      block.cells.forEach((line, row) => {
        line.forEach(({ value, formula }, column) => {
          const at = keyOf(block.row + row, block.column + column);
          cells.set(at, { value, ...(formula === undefined ? {} : { formula }) });
        });
      });
      continue;
    }
    block.columns.forEach((plan, column) => {
      for (let index = 0; index < block.rowCount; index++) {
        const row = block.row + index;
        const formula =
          plan.kind === 'formula' ? plan.formula.replaceAll('{r}', String(row + 1)) : undefined;
        cells.set(keyOf(row, block.column + column), {
          value: emptyToNull(valueAt(plan, index)),
          ...(formula === undefined ? {} : { formula }),
        });
      }
    });
  }
  return cells;
}

function emptyToNull(value: Value): Value {
  return value === '' || Number.isNaN(value) ? null : value;
}

function layOutLedger(source: RawSheet, plan: LedgerPlan): Map<string, LaidOutCell> {
  const cells = new Map<string, LaidOutCell>();
  plan.order.forEach((sourceRow, index) => {
    const row = plan.headerRow + 1 + index;
    source.columns.forEach((_, column) => {
      cells.set(keyOf(row, column), { value: sourceValue(source, sourceRow, column) });
    });
    for (const { column, kinds, values, texts } of plan.edits) {
      const kind = kinds[index];
      if (kind === EditKind.keep) continue;
      const value = values[index] ?? 0;
      cells.set(keyOf(row, column), {
        value:
          kind === EditKind.empty ? null : kind === EditKind.text ? (texts[value] ?? '') : value,
      });
    }
    plan.added.forEach(({ column: added }, offset) => {
      const formula =
        added.kind === 'formula' ? added.formula.replaceAll('{r}', String(row + 1)) : undefined;
      cells.set(keyOf(row, plan.firstAddedColumn + offset), {
        value: emptyToNull(valueAt(added, index)),
        ...(formula === undefined ? {} : { formula }),
      });
    });
  });
  return cells;
}

function sourceValue({ columns, texts }: RawSheet, row: number, column: number): Value {
  const { kinds, values } = columns[column] ?? { kinds: [], values: [] };
  const kind = (kinds[row] ?? 0) & KIND_MASK;
  if (kind === CellKind.empty) return null;
  return kind === CellKind.text ? texts.get(values[row] ?? 0) : (values[row] ?? 0);
}
