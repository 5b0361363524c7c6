import { access } from 'node:fs/promises';
import { dirname, extname, join, basename } from 'node:path';
import type { Language } from '../messages';
import type { AnalyzeOptions } from './runAnalyze';

export interface Outputs {
  readonly workbook: string;
  /** Undefined where no report is wanted. */
  readonly report: string | undefined;
}

const SUFFIX = { 'zh-CN': '-交接分析', en: '-handover' } as const;
const RESTORED_SUFFIX = { 'zh-CN': '-还原', en: '-restored' } as const;
const SHARED_SUFFIX = { 'zh-CN': '-分享', en: '-shared' } as const;

/** Programs open a workbook with macros, or a template, only under its own extension. */
const OWN_EXTENSION = /^\.(?:xlsm|xltm|xltx)$/i;

/**
 * Where the results go: as told, else beside the first input under a free name, because a workbook
 * of an earlier run may hold what the user typed. The report stands beside the workbook.
 */
export async function chooseOutputs(
  files: readonly string[],
  { out, report }: AnalyzeOptions,
  language: Language,
): Promise<Outputs> {
  const [first = '', ...others] = files;
  const extension = others.length === 0 ? extensionOf(first) : '.xlsx';
  const workbook = out ?? (await freePath(first, SUFFIX[language], extension));
  if (typeof report === 'string') return { workbook, report };
  const beside = join(dirname(workbook), `${basename(workbook, extname(workbook))}.json`);
  return { workbook, report: report === false ? undefined : beside };
}

/** Where a restored workbook goes if nothing is said: beside `file` under a free name. */
export function chooseRestored(file: string, language: Language): Promise<string> {
  return freePath(file, RESTORED_SUFFIX[language], extensionOf(file));
}

/** Where a sharing copy goes if nothing is said: beside `file` under a free name. */
export function chooseShared(file: string, language: Language): Promise<string> {
  return freePath(file, SHARED_SUFFIX[language], '.xlsx');
}

/**
 * The extension that programs expect of what is written to `path`, where its own is another one:
 * Excel refuses a file whose contents are not what its name says.
 */
export function findWrongExtension(
  files: readonly string[],
  path: string,
): { readonly is: string; readonly expected: string } | undefined {
  const expected = files.length === 1 ? extensionOf(files[0] ?? '') : '.xlsx';
  const is = extname(path);
  return is.toLowerCase() === expected.toLowerCase() ? undefined : { is, expected };
}

function extensionOf(file: string): string {
  const own = extname(file);
  return OWN_EXTENSION.test(own) ? own : '.xlsx';
}

async function freePath(file: string, suffix: string, extension: string): Promise<string> {
  const stem = join(dirname(file), basename(file, extname(file)) + suffix);
  for (let number = 1; ; number++) {
    const path = `${stem}${number === 1 ? '' : ` (${String(number)})`}${extension}`;
    if (!(await exists(path))) return path;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
