/** Synthetic customers: names from common characters, ids and phones that belong to nobody. */
import { randomOf } from './random.mjs';
import { serialOf } from './spellings.mjs';

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段章钱汤尹黎易常武乔贺赖龚文';
const GIVEN =
  '伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国红梅志永春晓东海燕宇欣怡嘉浩瑞祥福贵德胜安然思远子涵梓轩雨桐诺琪鹏辉';
/** A prime: multiplying by a factor below it shuffles the ids without two ever meeting. */
const ID_MODULUS = 99_999_989;
const ACCOUNT_MODULUS = 1_000_000_000_000;

/** The customer of a number: the same at every call, so that a million need no memory. */
export function customerOf(index, seed) {
  const random = randomOf(seed, index);
  const name =
    random.pick(SURNAMES) + random.pick(GIVEN) + (random.chance(0.6) ? random.pick(GIVEN) : '');
  return {
    id: String((index * 7_654_321 + 1_234_567) % ID_MODULUS).padStart(10, '0'),
    name,
    /** Median deposit in fen; lognormal, so that a fifth of the customers hold four fifths. */
    scaleFen: 600_000 * Math.exp(1.6 * random.normal()),
    phone: `1990000${String(index % 10_000).padStart(4, '0')}`,
    birthDay: serialOf(1940, 1, 1) + random.below(60 * 365),
    gender: random.pick(['男', '女']),
    /** In [0, 1): which manager the customer belongs to. */
    managerDraw: random.next(),
  };
}

/** The account of a customer: nineteen digits that no bank issues. */
export function accountOf(index, ordinal) {
  const scrambled = ((index * 8 + ordinal) * 999_983 + 123_456_789) % ACCOUNT_MODULUS;
  return `6000588${String(scrambled).padStart(12, '0')}`;
}
