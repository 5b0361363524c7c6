import type { CellRange } from '../../../src/core';
import type { Member } from './bridge';
import { requireWritable, type BookModel, type HostState } from './hostState';
import type { SheetModel } from './sheetModel';

/** A range of one or several areas of a sheet. */
export interface RangeContext {
  readonly host: HostState;
  readonly book: BookModel;
  readonly sheet: SheetModel;
  readonly areas: readonly CellRange[];
}

export function hiddenRows({ host, sheet }: RangeContext, area: CellRange): Member {
  return {
    get: () => {
      const hidden = [...sheet.hiddenRows].filter(
        (row) => row >= area.firstRow && row <= area.lastRow,
      ).length;
      if (hidden === 0) return false;
      return hidden === area.lastRow - area.firstRow + 1 ? true : null;
    },
    set: (value) => {
      requireWritable(host, sheet);
      for (const row of [...sheet.hiddenRows]) {
        if (row >= area.firstRow && row <= area.lastRow) sheet.hiddenRows.delete(row);
      }
      if (value !== true) return;
      for (let row = area.firstRow; row <= area.lastRow; row++) sheet.hiddenRows.add(row);
    },
  };
}
