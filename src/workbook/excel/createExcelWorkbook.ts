import type { RawSheet } from '../../core';
import { throwIfCancelled } from '../cancellation';
import type { Capabilities, LiveWorkbook } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import { areaOf } from './cells';
import { connect, type ConnectOptions } from './connect';
import type { Connection, ExcelHost } from './excelHost';
import { probeMerges } from './probeMerges';
import { putCells } from './putCells';
import { readCells } from './readCells';
import { readSheets } from './readSheets';
import { restoreSheets } from './restoreSheets';
import { settleRun } from './settleRun';
import { writePlan } from './writePlan';

/**
 * The workbook that lies open in Excel, through Office.js (ExcelApi 1.7 or later).
 *
 * An operation that was broken off — Excel closed, the connection lost — is settled when the next
 * one begins: the workbook is then as before it or, where only the tidying was left, finished.
 */
export function createExcelWorkbook(host: ExcelHost, options: ConnectOptions = {}): LiveWorkbook {
  const connection = connect(host, options);
  const capabilities: Capabilities = {
    tables: true,
    validations: connection.has(8),
    conditionalFormats: true,
    charts: true,
  };
  let fingerprints: ReadonlyMap<string, number> | undefined;

  return {
    capabilities,
    read: (operation) =>
      connection.run(async (context) => {
        throwIfCancelled(operation);
        const listed = await settleRun(context, connection);
        const sheets = await readSheets(context, listed, operation);
        fingerprints = new Map(sheets.map(({ raw, fingerprint }) => [raw.name, fingerprint]));
        const raw = sheets.map((sheet) => sheet.raw);
        return { name: listed.name, sheets: await withMerges(context, connection, raw) };
      }),
    write: (plan, operation = {}) =>
      connection.run(async (context) => {
        await writePlan(context, connection, plan, {
          ...operation,
          ...(fingerprints && { fingerprints }),
        });
        // What is written next needs to be read first.
        fingerprints = undefined;
      }),
    restore: (operation) =>
      connection.run(async (context) => {
        throwIfCancelled(operation);
        const listed = await settleRun(context, connection);
        fingerprints = undefined;
        try {
          return await restoreSheets(context, connection, listed);
        } catch (error) {
          await settleRun(context, connection).catch(() => undefined);
          throw error;
        }
      }),
    putCells: (puts, operation) =>
      connection.run(async (context) => {
        throwIfCancelled(operation);
        await putCells(context, connection, puts);
      }),
    readCells: (sheet, area) => connection.run((context) => readCells(context, sheet, area)),
    select: (sheet, area) =>
      connection.run(async (context) => {
        const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
        await context.sync();
        if (worksheet.isNullObject) throw new WorkbookFailure('workbook.sheetMissing', { sheet });
        worksheet.activate();
        areaOf(context, sheet, area).select();
        await context.sync();
      }),
  };
}

/** Excel tells of merged cells only from ExcelApi 1.13 on. */
async function withMerges(
  context: Excel.RequestContext,
  { has }: Connection,
  sheets: readonly RawSheet[],
): Promise<readonly RawSheet[]> {
  if (has(13)) return sheets;
  const merges = await probeMerges(context, sheets);
  return sheets.map((sheet) => ({ ...sheet, merges: merges.get(sheet.name) ?? [] }));
}
