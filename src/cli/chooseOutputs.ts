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

/**
 * Where the results go: as told, else beside the first input under a free name, because a workbook
 * of an earlier run may hold what the user typed. The report stands beside the workbook.
 */
export async function chooseOutputs(
  files: readonly string[],
  { out, report }: AnalyzeOptions,
  language: Language,
): Promise<Outputs> {
  const workbook = out ?? (await freePath(files[0] ?? '', SUFFIX[language]));
  if (typeof report === 'string') return { workbook, report };
  const beside = join(dirname(workbook), `${basename(workbook, extname(workbook))}.json`);
  return { workbook, report: report === false ? undefined : beside };
}

async function freePath(file: string, suffix: string): Promise<string> {
  const stem = join(dirname(file), basename(file, extname(file)) + suffix);
  for (let number = 1; ; number++) {
    const path = `${stem}${number === 1 ? '' : ` (${String(number)})`}.xlsx`;
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
