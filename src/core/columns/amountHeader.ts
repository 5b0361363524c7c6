/** What an amount column measures: only this year's balance and daily average are ours. */
export interface AmountMeaning {
  readonly measure: 'balance' | 'dailyAverage';
  /** `year` names this year or the data date, `bare` nothing, `other` another period or a change. */
  readonly period: 'year' | 'bare' | 'other';
  /** Loans, funds and the like: never a deposit. */
  readonly deposit: boolean;
}

type Part = 'average' | 'balance' | 'year' | 'other' | 'notDeposit' | 'noise';

/** Longest first within a first character; the header must be covered whole by these words. */
const WORDS: readonly (readonly [string, Part])[] = (
  [
    ['average', '日均余额 日均 日平余额 日平 日平均余额 日平均 平均余额 日均额'],
    ['balance', '余额 结余 结存 存额'],
    [
      'year',
      '本年度 本年 当年度 当年 今年 年度 年累计 本日 当日 当前 时点 期末 日终 最新 实时 今日 本期 现时 年',
    ],
    [
      'other',
      '上年末 上年底 上年同期 上年 去年末 去年同期 去年 年初 上一年 前年 昨日 上日 前日 ' +
        '本月末 本月 当月 上月末 上月同期 上月 月初 月末 月累计 月 本季度 本季 上季末 上季度 上季 季度 季初 季末 季 本旬 旬 ' +
        '近一年 近半年 近一个月 近两个月 近三个月 近六个月 近3个月 近6个月 近12个月 近十二个月 半年 三个月 六个月 ' +
        '较 比 增减额 增减 增量 增长率 增长额 增长 增幅 变动额 变动 净增额 净增 新增 变化 差额 完成率 目标 计划 任务 ' +
        '冻结 可用 最低 最高 起点 到期 历史 同期 上期 期初 周 本周 上周 占比 存量 活期 定期 本息 利息',
    ],
    [
      'notDeposit',
      '贷款 贷 授信 用信 垫款 透支 信用卡 按揭 理财产品 理财 基金 保险 国债 信托 债券 贵金属 黄金 资产 aum 负债 股票 证券 原币 外币 美元 港币 港元 欧元 日元 英镑 usd hkd eur jpy gbp',
    ],
    [
      'noise',
      '存款 账户 客户 储蓄 人民币 本币 折人民币 折合人民币 折算后 折算 折合 折 金额 总额 总 合计 个人 对公 单位 分户 日 ' +
        '的 数 值 元 末 含 各项 全部 一般性 rmb cny 归属 考核 统计 截止 截至',
    ],
  ] as const
)
  .flatMap(([part, words]) => words.split(' ').map((word) => [word, part] as const))
  .sort((a, b) => b[0].length - a[0].length);

const THIS_YEAR = '(?:ytd|yeartodate|thisyear|currentyear|year|yearly|annual)';
const ENGLISH_AVERAGE = new RegExp(
  `^(?!(?:average|avg)$)(${THIS_YEAR})?(?:daily)?(?:average|avg)(?:daily)?(?:deposit)?(?:balance|bal)?(${THIS_YEAR})?$`,
);
const ENGLISH_BALANCE =
  /^(current|account|closing|ending|outstanding|deposit|ledger|latest)?(?:account|deposit)?(?:balance|bal)$/;

/** Without its spaces: `Average Daily Balance YTD` is `averagedailybalanceytd`. */
function readEnglish(key: string): AmountMeaning | undefined {
  const average = ENGLISH_AVERAGE.exec(key);
  const found = average ?? ENGLISH_BALANCE.exec(key);
  if (!found) return undefined;
  return {
    measure: average ? 'dailyAverage' : 'balance',
    period: (found[1] ?? found[2]) === undefined ? 'bare' : 'year',
    deposit: true,
  };
}

/**
 * Reads a normalised header as an amount, undefined if it is none. Headers are read word by word,
 * so that `存款年日平余额`, `余额本年` and `本年存款日均` need no list of their own (SPEC 1).
 */
export function readAmountHeader(key: string): AmountMeaning | undefined {
  const english = readEnglish(key);
  if (english) return english;
  const parts = splitWords(key);
  if (!parts) return undefined;
  const has = (part: Part) => parts.includes(part);
  const measure = has('average') ? 'dailyAverage' : has('balance') ? 'balance' : undefined;
  const spot = parts.includes('year') && /(?:时点|本期)存款|存款(?:时点|本期)/.test(key);
  if (!measure && !spot) return undefined;
  const other = has('other');
  return {
    measure: measure ?? 'balance',
    period: other ? 'other' : has('year') ? 'year' : 'bare',
    deposit: !has('notDeposit'),
  };
}

function splitWords(key: string): Part[] | undefined {
  const parts: Part[] = [];
  let rest = key;
  while (rest !== '') {
    const word = WORDS.find(([text]) => rest.startsWith(text));
    if (!word) return undefined;
    parts.push(word[1]);
    rest = rest.slice(word[0].length);
  }
  return parts;
}
