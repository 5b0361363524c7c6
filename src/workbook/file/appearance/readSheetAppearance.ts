import type { CellRange } from '../../../core';
import { parseRange } from '../ooxml/write/cellReference';
import type { ScannedSheet } from '../ooxml/scannedSheet';
import type {
  ColumnLook,
  ConditionLook,
  LinkLook,
  RowLooks,
  SheetAppearance,
  ValidationLook,
} from './appearance';
import { parseLocation } from './linkLocation';
import { readColor } from './readColor';
import type { Looks } from './readLooks';
import { childOf, childrenOf, isTrue, numberOf, xmlTree, type XmlNode } from './xmlTree';

export interface SheetContext {
  readonly looks: Looks;
  readonly theme: readonly string[];
  /** The areas of the sheet's tables. */
  readonly tables: readonly CellRange[];
}

/** A tail longer than this (half a million links) is not worth the wait: it only decorates. */
const MAX_TAIL = 32e6;

/** How a scanned worksheet looks, from the XML around its cells. */
export function readSheetAppearance(sheet: ScannedSheet, context: SheetContext): SheetAppearance {
  const { partPath, tail } = sheet;
  const head = childOf(xmlTree(sheet.head, partPath), 'worksheet');
  const end = xmlTree(tail.length > MAX_TAIL ? '' : tail, partPath);
  const properties = childOf(head, 'sheetPr');
  const formats = childOf(head, 'sheetFormatPr');
  const view = childOf(childOf(head, 'sheetViews'), 'sheetView');
  const pane = childOf(view, 'pane');
  const isFrozen = pane?.attribute('state')?.startsWith('frozen') ?? false;
  const tabColor = readColor(childOf(properties, 'tabColor'), context.theme);
  const defaultWidth = numberOf(formats?.attribute('defaultColWidth'));
  const defaultHeight = numberOf(formats?.attribute('defaultRowHeight'));
  const filter = rangeOf(childOf(end, 'autoFilter')) ?? context.tables[0];
  return {
    ...(tabColor && { tabColor }),
    ...(defaultWidth && { defaultWidth }),
    ...(defaultHeight && { defaultHeight }),
    columns: childrenOf(childOf(head, 'cols'), 'col').map(columnLook),
    rows: rowLooks(sheet),
    gridLines:
      view?.attribute('showGridLines') === undefined || isTrue(view.attribute('showGridLines')),
    frozenRows: isFrozen ? (numberOf(pane?.attribute('ySplit')) ?? 0) : 0,
    frozenColumns: isFrozen ? (numberOf(pane?.attribute('xSplit')) ?? 0) : 0,
    ...(filter && { filter }),
    validations: childrenOf(childOf(end, 'dataValidations'), 'dataValidation').flatMap(
      validationLook,
    ),
    links: childrenOf(childOf(end, 'hyperlinks'), 'hyperlink').flatMap(linkLook),
    conditions: childrenOf(end, 'conditionalFormatting').flatMap((format) =>
      conditionLooks(format, context),
    ),
    hasDrawing: childOf(end, 'drawing') !== undefined,
  };
}

function columnLook(column: XmlNode): ColumnLook {
  const width = numberOf(column.attribute('width'));
  return {
    first: (numberOf(column.attribute('min')) ?? 1) - 1,
    last: (numberOf(column.attribute('max')) ?? 1) - 1,
    ...(width !== undefined && { width }),
    hidden: isTrue(column.attribute('hidden')),
    look: numberOf(column.attribute('style')) ?? 0,
  };
}

function rowLooks({ rowAttributes: { texts, index } }: ScannedSheet): RowLooks {
  const looks = texts.map((text) => {
    const height = numberOf(/\sht="([^"]*)"/.exec(text)?.[1]);
    const hidden = isTrue(/\shidden="([^"]*)"/.exec(text)?.[1]);
    return { ...(height !== undefined && { height }), hidden };
  });
  return { looks, index };
}

function rangeOf(node: XmlNode | undefined): CellRange | undefined {
  return parseRange(node?.attribute('ref')?.trim() ?? '');
}

function rangesOf(sqref: string | undefined): CellRange[] {
  return (sqref ?? '')
    .trim()
    .split(/\s+/)
    .flatMap((reference) => parseRange(reference) ?? []);
}

function validationLook(validation: XmlNode): ValidationLook[] {
  const kind = validation.attribute('type');
  const ranges = rangesOf(validation.attribute('sqref'));
  if ((kind !== 'list' && kind !== 'date') || ranges.length === 0) return [];
  const formula = childOf(validation, 'formula1')?.text.trim() ?? '';
  const literal = /^"([\s\S]*)"$/.exec(formula)?.[1];
  const values = literal?.replaceAll('""', '"').split(',') ?? [];
  // A list that refers to cells elsewhere is left to the file: a drop-down of nothing helps nobody.
  if (kind === 'list' && values.length === 0) return [];
  return [{ ranges, kind, values, errorMessage: validation.attribute('error') ?? '' }];
}

function linkLook(link: XmlNode): LinkLook[] {
  const range = rangeOf(link);
  const location = parseLocation(link.attribute('location') ?? '');
  if (!range || !location) return [];
  return [{ row: range.firstRow, column: range.firstColumn, ...location }];
}

function conditionLooks(format: XmlNode, { looks, theme }: SheetContext): ConditionLook[] {
  const ranges = rangesOf(format.attribute('sqref'));
  return childrenOf(format, 'cfRule').flatMap((rule): ConditionLook[] => {
    const type = rule.attribute('type');
    if (type === 'dataBar') {
      const color = readColor(childOf(childOf(rule, 'dataBar'), 'color'), theme);
      return color ? [{ kind: 'dataBar', ranges, color }] : [];
    }
    const look = looks.differential[numberOf(rule.attribute('dxfId')) ?? -1];
    const formula = childOf(rule, 'formula')?.text.trim();
    if (type !== 'expression' || !look || !formula) return [];
    return [{ kind: 'formula', ranges, formula: `=${formula}`, look }];
  });
}
