import type { PaneLanguage } from '../../app/pane/analysisRunner';

/** As the command line names its output. */
const SUFFIX: Readonly<Record<PaneLanguage, string>> = { 'zh-CN': '-交接分析', en: '-handover' };

const SHARED_SUFFIX: Readonly<Record<PaneLanguage, string>> = { 'zh-CN': '-分享', en: '-shared' };

/** The name that an analysed workbook is saved under: never that of the file it was made of. */
export function savedName(inputs: readonly string[], language: PaneLanguage): string {
  const [first = '', ...others] = inputs;
  const extension = others.length === 0 && /\.xlsm$/i.test(first) ? '.xlsm' : '.xlsx';
  return first.replace(/\.[^.]*$/, '') + SUFFIX[language] + extension;
}

/** The name that a sharing copy is saved under. */
export function sharedName([first = '']: readonly string[], language: PaneLanguage): string {
  return `${first.replace(/\.[^.]*$/, '')}${SHARED_SUFFIX[language]}.xlsx`;
}
