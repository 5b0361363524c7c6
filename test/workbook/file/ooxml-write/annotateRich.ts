import { readXlsx } from '../../../../src/workbook/file/ooxml/readXlsx';
import { annotateXlsx } from '../../../../src/workbook/file/ooxml/write/annotateXlsx';
import type { OperationOptions } from '../../../../src/workbook/workbook';
import type { WorkbookPlan } from '../../../../src/workbook/sheetPlan';
import {
  compression,
  memorySink,
  memorySource,
  unzip,
  zipOf,
  type PartContent,
  type ReadEntry,
} from './memory';

/** The file that annotating `input` with `plan` makes. */
export async function annotate(
  input: Uint8Array,
  plan: WorkbookPlan,
  options: OperationOptions = {},
): Promise<Uint8Array> {
  const { package: opened, sheets } = await readXlsx(memorySource(input), compression);
  const sink = memorySink();
  await annotateXlsx({ package: opened, sheets, plan, sink, compression, ...options });
  expect(sink.state).toEqual({ closed: true, aborted: false });
  return sink.bytes();
}

/** The entries of an annotated package made of `parts`. */
export async function annotateParts(
  parts: ReadonlyMap<string, PartContent>,
  plan: WorkbookPlan,
): Promise<Map<string, ReadEntry>> {
  return unzip(await annotate(await zipOf(parts), plan));
}

/** The text of an entry; fails where there is none. */
export function textOf(entries: ReadonlyMap<string, ReadEntry>, name: string): string {
  const entry = entries.get(name);
  if (entry === undefined) throw new Error(`There is no part ${name}.`);
  return entry.text;
}

/** The `<row>` elements of a worksheet by their 1-based number. */
export function rowsOf(sheetXml: string): Map<number, string> {
  const rows = new Map<number, string>();
  for (const [row, number] of sheetXml.matchAll(/<(?:\w+:)?row r="(\d+)".*?<\/(?:\w+:)?row>/gs)) {
    rows.set(Number(number), row);
  }
  return rows;
}

/** The `<c>` element at `reference`, or an empty text. */
export function cellOf(sheetXml: string, reference: string): string {
  const cell = new RegExp(
    `<(\\w+:)?c r="${reference}"(?:[^>]*/>|[^>]*(?<!/)>.*?</(?:\\w+:)?c>)`,
    's',
  );
  return cell.exec(sheetXml)?.[0] ?? '';
}

/** The `xf` elements of a styles part's `cellXfs`. */
export function cellFormats(stylesXml: string): string[] {
  const list = /<(?:\w+:)?cellXfs[^>]*>(.*?)<\/(?:\w+:)?cellXfs>/s.exec(stylesXml)?.[1] ?? '';
  return list.match(/<(?:\w+:)?xf\b(?:[^>]*\/>|[^>]*[^/]>.*?<\/(?:\w+:)?xf>)/gs) ?? [];
}

/** The cell format that a cell of the sheet refers to. */
export function formatOf(
  entries: ReadonlyMap<string, ReadEntry>,
  sheetPath: string,
  reference: string,
): string {
  const cell = cellOf(textOf(entries, sheetPath), reference);
  const style = Number(/ s="(\d+)"/.exec(cell)?.[1] ?? 0);
  return cellFormats(textOf(entries, 'xl/styles.xml'))[style] ?? '';
}
