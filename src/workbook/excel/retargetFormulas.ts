import type { CellRange } from '../../core';
import { areaOf } from './cells';
import type { Connection } from './excelHost';
import type { ListedSheet, ListedWorkbook } from './listSheets';
import { blockBytes } from './payload';
import { readGrids } from './readGrid';
import { createWriteQueue } from './writeQueue';

/**
 * Lets the formulas of the user's sheets and of the workbook's names refer to other sheets: each
 * key of `targets` is a sheet's name, its value that of the sheet that takes its place.
 */
export async function retargetFormulas(
  context: Excel.RequestContext,
  connection: Connection,
  listed: ListedWorkbook,
  targets: ReadonlyMap<string, string>,
): Promise<void> {
  if (targets.size === 0) return;
  const places = await findFormulas(context, listed, targets);
  const queue = createWriteQueue(context, connection, { totalCells: places.length });
  for (const { sheet, row, column, formula } of places) {
    const cells = [[retarget(formula, targets)]];
    await queue.add({
      bytes: blockBytes(cells),
      run(requested) {
        const area = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
        areaOf(requested, sheet, area).formulas = cells;
      },
    });
  }
  for (const { name, value } of listed.names) {
    const formula = retarget(value, targets);
    if (formula !== value) {
      await queue.add({
        bytes: blockBytes([[formula]]),
        run({ workbook }) {
          workbook.names.getItem(name).formula = formula;
        },
      });
    }
  }
  await queue.flush();
}

interface FoundFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Of the user's sheets that stay, and of the sheets that take a place. */
async function findFormulas(
  context: Excel.RequestContext,
  { sheets }: ListedWorkbook,
  targets: ReadonlyMap<string, string>,
): Promise<FoundFormula[]> {
  const successors = new Set(targets.values());
  const read = sheets.filter(
    ({ name, mark }) =>
      !targets.has(name) && (mark === undefined || (mark === 'original' && successors.has(name))),
  );
  const requests = read.flatMap((sheet) =>
    formulaAreas(sheet).map((area) => ({
      sheet: sheet.name,
      area,
      properties: ['formulas' as const, 'values' as const],
    })),
  );
  const found: FoundFormula[] = [];
  await readGrids(context, requests, ({ request, area, cells }) => {
    const { formulas = [], values = [] } = cells;
    for (const [down, line] of formulas.entries()) {
      for (const [right, formula] of line.entries()) {
        // A text that reads like a formula has itself for a value.
        if (typeof formula !== 'string' || formula === values[down]?.[right]) continue;
        if (retarget(formula, targets) === formula) continue;
        const { sheet } = request;
        const column = area.firstColumn + right;
        found.push({ sheet, row: area.firstRow + down, column, formula });
      }
    }
  });
  return found;
}

function formulaAreas({ used, formulas }: ListedSheet): readonly CellRange[] {
  return formulas ?? (used === undefined ? [] : [used]);
}

/** Texts in quotes, sheet names in apostrophes, plain sheet names: the last two before `!`. */
const PARTS = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** The formula with other sheets' names in it; texts stay. */
export function retarget(formula: string, targets: ReadonlyMap<string, string>): string {
  if (!formula.startsWith('=')) return formula;
  return formula.replace(PARTS, (whole, quoted?: string, plain?: string) => {
    const name = quoted?.replaceAll("''", "'") ?? plain;
    const target = name === undefined ? undefined : targets.get(name);
    return target === undefined ? whole : `'${target.replaceAll("'", "''")}'!`;
  });
}
