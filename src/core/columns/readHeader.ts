import { readAmountHeader, type AmountMeaning } from './amountHeader';
import type { Field } from './fields';
import { findField } from './headerDictionary';
import { readHeaderText } from './headerText';

/** What a column's header says. */
export interface HeaderMeaning {
  readonly key: string;
  /** A field other than the two amounts, with its order of preference. */
  readonly field?: Field;
  readonly order: number;
  readonly amount?: AmountMeaning;
  readonly unit?: number;
  readonly foreign: boolean;
}

const NEUTRAL_GROUP =
  /^(?:基本|账户|客户|存款|产品|其他|其它|机构|人员|个人|主要|业务)*(?:信息|情况|资料|明细|数据|要素|内容)?$/;
const GROUP_SUFFIX = /(?:信息|情况|资料|明细|数据)$/;

/** Reads a header of one row; parts of `卡号/账号` count if they name one field (SPEC 1). */
export function readHeader(text: string): HeaderMeaning {
  const whole = readSingle(text);
  if (isKnown(whole)) return whole;
  const parts = text.split(/[/／|、\n]/).filter((part) => part.trim() !== '');
  if (parts.length < 2) return whole;
  const meanings = parts.map(readSingle);
  const first = meanings[0];
  if (!first?.field || meanings.some((meaning) => meaning.field !== first.field)) return whole;
  return { ...first, key: whole.key };
}

/** Reads a header of two rows: the joined text in either order, or the lower one under a neutral group. */
export function readJoinedHeader(top: string, bottom: string): HeaderMeaning {
  if (bottom.trim() === '') return readHeader(top);
  if (top.trim() === '' || top.trim() === bottom.trim()) return readHeader(bottom);
  const group = readSingle(top);
  const lower = readHeader(bottom);
  const key = group.key + lower.key;
  const unit = lower.unit ?? group.unit;
  const stated = {
    key,
    foreign: group.foreign || lower.foreign,
    ...(unit === undefined ? {} : { unit }),
  };
  const stem = group.key.replace(GROUP_SUFFIX, '');
  for (const joined of [key, lower.key + group.key, stem + lower.key]) {
    const meaning = lookUp(joined);
    if (meaning) return { ...meaning, ...stated };
  }
  if (NEUTRAL_GROUP.test(group.key) || (lower.field && !isPersonal(lower.field))) {
    return { ...lower, ...stated };
  }
  return { ...stated, order: 0 };
}

/** True where the header is in the dictionaries, if only as a column that we leave alone. */
export function isKnown(meaning: HeaderMeaning): boolean {
  return meaning.field !== undefined || meaning.amount !== undefined;
}

/** Fields whose header alone does not tell whose they are under a group header. */
function isPersonal(field: Field): boolean {
  return field === 'customerName' || field === 'phone' || field === 'managerShare';
}

function readSingle(text: string): HeaderMeaning {
  const { key, unit, foreign } = readHeaderText(text);
  const stated = { key, foreign, ...(unit === undefined ? {} : { unit }) };
  const meaning = lookUp(key);
  return meaning ? { ...meaning, ...stated } : { ...stated, order: 0 };
}

function lookUp(key: string): { field?: Field; order: number; amount?: AmountMeaning } | undefined {
  if (key === '') return undefined;
  const entry = findField(key);
  if (entry) return entry;
  const amount = readAmountHeader(key);
  return amount ? { amount, order: 0 } : undefined;
}
