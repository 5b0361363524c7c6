import type { CellRange } from '../../core';
import { styleRegions } from '../planContent';
import { textFormula, MARK_NAME, sheetMarkFormula } from '../sheetMark';
import type { SheetPlan } from '../sheetPlan';
import { actOn, areaOf } from './cells';
import type { Connection } from './excelHost';
import { ACTION_BYTES } from './payload';
import { addFormulaName, NEW_NAME } from './sheetNames';
import { formatRegions, styleRegionsOf } from './styleCells';
import { writeCharts } from './writeCharts';
import { writeConditionalFormats } from './writeConditionalFormats';
import { writeContent, type ContentContext } from './writeContent';
import { writeLinks } from './writeLinks';
import { writePrint } from './writePrint';
import type { WriteQueue } from './writeQueue';
import { writeValidations } from './writeValidations';

/** Adds a sheet of ours with all that its plan says; what Excel cannot express is left out. */
export async function writeSheet(
  queue: WriteQueue,
  plan: SheetPlan,
  context: ContentContext & { readonly connection: Connection },
): Promise<void> {
  const { name } = plan;
  const { connection, styles } = context;
  const regions = styleRegions(plan.blocks);
  await addSheet(queue, plan);
  await formatRegions(queue, name, regions, styles);
  for (const block of plan.blocks) await writeContent(queue, name, block, context);
  for (const area of plan.merges)
    await queue.add(
      actOn(name, area, (range) => {
        range.merge(false);
      }),
    );
  await writeLinks(queue, plan);
  await styleRegionsOf(queue, name, regions, styles);
  await setSizes(queue, plan);
  await addTables(queue, plan);
  await writeConditionalFormats(queue, name, plan.conditionalFormats ?? []);
  if (connection.has(8)) await writeValidations(queue, plan);
  await writeCharts(queue, plan, connection);
  if (connection.has(9)) await writePrint(queue, plan);
  await finishSheet(queue, plan);
}

/** A table stands under this name until the sheets of an earlier run are gone. */
export const TABLE_SUFFIX = '_new';

async function addSheet(queue: WriteQueue, { name, role }: SheetPlan): Promise<void> {
  await queue.add({
    bytes: 3 * ACTION_BYTES,
    run(context) {
      const sheet = context.workbook.worksheets.add(name);
      addFormulaName(sheet.names, NEW_NAME, textFormula(role));
      addFormulaName(sheet.names, MARK_NAME, sheetMarkFormula(role, name));
    },
  });
}

/** Measured: 131 bytes. A thousand scripts have seven thousand rows, each with a height of its own. */
const SIZE_BYTES = 200;

async function setSizes(queue: WriteQueue, plan: SheetPlan): Promise<void> {
  const { name, widths, rowHeights } = plan;
  for (const [column, width] of widths.entries()) {
    const resize = actOn(name, cellArea(0, column), ({ format }) => {
      format.columnWidth = columnPoints(width);
    });
    await queue.add({ ...resize, bytes: SIZE_BYTES });
  }
  for (const [row, height] of rowHeights ?? []) {
    const resize = actOn(name, cellArea(row, 0), ({ format }) => {
      format.rowHeight = height;
    });
    await queue.add({ ...resize, bytes: SIZE_BYTES });
  }
}

export function cellArea(row: number, column: number): CellRange {
  return { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
}

/** Points that so many characters of the default font take; a character has 7 pixels of 3/4 point. */
export function columnPoints(characters: number): number {
  return Math.round(characters * 7 + 5) * 0.75;
}

async function addTables(queue: WriteQueue, plan: SheetPlan): Promise<void> {
  for (const { name, range } of plan.tables) {
    const lastRow = Math.max(range.lastRow, range.firstRow + 1);
    await queue.add({
      bytes: 3 * ACTION_BYTES,
      run(context) {
        const area = areaOf(context, plan.name, { ...range, lastRow });
        const table = context.workbook.worksheets.getItem(plan.name).tables.add(area, true);
        table.name = name + TABLE_SUFFIX;
        table.style = 'TableStyleMedium2';
      },
    });
  }
}

async function finishSheet(queue: WriteQueue, plan: SheetPlan): Promise<void> {
  const { frozenRows, frozenColumns, tabColor, visibility } = plan;
  await queue.add({
    bytes: 6 * ACTION_BYTES,
    run(context) {
      const sheet = context.workbook.worksheets.getItem(plan.name);
      if (frozenRows > 0 && frozenColumns > 0) {
        const corner = { firstRow: 0, lastRow: frozenRows - 1, firstColumn: 0 };
        sheet.freezePanes.freezeAt(
          areaOf(context, plan.name, { ...corner, lastColumn: frozenColumns - 1 }),
        );
      } else if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
      else if (frozenColumns > 0) sheet.freezePanes.freezeColumns(frozenColumns);
      if (tabColor !== undefined) sheet.tabColor = `#${tabColor}`;
      if (plan.role === 'overview') sheet.position = 0;
      if (visibility === 'hidden') sheet.visibility = 'Hidden';
      if (visibility === 'veryHidden') sheet.visibility = 'VeryHidden';
    },
  });
}
