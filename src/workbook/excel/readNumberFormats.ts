import { readGrids } from './readGrid';

/** Number formats by column, from `firstRow` on. */
export type ColumnFormats = ReadonlyMap<number, readonly string[]>;

/** The number formats of some columns over some rows. */
export async function readNumberFormats(
  context: Excel.RequestContext,
  sheet: string,
  rows: {
    readonly columns: readonly number[];
    readonly firstRow: number;
    readonly lastRow: number;
  },
): Promise<ColumnFormats> {
  const { columns, firstRow, lastRow } = rows;
  const formats = new Map<number, string[]>(columns.map((column) => [column, []]));
  if (lastRow < firstRow) return formats;
  const requests = columns.map((column) => ({
    sheet,
    area: { firstRow, lastRow, firstColumn: column, lastColumn: column },
    properties: ['numberFormat' as const],
  }));
  await readGrids(context, requests, ({ area, cells }) => {
    const column = formats.get(area.firstColumn);
    for (const [format] of cells.numberFormat ?? []) column?.push(String(format));
  });
  return formats;
}
