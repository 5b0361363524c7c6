import type { RawSheet, RawWorkbook } from '../../../core';
import type { OperationOptions } from '../../workbook';
import { WorkbookFailure } from '../../workbookFailure';
import type { ByteSource, Compression } from '../bytes';
import { MAX_STREAMED_BYTES } from '../zip/zipLimits';
import { openPackage } from './openPackage';
import { readSharedStrings } from './readSharedStrings';
import type { ScannedSheet } from './scannedSheet';
import { scanWorksheet, type UntabledSheet, withTexts } from './scanWorksheet';
import { createTextArena } from './textArena';
import { createTextTable } from './textTable';
import type { PackageSheet, XlsxPackage } from './xlsxPackage';

export interface ReadXlsxOptions extends OperationOptions {
  /** The file's name, for {@link RawWorkbook.name}; empty by default. */
  readonly name?: string;
  /** Leaves sheets with our mark unscanned: they come with their name, mark and no rows. */
  readonly skipMarked?: boolean;
}

export interface XlsxContents {
  readonly package: XlsxPackage;
  /** The worksheets that were scanned, in tab order. */
  readonly sheets: readonly ScannedSheet[];
  /** All worksheets, in tab order, on the same arrays as `sheets`. */
  readonly workbook: RawWorkbook;
}

/**
 * Reads an .xlsx or .xlsm: every worksheet into columns. Progress counts compressed bytes.
 * @throws WorkbookFailure `file.unknownFormat`, `file.damaged`, `file.encrypted`,
 * `file.tooLarge`, `operation.cancelled`.
 */
export async function readXlsx(
  source: ByteSource,
  compression: Compression,
  options: ReadXlsxOptions = {},
): Promise<XlsxContents> {
  const pack = await openPackage(source, compression);
  const wanted = pack.sheets.filter((sheet) => !(options.skipMarked && sheet.mark !== undefined));
  const part = {
    signal: options.signal,
    onCompressedBytes: createProgress(pack, wanted, options.onProgress),
  };

  const arena = createTextArena(sizeOf(pack, pack.sharedStringsPath).inflated);
  const sharedCount = await readSharedStrings(pack, arena, part);
  const untabled: UntabledSheet[] = [];
  for (const sheet of wanted) {
    untabled.push(
      await naming(sheet, () => scanWorksheet(pack, sheet, { arena, sharedCount }, part)),
    );
  }
  if (options.signal?.aborted) throw new WorkbookFailure('operation.cancelled');

  const texts = createTextTable(arena);
  const sheets = untabled.map((sheet) => withTexts(sheet, texts));
  const byPath = new Map(sheets.map((sheet) => [sheet.partPath, sheet]));
  const { date1904 } = pack.workbook;
  return {
    package: pack,
    sheets,
    workbook: {
      name: options.name ?? '',
      sheets: pack.sheets.map((sheet): RawSheet => {
        const scanned = byPath.get(sheet.partPath);
        return {
          name: sheet.name,
          hidden: sheet.state !== 'visible',
          rowCount: scanned?.rowCount ?? 0,
          columns: scanned?.columns ?? [],
          texts,
          merges: scanned?.merges ?? [],
          date1904,
          ...(sheet.mark === undefined ? {} : { mark: sheet.mark }),
          ...(sheet.copyOf === undefined ? {} : { copyOf: sheet.copyOf }),
        };
      }),
    },
  };
}

/** The user knows a sheet by its name, not by its part. */
async function naming<T>({ name }: PackageSheet, scan: () => Promise<T>): Promise<T> {
  try {
    return await scan();
  } catch (error) {
    if (!(error instanceof WorkbookFailure) || error.code === 'operation.cancelled') throw error;
    throw new WorkbookFailure(error.code, { ...error.facts, sheet: name }, { cause: error });
  }
}

function createProgress(
  pack: XlsxPackage,
  sheets: readonly PackageSheet[],
  onProgress: OperationOptions['onProgress'],
): (count: number) => void {
  let total = 0;
  let inflated = 0;
  for (const path of [pack.sharedStringsPath, ...sheets.map((sheet) => sheet.partPath)]) {
    const size = sizeOf(pack, path);
    total += size.compressed;
    inflated += size.inflated;
  }
  if (inflated > MAX_STREAMED_BYTES) {
    throw new WorkbookFailure('file.tooLarge', { bytes: inflated, limit: MAX_STREAMED_BYTES });
  }
  let done = 0;
  return (count) => {
    done += count;
    onProgress?.({ stage: 'read', done, total });
  };
}

function sizeOf(
  pack: XlsxPackage,
  path: string | undefined,
): { readonly compressed: number; readonly inflated: number } {
  const entry = path === undefined ? undefined : pack.findPart(path);
  return { compressed: entry?.compressedSize ?? 0, inflated: entry?.uncompressedSize ?? 0 };
}
