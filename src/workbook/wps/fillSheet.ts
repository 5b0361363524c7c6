import type { CellRange } from '../../core';
import type { PlanCell, SheetPlan, TablePlan, WorkbookPlan } from '../sheetPlan';
import type { Capabilities } from '../workbook';
import { addCharts } from './addCharts';
import { addConditions } from './addConditions';
import { addressOf, columnArea, packAddresses, sheetReference } from './addresses';
import { addValidations } from './addValidations';
import { applyStyle, bgr } from './applyStyle';
import { attempt } from './hostFailure';
import type { Session } from './session';
import { setPrint } from './setPrint';
import { WPS, type WpsSheet } from './wpsTypes';
import { writeBlock } from './writeBlock';

export interface SheetFill {
  readonly sheet: WpsSheet;
  readonly plan: SheetPlan;
  readonly whole: WorkbookPlan;
  readonly date1904: boolean;
  readonly capabilities: Capabilities;
  findSheet(name: string): WpsSheet | undefined;
}

/** Each link is two trips over the bridge: on a sheet with more, the last ones are left out. */
const MOST_LINKS = 500;
const TABLE_STYLE = 'TableStyleMedium2';

/** Writes a sheet of ours onto an empty one. */
export async function fillSheet(session: Session, fill: SheetFill): Promise<void> {
  const { sheet, plan, whole, date1904, capabilities } = fill;
  for (const block of plan.blocks) {
    await writeBlock(session, sheet, { block, styles: whole.styles, date1904 });
  }
  for (const merge of plan.merges) sheet.Range(addressOf(merge)).Merge();
  setSizes(sheet, plan);
  addLinks(sheet, plan, whole);
  for (const table of plan.tables) addTable(sheet, table, capabilities.tables);
  if (capabilities.validations) addValidations(sheet, plan.validations);
  if (capabilities.conditionalFormats) addConditions(sheet, plan.conditionalFormats ?? []);
  if (capabilities.charts) addCharts(sheet, plan.charts ?? [], fill.findSheet);
  setPrint(sheet, plan.print);
  const { tabColor } = plan;
  if (tabColor !== undefined) {
    attempt(() => {
      sheet.Tab.Color = bgr(tabColor);
    });
  }
}

function setSizes(sheet: WpsSheet, { widths, rowHeights }: SheetPlan): void {
  const columns = new Map<number, CellRange[]>();
  widths.forEach((width, column) => {
    columns.set(width, [...(columns.get(width) ?? []), columnArea(column, 0, 0)]);
  });
  for (const [width, areas] of columns) {
    for (const address of packAddresses(areas)) sheet.Range(address).ColumnWidth = width;
  }
  const rows = new Map<number, CellRange[]>();
  rowHeights?.forEach((height, row) => {
    rows.set(height, [...(rows.get(height) ?? []), columnArea(0, row, row)]);
  });
  for (const [height, areas] of rows) {
    for (const address of packAddresses(areas)) sheet.Range(address).RowHeight = height;
  }
}

/** WPS colours and underlines what becomes a link: the plan's look is put on again. */
function addLinks(sheet: WpsSheet, { blocks }: SheetPlan, { styles }: WorkbookPlan): void {
  let left = MOST_LINKS;
  const hyperlinks = sheet.Hyperlinks;
  for (const block of blocks) {
    if (block.kind === 'columns') {
      for (const [right, { links, style }] of block.columns.entries()) {
        if (links === undefined) continue;
        const column = block.column + right;
        for (let at = 0; at < block.rowCount && left > 0; at++) {
          const target = links.rows[at] ?? -1;
          if (target < 0) continue;
          left--;
          const row = block.row + at;
          const cell = addressOf(columnArea(links.column, target, target));
          hyperlinks.Add(
            sheet.Range(addressOf(columnArea(column, row, row))),
            '',
            sheetReference(links.sheet, cell),
          );
        }
        if (block.rowCount > 0) {
          const area = columnArea(column, block.row, block.row + block.rowCount - 1);
          applyStyle(sheet.Range(addressOf(area)), styles[style]);
        }
      }
      continue;
    }
    block.cells.forEach((cells, down) => {
      cells.forEach(({ link, style = 'plain' }: PlanCell, right) => {
        if (link === undefined || left-- <= 0) return;
        const at = columnArea(block.column + right, block.row + down, block.row + down);
        const range = sheet.Range(addressOf(at));
        hyperlinks.Add(range, '', sheetReference(link.sheet, link.cell));
        applyStyle(range, styles[style]);
      });
    });
  }
}

/** A table; where the host has none, or does not take it, a filter over the same cells. */
function addTable(sheet: WpsSheet, plan: TablePlan, hasTables: boolean): void {
  const { name, range: planned } = plan;
  // A table has a row of data.
  const range = { ...planned, lastRow: Math.max(planned.lastRow, planned.firstRow + 1) };
  const cells = sheet.Range(addressOf(range));
  if (hasTables && tryTable(sheet, name, range)) return;
  sheet.AutoFilterMode = false;
  cells.AutoFilter();
}

function tryTable(sheet: WpsSheet, name: string, range: CellRange): boolean {
  let isThere = false;
  attempt(() => {
    const cells = sheet.Range(addressOf(range));
    const table = sheet.ListObjects?.Add(WPS.sourceRange, cells, undefined, WPS.yes);
    if (table === undefined) return;
    isThere = true;
    table.Name = name;
    table.TableStyle = TABLE_STYLE;
  });
  return isThere;
}
