import type { Injector, IRange } from '@univerjs/core';
import { SheetsDataValidationValidatorService } from '@univerjs/preset-sheets-data-validation';

/** More cells at once do not come from a user who types. */
const MOST_CELLS = 2000;

/**
 * Has the grid check what is typed into cells with a drop-down, not the whole columns that it shows:
 * it would do so cell by cell on the page's thread, and of sheets behind the front one at some later
 * time, when another workbook may have taken their place, which it then reports as an error.
 */
export function checkOnlyWhatIsTyped(
  injector: Injector,
  isShown: (unitId: string) => boolean,
): void {
  const service = injector.get(SheetsDataValidationValidatorService);
  const check = service.validatorRanges.bind(service);
  service.validatorRanges = (unitId, sheet, ranges) =>
    isShown(unitId) && ranges.reduce((sum, range) => sum + cellCount(range), 0) <= MOST_CELLS
      ? check(unitId, sheet, ranges)
      : Promise.resolve([]);
}

function cellCount({ startRow, endRow, startColumn, endColumn }: IRange): number {
  return (endRow - startRow + 1) * (endColumn - startColumn + 1);
}
