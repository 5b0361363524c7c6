/** An .xlsx that the file adapter wrote, as a view. */
import { readAppearance } from '../../../src/workbook/file/appearance/readAppearance';
import type { SheetAppearance } from '../../../src/workbook/file/appearance/appearance';
import {
  childOf,
  childrenOf,
  xmlTree,
  type XmlNode,
} from '../../../src/workbook/file/appearance/xmlTree';
import { createNodeCompression } from '../../../src/workbook/file/nodeCompression';
import { readXlsx } from '../../../src/workbook/file/ooxml/readXlsx';
import { areaAddress, parseArea } from '../../hosts/excel/address';
import { bookOfXlsx } from '../../hosts/excel/bookOfXlsx';
import { sourceOf } from '../bytesInMemory';
import { viewPackage, type PackageView } from '../file/styled/packageView';
import { chartsOfFile } from './chartsOfFile';
import { treeOf } from './treeOf';
import { cellsOfBook } from './viewOfExcel';
import {
  isAdded,
  type Added,
  type ConditionView,
  type OwnSheetView,
  type PrintView,
  type WorkbookView,
} from './workbookView';

export async function viewOfFile(bytes: Uint8Array, added: Added): Promise<WorkbookView> {
  const book = await bookOfXlsx(bytes, 'written.xlsx');
  const contents = await readXlsx(sourceOf(bytes), createNodeCompression(), { name: '' });
  const { sheets: appearances } = await readAppearance(contents);
  const pack = viewPackage(bytes);
  const names = namesOf(pack);
  const sheets = book.sheets.map((sheet, at) => {
    const { name, visibility, frozen, merges } = sheet;
    const look = appearances[at];
    if (look === undefined) throw new Error(`${name} has no look`);
    const tree = outsideOfRows(pack, name);
    const own = names.filter(({ tab }) => tab === at);
    return {
      name,
      visibility,
      frozen: `${String(frozen?.rows ?? 0)}×${String(frozen?.columns ?? 0)}`,
      merges: merges.map(areaAddress).sort(),
      widths: widthsOf(look),
      marks: own
        .filter(({ name: key }) => isMark(key))
        .map(({ name: key, text }) => `${key} ${text}`),
      ...cellsOfBook(book, sheet, added),
      conditions: conditionsOf(look, tree).filter(({ area }) =>
        isAdded(added, name, parseArea(area).firstColumn),
      ),
      own: added.ownSheets.has(name) ? ownOf(pack, { name, look, tree, names: own }) : undefined,
    };
  });
  return { sheets };
}

interface DefinedName {
  readonly name: string;
  readonly tab: number;
  readonly text: string;
}

function namesOf(pack: PackageView): DefinedName[] {
  const workbook = childOf(treeOf(pack, 'xl/workbook.xml'), 'workbook');
  return childrenOf(childOf(workbook, 'definedNames'), 'definedName').map((item) => ({
    name: item.attribute('name') ?? '',
    tab: Number(item.attribute('localSheetId') ?? -1),
    text: item.text,
  }));
}

/** Of a table's area and the sheet in front only files need to be told: hosts copy them along. */
function isMark(name: string): boolean {
  return name.startsWith('HANDOVER_') && !/^HANDOVER_(?:TABLE|ACTIVE)/.test(name);
}

/** The worksheet without its rows, which are read otherwise. */
function outsideOfRows(pack: PackageView, name: string): XmlNode {
  const text = pack.entries.get(pack.sheet(name))?.text ?? '';
  const tree = xmlTree(text.replace(/<sheetData>[\s\S]*<\/sheetData>/, ''), name);
  return childOf(tree, 'worksheet') ?? tree;
}

/** Excel's maximal digit of the default font is 7 pixels wide. */
function widthsOf({ columns }: SheetAppearance): Record<string, number> {
  const widths: Record<string, number> = {};
  for (const { first, last, width } of columns) {
    if (width === undefined || last - first > 100) continue;
    for (let at = first; at <= last; at++) widths[String(at)] = Math.round(width * 7);
  }
  return widths;
}

function conditionsOf({ conditions }: SheetAppearance, tree: XmlNode): ConditionView[] {
  const negatives = negativeColors(tree);
  return conditions.map((condition) => {
    const area = condition.ranges.map(areaAddress).join(' ');
    if (condition.kind === 'dataBar') {
      const look = { color: condition.color, negative: negatives.get(area) };
      return { area, rule: 'dataBar', look };
    }
    const { bold, color, fill } = condition.look;
    return { area, rule: condition.formula, look: { bold, color, fill } };
  });
}

/** What Excel 2010's extension says of the bars of an area. */
function negativeColors(tree: XmlNode): Map<string, string> {
  const formats = childrenOf(childOf(tree, 'extLst'), 'ext').flatMap((extension) =>
    childrenOf(childOf(extension, 'conditionalFormattings'), 'conditionalFormatting'),
  );
  return new Map(
    formats.map((format) => {
      const bar = childOf(childOf(format, 'cfRule'), 'dataBar');
      const color = childOf(bar, 'negativeFillColor')?.attribute('rgb') ?? '';
      return [childOf(format, 'sqref')?.text ?? '', color.slice(2)];
    }),
  );
}

interface OwnSheet {
  readonly name: string;
  readonly look: SheetAppearance;
  readonly tree: XmlNode;
  readonly names: readonly DefinedName[];
}

function ownOf(pack: PackageView, { name, look, tree, names }: OwnSheet): OwnSheetView {
  return {
    tabColor: look.tabColor ?? '',
    heights: heightsOf(pack.entries.get(pack.sheet(name))?.text ?? ''),
    tables: pack.targets(pack.sheet(name), 'table').map((part) => tableOf(treeOf(pack, part))),
    validations: childrenOf(childOf(tree, 'dataValidations'), 'dataValidation').map(validationOf),
    charts: chartsOfFile(pack, name),
    print: printOf(tree, names),
  };
}

function heightsOf(worksheet: string): Record<string, number> {
  const rows = worksheet.matchAll(/<row r="(\d+)"[^>]*? ht="([\d.]+)"/g);
  return Object.fromEntries([...rows].map(([, row, height]) => [Number(row) - 1, Number(height)]));
}

function tableOf(tree: XmlNode): string {
  const table = childOf(tree, 'table');
  const style = childOf(table, 'tableStyleInfo')?.attribute('name') ?? '';
  return [table?.attribute('name'), table?.attribute('ref'), style].join(' ');
}

function validationOf(item: XmlNode): string {
  const rule = [item.attribute('type'), childOf(item, 'formula1')?.text.replace(/^"|"$/g, '')];
  const error = [item.attribute('errorTitle'), item.attribute('error')];
  return [item.attribute('sqref'), ...rule, ...error].join(' | ');
}

function printOf(tree: XmlNode, names: readonly DefinedName[]): PrintView | undefined {
  const setup = childOf(tree, 'pageSetup');
  if (setup === undefined) return undefined;
  const ranges = (name: string) =>
    (names.find((item) => item.name === name)?.text ?? '')
      .split(',')
      .map((text) => text.slice(text.lastIndexOf('!') + 1).replaceAll('$', ''))
      .join(',');
  return {
    orientation: setup.attribute('orientation') ?? '',
    paper: setup.attribute('paperSize') ?? '',
    pages: `${setup.attribute('fitToWidth') ?? ''}×${setup.attribute('fitToHeight') ?? ''}`,
    areas: ranges('_xlnm.Print_Area'),
    titles: ranges('_xlnm.Print_Titles'),
    footer: childOf(childOf(tree, 'headerFooter'), 'oddFooter')?.text ?? '',
  };
}
