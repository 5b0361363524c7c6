import { format } from './format';

const { count, day, list } = format;

export const paneSettings = {
  places: { label: '设置内容', book: '柜组', scripts: '话术', templates: '模板' },
  save: '保存并重新排',
  saved: '已保存在工作簿里',
  fault: (facts: { key: string; placeholder?: { unknown: string; known: readonly string[] } }) =>
    facts.placeholder === undefined
      ? facts.key === ''
        ? '这个文件里不是交接设置。请选择从这里导出的文件。'
        : `“${SETTING_NAMES[facts.key] ?? facts.key}”${wantedBy(facts.key)}`
      : `占位符 {${facts.placeholder.unknown}} 不认识。可以用：${list(facts.placeholder.known.map((name) => `{${name}}`))}。`,
  book: '谁的柜组',
  me: '我的姓名',
  meHint: '在明细里有的话，写成一样；话术里用它自我介绍。',
  predecessors: '前任（这个柜组原来归谁）',
  manager: (name: string, accounts: number) => `${name}，${count(accounts)} 个账户`,
  asOf: '数据日期',
  asOfHint: (dataDate: number) => `留空就按表里的 ${day(dataDate)}。`,
  capacity: '每天打几户',
  capacityFault: '要填 1 到 9999 的整数。',
  thresholds: '分类和阈值',
  numbers: {
    classAShare: 'A 类：累计占比到',
    classBShare: 'B 类：累计占比到',
    stableFloor: '稳定：差额不到',
    stableShare: '稳定：或占金额不到',
    stableCap: '稳定：按占比最多',
    claimShare: '争取：我方占比从',
    negotiateShare: '协商：我方占比从',
    urgentMaturityDays: '升一级：几天内到期',
    maturingDays: '客户汇总：几天内到期',
    reminderDays: '到期提醒：几天内到期',
  },
  units: { percent: '%', yuan: '元', days: '天' },
  keepDuplicates: '保留完全重复的行（确是真实存款）',
  file: '导入、导出',
  importFile: '从文件导入…',
  exportFile: '导出成文件',
  fileName: '交接设置.json',
  imported: '已读入，点“保存并重新排”生效。',
  exportFailed: '文件没有存成，请换个位置再试。',
  scripts: {
    title: '话术里怎么说',
    branch: { label: '网点叫法', hint: '客户平时怎么叫，例如“城东支行”。' },
    landmark: { label: '网点旁边的地标', hint: '例如“菜市场对面”。' },
    activity: { label: '近期活动', hint: '一两句话，让人想得到画面；留空用通用说法。' },
    move: '前任去向',
    moves: { post: '调岗', promotion: '升职' },
    tie: '和前任的关系',
    tieHint: '客户喜欢前任时才提。',
    ties: { none: '不提', colleague: '同事', apprentice: '徒弟' },
    polite: '一律称“您”',
  },
  templates: {
    title: '话术模板',
    kind: '哪一种电话',
    placeholders: '占位符',
    placeholderHint: '先点到要改的文字里，再点占位符插入。方括号 [ ] 里的话，缺内容时整句不说。',
    unknown: (name: string) => `{${name}} 不是占位符，请改成上面列出的。`,
    reset: '恢复这一种的默认话术',
    preview: '说出来是这样',
    previewOf: (name: string) => `以客户 ${name} 为例`,
    noPreview: '名单前列没有这一种客户。',
  },
};

/** What a setting takes. */
function wantedBy(key: string): string {
  if (key === 'asOf') return '要写成 2025-11-30 这样的日期。';
  if (key.endsWith('Share')) return '要填 0 到 100 之间的数。';
  if (key.endsWith('Days')) return '要填天数：0 或正整数。';
  return key in paneSettings.numbers ? '要填金额：0 或正数。' : '的内容不对，请检查。';
}

const SETTING_NAMES: Readonly<Record<string, string>> = {
  me: paneSettings.me,
  predecessors: paneSettings.predecessors,
  asOf: paneSettings.asOf,
  ...paneSettings.numbers,
  'scripts.branch': paneSettings.scripts.branch.label,
  'scripts.landmark': paneSettings.scripts.landmark.label,
  'scripts.activity': paneSettings.scripts.activity.label,
};
