/** What a worksheet says before its rows, for values that are put into it. */
import type { CellPut } from '../../../workbook';
import type { ScannedSheet } from '../scannedSheet';
import { parseRange, rangeName } from '../write/cellReference';
import { applyEdits, attributeEdits } from '../write/xmlEdits';
import { attributeOf, childElements, findElements } from '../write/xmlTags';

/** The head whose used range covers the cells; as it was where it did before. */
export function headOver({ head }: ScannedSheet, puts: readonly CellPut[]): string {
  const [dimension] = findElements(head, 'dimension', 0, head.length);
  const old = dimension && parseRange(attributeOf(head, dimension, 'ref') ?? '');
  if (dimension === undefined || old === undefined) return head;
  const ref = rangeName(
    puts.reduce(
      (range, { row, column }) => ({
        firstRow: Math.min(range.firstRow, row),
        lastRow: Math.max(range.lastRow, row),
        firstColumn: Math.min(range.firstColumn, column),
        lastColumn: Math.max(range.lastColumn, column),
      }),
      old,
    ),
  );
  return ref === rangeName(old) ? head : applyEdits(head, attributeEdits(head, dimension, { ref }));
}

/** The cell format of empty cells by their 0-based column. */
export function columnStyles({ head }: ScannedSheet): (column: number) => number {
  const [list] = findElements(head, 'cols', 0, head.length);
  const spans = (list ? childElements(head, list) : []).map((item) => {
    const number = (name: string): number => Number(attributeOf(head, item, name) ?? 0);
    return { first: number('min') - 1, last: number('max') - 1, style: number('style') };
  });
  return (column) => spans.find(({ first, last }) => first <= column && column <= last)?.style ?? 0;
}
