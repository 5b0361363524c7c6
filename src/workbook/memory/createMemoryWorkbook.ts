import type { CellRange, RawWorkbook } from '../../core';
import type { Capabilities, LiveWorkbook, OperationOptions } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import { applyPlan } from './applyPlan';
import { putCells } from './putCells';
import { readCells } from './readCells';
import { restoreOriginals } from './restoreOriginals';
import { snapshotOf, type SheetSnapshot } from './snapshot';
import {
  fromRawWorkbook,
  toRawWorkbook,
  type MemorySheet,
  type WorkbookContent,
} from './workbookContent';

export interface MemoryWorkbook extends LiveWorkbook {
  /** All sheets in readable form, in tab order. */
  snapshot(): SheetSnapshot[];
  /** All sheets as they are now. */
  readonly sheets: readonly MemorySheet[];
  /** What was selected last. */
  readonly selection: { readonly sheet: string; readonly area: CellRange } | undefined;
}

const EVERYTHING: Capabilities = {
  tables: true,
  validations: true,
  conditionalFormats: true,
  charts: true,
};

/**
 * A workbook that lives in memory: for tests and for simulated hosts. It does what the port says,
 * nothing more, and so is the model that other adapters are compared with.
 *
 * @param capabilities What the simulated host can express; all by default.
 */
export function createMemoryWorkbook(
  initial: WorkbookContent | RawWorkbook,
  capabilities: Partial<Capabilities> = {},
): MemoryWorkbook {
  const content = isRaw(initial) ? fromRawWorkbook(initial) : initial;
  let sheets: readonly MemorySheet[] = content.sheets;
  let selection: MemoryWorkbook['selection'];
  const can = { ...EVERYTHING, ...capabilities };

  return {
    capabilities: can,
    get sheets() {
      return sheets;
    },
    get selection() {
      return selection;
    },
    async read(options) {
      await step(options, 'read', 0);
      const raw = toRawWorkbook({ name: content.name, sheets });
      await step(options, 'read', 1);
      return raw;
    },
    async write(plan, options) {
      await step(options, 'write', 0);
      const next = applyPlan(sheets, plan).map((sheet) => withinCapabilities(sheet, can));
      await step(options, 'write', 1);
      sheets = next;
    },
    async restore(options) {
      await step(options, 'write', 0);
      const { sheets: next, restored } = restoreOriginals(sheets);
      await step(options, 'write', 1);
      sheets = next;
      return { restored };
    },
    async putCells(puts, options) {
      const next = putCells(sheets, puts);
      await step(options, 'write', 1);
      sheets = next;
    },
    readCells(sheet, area) {
      const found = sheets.find(({ name }) => name === sheet);
      if (!found) return Promise.reject(new WorkbookFailure('workbook.sheetMissing', { sheet }));
      return Promise.resolve(readCells(found, area));
    },
    select(sheet, area) {
      if (!sheets.some(({ name }) => name === sheet)) {
        return Promise.reject(new WorkbookFailure('workbook.sheetMissing', { sheet }));
      }
      selection = { sheet, area };
      return Promise.resolve();
    },
    snapshot: () => sheets.map(snapshotOf),
  };
}

function isRaw(workbook: WorkbookContent | RawWorkbook): workbook is RawWorkbook {
  return workbook.sheets.some((sheet) => 'columns' in sheet);
}

/** Reports progress, lets others run, and stops where the operation was cancelled meanwhile. */
async function step(
  options: OperationOptions | undefined,
  stage: 'read' | 'write',
  done: number,
): Promise<void> {
  throwIfCancelled(options);
  options?.onProgress?.({ stage, done, total: 1 });
  await Promise.resolve();
  throwIfCancelled(options);
}

function throwIfCancelled(options: OperationOptions | undefined): void {
  if (options?.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
}

function withinCapabilities(sheet: MemorySheet, can: Capabilities): MemorySheet {
  if (sheet.plan === undefined) return sheet;
  const { plan } = sheet;
  return {
    ...sheet,
    plan: {
      ...plan,
      tables: can.tables ? plan.tables : [],
      validations: can.validations ? plan.validations : [],
      conditionalFormats: can.conditionalFormats ? (plan.conditionalFormats ?? []) : [],
      charts: can.charts ? (plan.charts ?? []) : [],
    },
  };
}
