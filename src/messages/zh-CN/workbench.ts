import { format } from './format';

const { count } = format;

export const workbench = {
  product: '柜组交接',
  header: {
    open: '打开文件',
    save: '保存',
    saving: '正在保存…',
    unsaved: '有未保存的改动',
    saved: '已保存',
    language: 'English',
    switchLanguage: 'Switch to English',
  },
  welcome: {
    title: '把存款明细拖到这里',
    formats: '也可以点“打开文件”。银行导出的 Excel、CSV、网页表格都行；明细和客户清单可以一起选。',
    sample: '用样例试一下',
    sampleFailed: '样例没有取到。请检查网络后再点一次，或者直接打开自己的文件。',
    privacy: '文件只在这台电脑上处理，不上传、不联网。',
  },
  dropHere: '松开鼠标，打开文件',
  opening: ({ name }: { readonly name: string }) => `正在打开 ${name}`,
  openingSeveral: ({ files }: { readonly files: number }) => `正在打开 ${count(files)} 个文件`,
  cancel: '取消',
  loadingGrid: '正在准备表格…',
  gridFailed: '表格没有加载出来。分析和保存不受影响；刷新页面可以再试。',
  gridLabel: '工作簿',
  paneLabel: '交接分析',
  failed: {
    title: '文件没有打开',
    save: '没有保存',
    retry: '选别的文件',
    close: '关闭',
  },
  firstRows: ({ sheet, shown, rows }: FirstRows) =>
    `“${sheet}”有 ${count(rows)} 行，这里显示前 ${count(shown)} 行。分析和保存都包括全部行。`,
  drawings: ({ sheets }: { readonly sheets: readonly string[] }) =>
    `“${sheets.join('”“')}”里的图表这里不画，保存后用 Excel 或 WPS 打开就能看到。`,
  replace: {
    title: '打开别的文件？',
    text: '现在的工作簿有改动还没有保存。',
    discard: '不保存，直接打开',
    keep: '先不打开',
  },
  bug: '程序出了意外。请刷新页面再试；文件没有改动。',
};

interface FirstRows {
  readonly sheet: string;
  readonly shown: number;
  readonly rows: number;
}
