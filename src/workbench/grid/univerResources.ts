import { DataValidationRenderMode, DataValidationType, type IResources } from '@univerjs/core';
import { columnLetter, type CellRange } from '../../core';
import type { ConditionLook } from '../../workbook/file/appearance/appearance';
import type { ShownSheet, ShownWorkbook } from '../engine/shownWorkbook';
import { recurringRows } from './recurringRows';
import { univerStyle } from './univerStyle';
import { sheetId, univerRange } from './univerWorkbook';

/** Formulas over more cells than this would keep the page busy for the sake of a colour. */
const MAX_FORMULA_CELLS = 30_000;

/** What the grid's plugins load with a workbook: filters, drop-downs, conditional formats. */
export function univerResources({ sheets }: ShownWorkbook): IResources {
  return [
    resource('SHEET_FILTER_PLUGIN', sheets, filterOf),
    resource('SHEET_DATA_VALIDATION_PLUGIN', sheets, validationsOf),
    resource('SHEET_CONDITIONAL_FORMATTING_PLUGIN', sheets, conditionsOf),
  ];
}

function resource(
  name: string,
  sheets: readonly ShownSheet[],
  dataOf: (sheet: ShownSheet) => unknown,
): IResources[number] {
  const entries = sheets.flatMap((sheet, index) => {
    const data = sheet.shownRows > 0 ? dataOf(sheet) : undefined;
    return data === undefined ? [] : [[sheetId(index), data] as const];
  });
  return { name, data: JSON.stringify(Object.fromEntries(entries)) };
}

function filterOf({ appearance, shownRows }: ShownSheet): unknown {
  const range = appearance?.filter && shownRange(appearance.filter, shownRows);
  return range && { ref: univerRange(range), filterColumns: [], cachedFilteredOut: [] };
}

function validationsOf({ appearance, shownRows }: ShownSheet): unknown {
  return appearance?.validations.flatMap(({ ranges, kind, values, errorMessage }, index) => {
    const shown = shownRanges(ranges, shownRows);
    if (kind !== 'list' || shown.length === 0) return [];
    return [
      {
        uid: `list${String(index)}`,
        type: DataValidationType.LIST,
        formula1: values.join(','),
        ranges: shown.map(univerRange),
        allowBlank: true,
        renderMode: DataValidationRenderMode.ARROW,
        showErrorMessage: errorMessage !== '',
        error: errorMessage,
      },
    ];
  });
}

function conditionsOf({ appearance, shownRows }: ShownSheet): unknown {
  return appearance?.conditions.flatMap((condition, index) => {
    const shown = shownRanges(condition.ranges, shownRows);
    const rows = condition.kind === 'formula' ? recurringRows(condition.formula, shown) : undefined;
    const ranges = rows ?? shown;
    const rule = rows ? everywhere(condition) : ruleOf(condition, ranges);
    if (!rule) return [];
    const cfId = `condition${String(index)}`;
    return [{ cfId, ranges: ranges.map(univerRange), stopIfTrue: false, rule }];
  });
}

/** A rule that holds for each cell of its ranges. */
function everywhere(condition: ConditionLook): unknown {
  if (condition.kind !== 'formula') return undefined;
  const style = univerStyle(condition.look);
  return { type: 'highlightCell', style, subType: 'text', operator: 'notEqual', value: '\0' };
}

function ruleOf(condition: ConditionLook, ranges: readonly CellRange[]): unknown {
  const cells = ranges.reduce((sum, range) => sum + cellCount(range), 0);
  if (cells === 0) return undefined;
  if (condition.kind === 'dataBar') {
    const positiveColor = `#${condition.color}`;
    const config = { min: { type: 'min' }, max: { type: 'max' }, isGradient: false };
    return {
      type: 'dataBar',
      isShowValue: true,
      config: { ...config, positiveColor, nativeColor: NEGATIVE_COLOR },
    };
  }
  const highlight = { type: 'highlightCell', style: univerStyle(condition.look) };
  const [text, operator] = textCondition(condition.formula, ranges);
  if (text !== undefined) return { ...highlight, subType: 'text', operator, value: text };
  if (cells > MAX_FORMULA_CELLS) return undefined;
  return { ...highlight, subType: 'formula', value: ofItsCell(condition.formula, ranges) };
}

/**
 * `=F2="P1"` and `=LEFT(F2,1)="✓"` as a comparison of texts: of a formula the grid makes one for
 * each cell, and looks for what each depends on.
 */
function textCondition(
  formula: string,
  [range, ...others]: readonly CellRange[],
): readonly [text?: string | undefined, operator?: 'equal' | 'beginsWith'] {
  if (!range || others.length > 0) return [];
  const cell = firstCell(range);
  const [, of = '', text] = /^=(\w+|LEFT\(\w+,1\))="([^"]+)"$/.exec(formula) ?? [];
  if (of === cell) return [text, 'equal'];
  return of === `LEFT(${cell},1)` && text?.length === 1 ? [text, 'beginsWith'] : [];
}

/** The grid counts `ROW()` and `COLUMN()` from the range's first cell, but knows what it refers to. */
function ofItsCell(formula: string, [range]: readonly CellRange[]): string {
  if (!range) return formula;
  return formula.replace(/\b(ROW|COLUMN)\(\)/g, `$1(${firstCell(range)})`);
}

function firstCell({ firstRow, firstColumn }: CellRange): string {
  return columnLetter(firstColumn) + String(firstRow + 1);
}

const NEGATIVE_COLOR = '#D13438';

function cellCount({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): number {
  return (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
}

function shownRanges(ranges: readonly CellRange[], shownRows: number): CellRange[] {
  return ranges.flatMap((range) => shownRange(range, shownRows) ?? []);
}

/** The part of a range that the grid shows. */
function shownRange(range: CellRange, shownRows: number): CellRange | undefined {
  if (range.firstRow >= shownRows) return undefined;
  return { ...range, lastRow: Math.min(range.lastRow, shownRows - 1) };
}
