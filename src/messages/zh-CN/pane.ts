import { format } from './format';
import { paneCall } from './paneCall';
import { paneSettings } from './paneSettings';

const { count, day, share } = format;

const STAGES = { read: '读取表格', analyze: '分析', plan: '排好版面', write: '写入表格' };
const ROLES = { ledger: '存款明细', customers: '客户清单', other: '其他' };
const UNITS: Readonly<Record<number, string>> = {
  [-2]: '分',
  0: '元',
  3: '千元',
  4: '万元',
  6: '百万元',
  7: '千万元',
  8: '亿元',
};

export const pane = {
  exact: (amount: string) => `${amount} 元`,
  dismiss: '关闭',
  cancel: '取消',
  copy: '复制',
  copied: '已复制',
  cellEdit: '正在编辑单元格。按回车结束，再继续。',
  start: {
    headline: '接手柜组，先打给谁？',
    promise: '打开存款明细，点一下：客户合并好、名单排好、话术写好。',
    analyze: '交接分析',
    facts: [
      '在你自己的工作簿里完成，数据不离开这台电脑。',
      '原始明细会留一份，随时可以整体撤销。',
      '每个数字都能点回表格核对。',
    ],
    earlier: '以前分析过这个工作簿？',
    restored: (sheets: readonly string[]) =>
      `已还原：${format.list(sheets)}。工作簿回到分析之前的样子。`,
  },
  run: {
    title: '正在分析',
    stages: STAGES,
    stage: (number: number, of: number, stage: keyof typeof STAGES) =>
      `第 ${count(number)} 步，共 ${count(of)} 步：${STAGES[stage]}`,
    share: (text: string) => text,
    cancel: '取消',
    cancelling: '正在取消…',
    hint: '取消的话，工作簿保持原样。',
  },
  failed: {
    title: '没有完成',
    retry: '再试一次',
    beginning: '回到开头',
    copyDetails: '复制详情',
    noWorkbook: '没有打开的工作簿。请先打开存款明细，再点“交接分析”。',
    nothingToRestore:
      '工作簿里没有原始数据的备份，不能还原。可能是关闭了“保留原始数据”，或备份表已被删除。',
    bug: '程序出了意外，请再试一次。还不行的话，请复制详情发给管理员，详情里没有客户信息。',
  },
  places: {
    label: '功能',
    result: '结果',
    customers: '客户',
    call: '打电话',
    settings: '设置',
  },
  more: {
    label: '更多操作',
    again: '重新读取并分析',
    share: '另存脱敏副本…',
    shared: '脱敏副本已保存',
    restore: '全部撤销…',
    restoreTitle: '全部撤销？',
    restoreText:
      '明细恢复成分析前的样子，客户汇总、话术等表会被删除，你在里面填写的电话结果和备注也会一起删除。',
    restoreConfirm: '全部撤销',
    close: '收起',
  },
  result: {
    title: '分析结果',
    context: (dataDate: number) => `数据日期 ${day(dataDate)}`,
    busy: { rank: '正在重排…', write: '正在写入…', restore: '正在还原…', copy: '正在保存副本…' },
    startCalling: (p1: number) => (p1 > 0 ? `开始打电话 · 今天 ${count(p1)} 户` : '开始打电话'),
    writeSheets: '更新表格',
    notWritten: '条件已改，下面是新的结果；表格里还是原来的。点“更新表格”写进去。',
    nameOwn: '确认本柜组',
    ownAssumed: (managers: string) =>
      `按账户最多的客户经理 ${managers} 当作本柜组。请确认，并填上你的名字，话术里会用到。`,
    customers: '客户',
    accounts: (accounts: number) => `${count(accounts)} 个账户`,
    pareto: (facts: { top20Share: number; top20Customers: number; customersFor80: number }) =>
      `前 20% 的客户（${count(facts.top20Customers)} 户）占 ${share(facts.top20Share)}；${count(facts.customersFor80)} 户就占到八成。`,
    rankBy: '排名按',
    flow: '资金流向（余额与年日均相比）',
    trendNotes: {
      outflow: '余额低于年日均',
      inflow: '余额高于年日均',
      stable: '相差不大，右边是余额',
    },
    noTrend: '明细里只有一种金额，不判断资金流向。',
    customerCount: (customers: number) => `${count(customers)} 户`,
    depositCount: (deposits: number) => `${count(deposits)} 笔`,
    rowCount: (rows: number) => `${count(rows)} 行`,
    lookAt: '再看看',
    shared: '业务交叉',
    exchanges: (exchanges: number) => `有 ${count(exchanges)} 组可以谈置换`,
    maturing: (days: number) => `${count(days)} 天内到期`,
    setAside: '剔除的行',
    reconciled: (read: number, kept: number, controlTotal: 'matched' | 'differs' | 'none') => {
      const total = { matched: '，与导出合计相符', differs: '，与导出合计不符', none: '' };
      return `读 ${count(read)} 行，用 ${count(kept)} 行${total[controlTotal]}`;
    },
    setAsideReasons: '为什么剔除',
    notes: (notes: number) => `注意事项（${count(notes)}）`,
    evidence: '读到了什么',
  },
  evidence: {
    dataDate: (dataDate: number) => `数据日期：${day(dataDate)}`,
    managers: (names: string, all: number) => `客户经理 ${count(all)} 位：${names}`,
    manager: (name: string, own: boolean) => (own ? `${name}（本柜组）` : name),
    sheet: (name: string, role: keyof typeof ROLES, headerRow: number) =>
      `“${name}” · ${ROLES[role]} · 表头在第 ${count(headerRow)} 行`,
    unit: (exponent: number) => `金额单位：${UNITS[exponent] ?? '元'}`,
    column: (field: string, letters: string, header: string) =>
      `${field}：${letters} 列“${header}”`,
  },
  confirm: {
    title: '请确认这几列',
    hint: '有些列拿不准。确认一次就记住，下次同样的表头不再问。',
    sheet: (name: string, headerRow: number) => `“${name}”，表头在第 ${count(headerRow)} 行`,
    sure: (fields: number) => `已认出的其他列（${count(fields)}）`,
    go: '确认并分析',
    noColumn: '没有这一列',
    column: (letter: string, header: string) =>
      `${letter} 列 ${header === '' ? '（无表头）' : header}`,
    cells: (samples: string) => `前几格：${samples}`,
    emptyColumn: '这一列是空的。',
    doubts: {
      missing: '没有认出，请指定是哪一列。',
      ambiguous: '有几列都像，请确认用哪一列。',
      bareHeader: '表头只写“日均”，请确认是本年日均，不是月日均或季日均。',
      contents: '多数单元格读起来不像，请核对。',
    },
  },
  customers: {
    search: '搜索客户',
    searchHint: '姓名、拼音首字母、客户号、电话尾号',
    filters: '筛选',
    shared: '交叉',
    list: '客户名单',
    count: (shown: number, all: number) =>
      shown === all ? `${count(all)} 户，按联系先后` : `${count(shown)} 户，共 ${count(all)} 户`,
    showAll: '显示全部',
    none: '没有符合条件的客户。换个说法，或点“显示全部”。',
    phoneTail: (tail: string) => `尾号 ${tail}`,
    selectFirst: '先在名单里选一位客户',
    call: (name: string) => `打给 ${name}`,
  },
  call: paneCall,
  settings: paneSettings,
};
