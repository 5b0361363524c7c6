import { WorkbookFailure } from '../../workbookFailure';
import { readZipEntry } from '../zip/readZipEntry';
import { scanChunks } from './scanChunks';
import { createSharedStringScan, scanSharedStrings } from './scanSharedStrings';
import type { TextArena } from './textArena';
import { toUtf8 } from './xmlEncoding';
import type { XlsxPackage } from './xlsxPackage';

export interface PartOptions {
  /** Told how many compressed bytes were read since the last call. */
  readonly onCompressedBytes?: (count: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the shared strings into the (empty) arena, rich ones as their text without phonetic
 * guides; their count comes back, 0 where the package has none.
 * @throws WorkbookFailure `file.damaged`, `file.tooLarge`, `operation.cancelled`.
 */
export async function readSharedStrings(
  pack: Pick<XlsxPackage, 'source' | 'compression' | 'findPart' | 'sharedStringsPath'>,
  arena: TextArena,
  options: PartOptions = {},
): Promise<number> {
  const path = pack.sharedStringsPath;
  const entry = path === undefined ? undefined : pack.findPart(path);
  if (!entry) return 0;
  const chunks = toUtf8(readZipEntry(pack.source, entry, pack.compression, options));
  const scan = createSharedStringScan(arena, entry.name);
  await scanChunks(chunks, (bytes, start, end) => scanSharedStrings(scan, bytes, start, end), {
    part: entry.name,
    signal: options.signal,
  });
  if (!scan.done) throw new WorkbookFailure('file.damaged', { part: entry.name, reason: 'xml' });
  return arena.size;
}
