import { joinWorkbooks } from '../../app/joinWorkbooks';
import type { RawWorkbook } from '../../core';
import { readAppearance } from '../../workbook/file/appearance/readAppearance';
import { browserByteSink } from '../../workbook/file/browserByteSink';
import { browserByteSource } from '../../workbook/file/browserByteSource';
import { createBrowserCompression } from '../../workbook/file/browserCompression';
import { createFileWorkbook } from '../../workbook/file/createFileWorkbook';
import type { WorkbookPlan } from '../../workbook/sheetPlan';
import type { OperationOptions } from '../../workbook/workbook';
import type { NamedFile } from './engine';
import { showWorkbook } from './showWorkbook';
import type { ShownWorkbook } from './shownWorkbook';

/** A workbook over files that do not change any more, read once. */
export interface Book {
  readonly files: readonly NamedFile[];
  readonly raw: RawWorkbook;
  /** Writes the plan to a new file. */
  write(plan: WorkbookPlan, options?: OperationOptions): Promise<Blob>;
  /** What the grid shows of it. */
  show(): Promise<ShownWorkbook>;
}

/** Reads files as one workbook, as the command line does. */
export async function openBook(
  files: readonly NamedFile[],
  options?: OperationOptions,
): Promise<Book> {
  let written: Blob | undefined;
  const workbook = createFileWorkbook({
    inputs: files.map(({ name, file }) => ({ name, source: browserByteSource(file) })),
    join: joinWorkbooks,
    openSink: () => Promise.resolve(browserByteSink((file) => (written = file))),
    compression: createBrowserCompression(),
  });
  const raw = await workbook.read(options);
  return {
    files,
    raw,
    async write(plan, operation) {
      await workbook.write(plan, operation);
      if (!written) throw new Error('Nothing was written.');
      return written;
    },
    async show() {
      const [only, ...others] = await workbook.readContents();
      const xlsx = others.length === 0 ? only?.xlsx : undefined;
      if (!xlsx) return showWorkbook({ raw });
      const appearance = await readAppearance(xlsx);
      return showWorkbook({ raw, looks: { appearance, sheets: xlsx.sheets } });
    },
  };
}
