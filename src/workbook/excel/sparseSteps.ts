import { writeBlock, type CellProperty, type Input, type Place } from './cells';
import type { WriteStep } from './writeQueue';

/** A gap costs less as cells left alone than as the beginning of another action. */
const GAP = 100;
/** Rows of one step, so that requests are well filled. */
const MOST_ROWS = 10_000;

/** Writes the cells of a column that are not `null`, in few steps. */
export function* sparseSteps(
  { sheet, row, column }: Place,
  property: CellProperty,
  cells: readonly Input[],
): Generator<WriteStep> {
  let first = -1;
  let last = -1;
  const take = () => {
    const block = cells.slice(first, last + 1).map((cell) => [cell]);
    return writeBlock({ sheet, row: row + first, column }, property, block);
  };
  for (const [at, cell] of cells.entries()) {
    if (cell === null) continue;
    if (first >= 0 && (at - last > GAP || at - first >= MOST_ROWS)) {
      yield take();
      first = -1;
    }
    if (first < 0) first = at;
    last = at;
  }
  if (first >= 0) yield take();
}
