import { format } from './format';
import { terms } from './terms';

const { count, day, share, shortAmount } = format;

export interface TrendFacts {
  readonly customers: number;
  readonly deltaFen: number;
}

interface RestoreFacts {
  readonly file: string;
  /** Sheets that look like untouched copies. */
  readonly sheets: readonly string[];
}

export const cli = {
  description: '柜组交接：分析接手的存款明细，写出带注释的工作簿。全程离线，不联网。',
  commands: {
    analyze: '分析一个或几个存款明细文件',
    restore: '把分析过的工作簿还原成分析之前的样子，另存一份',
    share: '把分析过的工作簿另存一份脱敏副本，用于分享',
  },
  options: {
    files: '存款明细文件（.xlsx .xlsm .xls .csv），可带客户清单；多个文件合并分析',
    out: '写出的工作簿（.xlsx），不会覆盖输入文件；不写则放在输入文件旁边，名为“…-交接分析.xlsx”',
    annotated: '分析过的工作簿（.xlsx .xlsm），只读，不会改动',
    outRestored: '写出的工作簿，不会覆盖输入文件；不写则放在输入文件旁边，名为“…-还原.xlsx”',
    outShared: '写出的副本（.xlsx），不会覆盖输入文件；不写则放在输入文件旁边，名为“…-分享.xlsx”',
    report: '写出给程序读的结果（.json）；不写则与工作簿同名',
    noReport: '不写给程序读的结果',
    me: '本人（新任客户经理）的姓名、编号，或“张三(01234)”',
    predecessor: '前任客户经理的姓名或编号，可写多次',
    basis: '排名口径：balance 按余额，dailyAverage 按日均',
    asOf: '数据日期，如 2025-11-30；不写则从表里找',
    noOriginal: '不保留原始数据的隐藏副本',
    settings: '设置文件（.json）',
    language: '语言：zh-CN 或 en',
    quiet: '只报错误，不显示进度和摘要',
    help: '显示帮助',
    version: '显示版本号',
  },
  stages: {
    read: '读取文件',
    analyze: '分析',
    plan: '编排工作表',
    write: '写出工作簿',
  },
  summary: {
    rows: (facts: { rowsRead: number; rowsKept: number; setAside: number }) =>
      `读取 ${count(facts.rowsRead)} 行，保留 ${count(facts.rowsKept)} 行，剔除 ${count(facts.setAside)} 行`,
    dataDate: (facts: { dataDate: number; basis: 'balance' | 'dailyAverage' }) =>
      `数据日期 ${day(facts.dataDate)}，排名口径：${terms.bases[facts.basis]}`,
    /** Without an amount that the export does not have. */
    totals: (facts: {
      customers: number;
      accounts: number;
      balanceFen: number | undefined;
      dailyAverageFen: number | undefined;
    }) =>
      [
        `客户 ${count(facts.customers)} 户`,
        `账户 ${count(facts.accounts)} 个`,
        ...(facts.balanceFen === undefined ? [] : [`余额 ${shortAmount(facts.balanceFen)}`]),
        ...(facts.dailyAverageFen === undefined
          ? []
          : [`日均 ${shortAmount(facts.dailyAverageFen)}`]),
      ].join('，'),
    trends: (facts: { outflow: TrendFacts; inflow: TrendFacts; stable: TrendFacts }) =>
      `${terms.trends.outflow} ${count(facts.outflow.customers)} 户 ${shortAmount(facts.outflow.deltaFen)}，${terms.trends.inflow} ${count(facts.inflow.customers)} 户 ${shortAmount(-facts.inflow.deltaFen)}，${terms.trends.stable} ${count(facts.stable.customers)} 户`,
    noTrends: () => '只有一种金额，不判断资金流向',
    pareto: (facts: { top20Share: number; customersFor80: number }) =>
      `前 20% 的客户占 ${share(facts.top20Share)}；${count(facts.customersFor80)} 户合计达到 80%`,
    priorities: (facts: { P1: number; P2: number; P3: number; P4: number }) =>
      `P1 今天联系 ${count(facts.P1)} 户，P2 本周 ${count(facts.P2)} 户，P3 本月 ${count(facts.P3)} 户，P4 保持联络 ${count(facts.P4)} 户`,
    crossOwned: (facts: { customers: number; exchanges: number }) =>
      `业务交叉 ${count(facts.customers)} 户，可提议置换 ${count(facts.exchanges)} 对`,
    maturing: (facts: { deposits: number; balanceFen: number; days: number }) =>
      `${count(facts.days)} 天内到期 ${count(facts.deposits)} 笔，${shortAmount(facts.balanceFen)}`,
    controlTotal: (facts: { state: 'matched' | 'differs' | 'none' }) =>
      ({
        matched: '与导出文件自带的合计：一致 ✓',
        differs: '与导出文件自带的合计：不一致 ✗，见“概览”',
        none: '导出文件没有自带合计，未核对',
      })[facts.state],
    notInBook: (facts: { customers: number }) =>
      `不属于本柜组的客户 ${count(facts.customers)} 户，没有列入`,
    assumptions: '按以下假定计算：',
    warnings: '请留意：',
    wrote: (facts: { path: string }) => `已写出 ${facts.path}`,
    extension: (facts: { is: string; expected: string }) =>
      `文件内容是 ${facts.expected}，名称却以“${facts.is}”结尾，Excel 会拒绝打开；请把扩展名改成 ${facts.expected}`,
    restored: (facts: { restored: readonly string[] }) =>
      `已还原工作表：${facts.restored.join('、')}；分析写出的工作表已去掉`,
    seconds: (facts: { seconds: number }) => `用时 ${facts.seconds.toFixed(1)} 秒`,
  },
  /** Why there is nothing to restore. */
  noRestore: {
    notAnalyzed: ({ file }: RestoreFacts) =>
      `“${file}”里没有分析写出的工作表，没有可还原的内容。请指定分析后得到的工作簿；如果它确实是，说明别的程序保存时丢掉了标记，请改用没有另存过的那一份。`,
    noCopy: ({ file }: RestoreFacts) =>
      `“${file}”里没有原始数据的副本，不能还原。分析时可能用了 --no-original，副本可能被删除，或者这是用于分享的副本。请使用当初的输入文件。`,
    unmarked: ({ sheets }: RestoreFacts) =>
      `工作表“${sheets.join('、')}”看起来是原始数据的副本，但标记已经丢失，不知道它属于哪张明细，没有自动还原。可以取消隐藏这张表，直接使用里面的内容；或者改用没有另存过的那一份工作簿。`,
  },
  errorPrefix: '错误：',
  usageHint: '用法见 handover --help',
  /** Titles of the parts of the help. */
  help: { usage: '用法：', arguments: '参数：', options: '选项：', commands: '命令：' },
  usage: {
    unknownOption: (facts: { value: string }) => `没有“${facts.value}”这个选项。`,
    unknownCommand: (facts: { value: string }) => `没有“${facts.value}”这个命令。`,
    excessFiles: () => '一次只能处理一个文件。',
    missingFile: () => '没有写文件名。',
    missingValue: (facts: { value: string }) => `选项“${facts.value}”后面缺少取值。`,
    other: () => '命令写法不对。',
    basis: (facts: { value: string }) =>
      `--basis 只能是 balance 或 dailyAverage，不能是“${facts.value}”。`,
    asOf: (facts: { value: string }) =>
      `--as-of 要写成 2025-11-30 这样的日期，不能是“${facts.value}”。`,
    language: (facts: { value: string }) => `--lang 只能是 zh-CN 或 en，不能是“${facts.value}”。`,
    settingsUnreadable: (facts: { path: string }) =>
      `设置文件“${facts.path}”不是有效的 JSON。请检查括号、引号和逗号。`,
    settingsKey: (facts: { path: string; key: string }) =>
      `设置文件“${facts.path}”里的“${facts.key}”不认识，或者取值不对。请对照说明修改。`,
    settingsPlaceholder: (facts: {
      path: string;
      key: string;
      unknown: string;
      known: readonly string[];
    }) =>
      `设置文件“${facts.path}”的“${facts.key}”里，占位符 {${facts.unknown}} 不认识。可以用的有：${facts.known.map((name) => `{${name}}`).join('')}。`,
    unexpected: () => '程序出现意外错误，没有写出任何文件。请带上版本号和下面的信息反馈：',
  },
};
