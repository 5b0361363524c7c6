import { format } from './format';

const { count } = format;

/** The page on which an engineer tries what a build of WPS can do. */
export const probe = {
  title: '环境检测',
  outside: '这里不是 WPS 表格。请在 WPS 表格里打开：功能区“柜组交接” → “环境检测”。',
  intro:
    '新建一本空白工作簿，逐项检测柜组交接要用的功能，完后不保存就关闭；不碰其他工作簿，不联网。请先结束单元格编辑。',
  start: '开始检测',
  running: '正在检测……',
  copy: '复制报告',
  copied: '已复制',
  states: { pass: '通过', fail: '不通过', optional: '不支持，有替代' },
  summary: (passed: number, failed: number) =>
    failed === 0
      ? `全部通过（${count(passed)} 项），可以使用。`
      : `${count(passed)} 项通过，${count(failed)} 项不通过。`,
  checks: {
    engine: '浏览器内核不低于 Chromium 69',
    program: '表格程序的版本',
    storage: '面板能记住每日打电话的数量',
    shared: '功能区按钮能通知面板',
    workbook: '新建空白工作簿',
    scalar: '读单个单元格',
    row: '读一行',
    column: '读一列',
    block: '读一片',
    empty: '读空单元格',
    date: '读写日期',
    error: '读错误值',
    longId: '长编号一位不丢',
    formulaText: '等号开头的文字不变成公式',
    formulas: '公式能算（INDEX、SUMIFS）',
    speed: '一次写 1 万行 × 20 列',
    add: '在最后加工作表',
    copySheet: '复制工作表',
    veryHidden: '深度隐藏工作表',
    names: '隐藏的名称',
    sort: '按辅助列排序',
    filter: '自动筛选',
    table: '表格（超级表）',
    conditional: '条件格式',
    validation: '下拉选择',
    freeze: '冻结窗格',
    hyperlink: '链接',
    chart: '图表',
    whole: '完整走一遍：分析、写入、恢复原表',
  },
  manualTitle: '还请手工看三件事，结果写进报告',
  manual: [
    '面板开着时，功能区的按钮能点吗？',
    '面板最下面的“收起”能收起面板，再点“打开面板”能回来吗？',
    '重新启动 WPS 表格后，“柜组交接”还在吗？',
  ],
};
