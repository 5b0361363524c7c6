import { SHARING_MARK, type RawWorkbook } from '../../core';
import type { WorkbookPlan } from '../sheetPlan';
import type { CellPut, OperationOptions, RestorableWorkbook, SharableWorkbook } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import type { ByteSink, ByteSource, Compression } from './bytes';
import { putXlsxCells } from './ooxml/put/putXlsxCells';
import { annotateXlsx } from './ooxml/write/annotateXlsx';
import { restoreXlsx } from './ooxml/write/restoreXlsx';
import { writeNewXlsx } from './ooxml/write/writeNewXlsx';
import { putRawCells } from './putRawCells';
import { readFile, type FileContents } from './readFile';
import { shareXlsx } from './sharing/shareXlsx';

/** An input file; `name` is its name with the extension, without folders. */
export interface FileInput {
  readonly source: ByteSource;
  readonly name: string;
}

export interface FileWorkbookOptions {
  /** One file or several that are read as one workbook. */
  readonly inputs: readonly FileInput[];
  /** Makes one workbook of several. */
  readonly join: (workbooks: readonly RawWorkbook[]) => RawWorkbook;
  /** Where {@link Workbook.write} writes to; asked once per write. */
  readonly openSink: () => Promise<ByteSink>;
  readonly compression: Compression;
}

export interface FileWorkbook extends RestorableWorkbook, SharableWorkbook {
  /** What the last {@link Workbook.read} found, file by file. */
  readContents(): Promise<readonly FileContents[]>;
  /**
   * Writes the workbook to the sink with values put into single cells (rows and columns 0-based,
   * dates as 1900-system serials): a single .xlsx or .xlsm as it is, streamed, with formats and
   * all other parts kept; anything else laid out in a new .xlsx without changes of ours. A text
   * stays text; the last value for a cell counts. What was read before is not changed: open what
   * was written to go on in it.
   * @throws WorkbookFailure `workbook.sheetMissing` before the sink is opened;
   * `workbook.arrayFormula` for one of several cells that an array formula fills;
   * `operation.cancelled`; or when the sink refuses. Nothing is left behind then.
   */
  putCells(cells: readonly CellPut[], options?: OperationOptions): Promise<void>;
}

interface Contents {
  readonly files: readonly FileContents[];
  readonly workbook: RawWorkbook;
}

/**
 * A workbook over files. A plan is written to the sink, never to the inputs: a single .xlsx is
 * copied with the plan applied, anything else is laid out in a new .xlsx. Failures of an input
 * carry its `name` among their facts.
 */
export function createFileWorkbook(options: FileWorkbookOptions): FileWorkbook {
  const { inputs, join, openSink, compression } = options;
  let contents: Promise<Contents> | undefined;

  async function readAll(operation: OperationOptions = {}): Promise<Contents> {
    const total = inputs.reduce((sum, { source }) => sum + source.size, 0);
    const files: FileContents[] = [];
    let before = 0;
    for (const { source, name } of inputs) {
      const start = before;
      const { onProgress } = operation;
      const file = { name, compression };
      const scaled: OperationOptions = onProgress
        ? {
            ...operation,
            onProgress(progress) {
              const share = progress.total === 0 ? 1 : progress.done / progress.total;
              onProgress({ stage: 'read', done: start + Math.round(source.size * share), total });
            },
          }
        : operation;
      files.push(await named(name, () => readFile(source, file, scaled)));
      before += source.size;
    }
    return { files, workbook: join(files.map(({ workbook }) => workbook)) };
  }

  return {
    capabilities: { tables: true, validations: true, conditionalFormats: true, charts: true },
    async read(operation) {
      contents = readAll(operation);
      return (await contents).workbook;
    },
    async readContents() {
      contents ??= readAll();
      return (await contents).files;
    },
    async write(plan, operation = {}) {
      contents ??= readAll(operation);
      const { files, workbook } = await contents;
      requireSheets(plan, workbook);
      if (operation.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
      const [first] = files;
      const job = { plan, sink: await openSink(), compression, ...operation };
      if (files.length === 1 && first?.xlsx !== undefined) {
        await annotateXlsx({ ...job, package: first.xlsx.package, sheets: first.xlsx.sheets });
      } else {
        const sheets = workbook.sheets.filter(({ mark }) => mark === undefined);
        await writeNewXlsx({ ...job, raw: { ...workbook, sheets } });
      }
    },
    async putCells(cells, operation = {}) {
      contents ??= readAll(operation);
      const { files, workbook } = await contents;
      const [first] = files;
      if (files.length === 1 && first?.xlsx !== undefined) {
        const { package: opened, sheets } = first.xlsx;
        const job = { package: opened, sheets, puts: cells, openSink, compression };
        await putXlsxCells({ ...job, ...operation });
        return;
      }
      const raw = putRawCells(workbook, cells);
      if (operation.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
      await writeNewXlsx({ raw, sink: await openSink(), compression, ...operation });
    },
    async restore(operation = {}) {
      contents ??= readAll(operation);
      const { files } = await contents;
      const [first] = files;
      if (operation.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
      if (files.length !== 1 || first?.xlsx === undefined) return { restored: [] };
      const { package: opened, sheets } = first.xlsx;
      if (sheets.some(({ mark }) => mark === SHARING_MARK)) {
        throw new WorkbookFailure('sharing.isCopy');
      }
      return restoreXlsx({ package: opened, sheets, openSink, compression, ...operation });
    },
    async share(mappings, operation = {}) {
      contents ??= readAll(operation);
      const { files } = await contents;
      if (operation.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
      const xlsx = files.length === 1 ? files[0]?.xlsx : undefined;
      return shareXlsx({ contents: xlsx, mappings, openSink, compression, ...operation });
    },
  };
}

/** A plan made from another workbook would be applied in part only. */
function requireSheets(plan: WorkbookPlan, raw: RawWorkbook): void {
  const names = new Set(raw.sheets.map(({ name }) => name));
  const missing = plan.ledgers.find(({ sheetName }) => !names.has(sheetName));
  if (missing) throw new Error(`The plan edits a sheet that is not there: ${missing.sheetName}`);
}

async function named<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WorkbookFailure)) throw error;
    throw new WorkbookFailure(error.code, { ...error.facts, name }, { cause: error });
  }
}
