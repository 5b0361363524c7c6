import type { CellRange } from '../../../core';
import { relationshipsPathOf } from '../ooxml/partPath';
import type { XlsxContents } from '../ooxml/readXlsx';
import { parseRelationships } from '../ooxml/relationships';
import { parseRange } from '../ooxml/write/cellReference';
import type { XlsxPackage } from '../ooxml/xlsxPackage';
import type { CellLook, SheetAppearance } from './appearance';
import { OFFICE_THEME, readTheme } from './readColor';
import { readLooks } from './readLooks';
import { readSheetAppearance } from './readSheetAppearance';
import { childOf, xmlTree } from './xmlTree';

/** How a workbook looks: cell looks by the cells' format index, sheets in the order of the read. */
export interface WorkbookAppearance {
  readonly looks: readonly CellLook[];
  readonly sheets: readonly SheetAppearance[];
}

/**
 * How the sheets of an .xlsx look, from its styles and what surrounds the cells. What a grid
 * cannot show (charts, images, icon sets) is not read; it stays in the file.
 * @throws WorkbookFailure `file.damaged`.
 */
export async function readAppearance({
  package: pack,
  sheets,
}: XlsxContents): Promise<WorkbookAppearance> {
  const theme = await themeOf(pack);
  const styles = pack.stylesPath;
  const looks = styles
    ? readLooks(xmlTree(await pack.readXml(styles), styles), theme)
    : { cells: [], differential: [] };
  const appearances: SheetAppearance[] = [];
  for (const sheet of sheets) {
    const tables = await tableRanges(pack, sheet.partPath);
    appearances.push(readSheetAppearance(sheet, { looks, theme, tables }));
  }
  return { looks: looks.cells, sheets: appearances };
}

async function themeOf(pack: XlsxPackage): Promise<readonly string[]> {
  const path = pack.workbookRelationships.find(({ type }) => type === 'theme')?.target;
  if (path === undefined || !pack.findPart(path)) return OFFICE_THEME;
  return readTheme(xmlTree(await pack.readXml(path), path));
}

async function tableRanges(pack: XlsxPackage, sheetPath: string): Promise<CellRange[]> {
  const path = relationshipsPathOf(sheetPath);
  if (!pack.findPart(path)) return [];
  const relationships = parseRelationships(await pack.readXml(path), sheetPath, path);
  const ranges: CellRange[] = [];
  for (const { type, target } of relationships) {
    if (type !== 'table' || !pack.findPart(target)) continue;
    const table = childOf(xmlTree(await pack.readXml(target), target), 'table');
    // Only a table with filter buttons; its rows of totals are not filtered.
    const range = parseRange(childOf(table, 'autoFilter')?.attribute('ref') ?? '');
    if (range) ranges.push(range);
  }
  return ranges;
}
