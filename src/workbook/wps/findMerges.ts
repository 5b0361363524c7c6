import type { CellRange } from '../../core';
import { addressOf } from './addresses';
import type { WpsSheet } from './wpsTypes';

/**
 * The merged areas of a stretch of a sheet. Halves without any, and parts of areas that are known,
 * are not looked into; `hasEmpty` says whether an area holds an empty cell, as every merged one does.
 */
export function findMerges(
  sheet: WpsSheet,
  area: CellRange,
  hasEmpty: (area: CellRange) => boolean,
): CellRange[] {
  const found: CellRange[] = [];
  const visit = (part: CellRange): void => {
    if (!hasEmpty(part) || found.some((merge) => isInside(part, merge))) return;
    const range = sheet.Range(addressOf(part));
    const merged = range.MergeCells;
    if (merged === false) return;
    const isCell = part.firstRow === part.lastRow && part.firstColumn === part.lastColumn;
    if (merged === true || isCell) {
      const corner = { ...part, lastRow: part.firstRow, lastColumn: part.firstColumn };
      const merge = readArea(sheet, corner);
      if (
        !found.some(
          (known) => known.firstRow === merge.firstRow && known.firstColumn === merge.firstColumn,
        )
      ) {
        found.push(merge);
      }
      if (isInside(part, merge)) return;
    }
    halves(part).forEach(visit);
  };
  visit(area);
  return found.sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn);
}

function readArea(sheet: WpsSheet, cell: CellRange): CellRange {
  const area = sheet.Range(addressOf(cell)).MergeArea;
  const firstRow = area.Row - 1;
  const firstColumn = area.Column - 1;
  return {
    firstRow,
    firstColumn,
    lastRow: firstRow + area.Rows.Count - 1,
    lastColumn: firstColumn + area.Columns.Count - 1,
  };
}

function halves(area: CellRange): CellRange[] {
  if (area.lastRow > area.firstRow) {
    const middle = (area.firstRow + area.lastRow) >> 1;
    return [
      { ...area, lastRow: middle },
      { ...area, firstRow: middle + 1 },
    ];
  }
  const middle = (area.firstColumn + area.lastColumn) >> 1;
  return [
    { ...area, lastColumn: middle },
    { ...area, firstColumn: middle + 1 },
  ];
}

function isInside(inner: CellRange, outer: CellRange): boolean {
  return (
    inner.firstRow >= outer.firstRow &&
    inner.lastRow <= outer.lastRow &&
    inner.firstColumn >= outer.firstColumn &&
    inner.lastColumn <= outer.lastColumn
  );
}
