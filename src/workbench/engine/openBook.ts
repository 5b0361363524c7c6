import { joinWorkbooks } from '../../app/joinWorkbooks';
import { shareHandover } from '../../app/shareHandover';
import type { RawWorkbook, ScriptWords } from '../../core';
import { readAppearance } from '../../workbook/file/appearance/readAppearance';
import { browserByteSink } from '../../workbook/file/browserByteSink';
import { browserByteSource } from '../../workbook/file/browserByteSource';
import { createBrowserCompression } from '../../workbook/file/browserCompression';
import { createFileWorkbook } from '../../workbook/file/createFileWorkbook';
import type { WorkbookPlan } from '../../workbook/sheetPlan';
import type {
  CellPut,
  OperationOptions,
  RestoreOutcome,
  SharingOutcome,
} from '../../workbook/workbook';
import type { SheetArea } from '../../workbook/file/appearance/linkLocation';
import { readCellFormula } from '../../workbook/file/ooxml/readCellFormula';
import type { XlsxContents } from '../../workbook/file/ooxml/readXlsx';
import type { CellPlace, NamedFile } from './engine';
import { linkTarget } from './links/linkTarget';
import { showWorkbook } from './showWorkbook';
import type { ShownWorkbook } from './shownWorkbook';

/** A workbook over files that do not change any more, read once. */
export interface Book {
  readonly files: readonly NamedFile[];
  readonly raw: RawWorkbook;
  /** Writes the plan to a new file. */
  write(plan: WorkbookPlan, options?: OperationOptions): Promise<Blob>;
  /** A new file with values in single cells. */
  putCells(cells: readonly CellPut[], options?: OperationOptions): Promise<Blob>;
  /** A new file as it was before the first run; none where there is nothing to go back to. */
  restore(options?: OperationOptions): Promise<RestoredFile>;
  /** A new file, masked, to share. */
  share(
    scripts: ScriptWords,
    options?: OperationOptions,
  ): Promise<{ readonly file: Blob; readonly outcome: SharingOutcome }>;
  /** Where the formula of a cell leads to within the workbook; null where nowhere. */
  followLink(cell: CellPlace): Promise<SheetArea | null>;
  /** What the grid shows of it. */
  show(): Promise<ShownWorkbook>;
}

export interface RestoredFile {
  readonly outcome: RestoreOutcome;
  readonly file?: Blob;
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

  function takeWritten(): Blob {
    if (!written) throw new Error('Nothing was written.');
    return written;
  }

  async function readXlsxContents(): Promise<XlsxContents | undefined> {
    const [only, ...others] = await workbook.readContents();
    return others.length === 0 ? only?.xlsx : undefined;
  }

  return {
    files,
    raw,
    async write(plan, operation) {
      await workbook.write(plan, operation);
      return takeWritten();
    },
    async putCells(cells, operation) {
      await workbook.putCells(cells, operation);
      return takeWritten();
    },
    async restore(operation) {
      const outcome = await workbook.restore(operation);
      return outcome.restored.length === 0 ? { outcome } : { outcome, file: takeWritten() };
    },
    async share(scripts, operation) {
      // What was read once is not read again for the settings that it keeps.
      const read = { ...workbook, read: () => Promise.resolve(raw) };
      const outcome = await shareHandover({ workbook: read, scripts }, operation);
      return { file: takeWritten(), outcome };
    },
    async followLink({ sheet, ...place }) {
      const xlsx = await readXlsxContents();
      const scanned = xlsx?.sheets.find(({ name }) => name === sheet);
      if (!xlsx || !scanned) return null;
      const formula = await readCellFormula(xlsx.package, scanned, place);
      return linkTarget(formula ?? '', sheet, raw) ?? null;
    },
    async show() {
      const xlsx = await readXlsxContents();
      if (!xlsx) return showWorkbook({ raw });
      const appearance = await readAppearance(xlsx);
      return showWorkbook({ raw, looks: { appearance, sheets: xlsx.sheets } });
    },
  };
}
