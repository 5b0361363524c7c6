import { cleanText } from '../cleaning/cleanText';

/** A header brought to the form in which it is looked up, with the unit that it states. */
export interface HeaderText {
  /** Lower case, NFKC, without spaces, punctuation and bracketed units. */
  readonly key: string;
  /** Power of ten to yuan where the header names a unit: 0 for 元, 4 for 万元. */
  readonly unit?: number;
  /** The amount is in a currency other than CNY. */
  readonly foreign: boolean;
}

const UNIT =
  /^(?:单位|金额单位|币种)?[:：]?(?:人民币|折人民币|本币|rmb|cny)?(亿元|千万元|百万元|万元|千元|元|亿|万|分)$/;
const UNIT_EXPONENT: Readonly<Record<string, number>> = {
  亿元: 8,
  亿: 8,
  千万元: 7,
  百万元: 6,
  万元: 4,
  万: 4,
  千元: 3,
  元: 0,
  分: -2,
};
const NOTE = /^(?:%|‰|必填|选填|人民币|rmb|cny|本币|折人民币|yyyy-?mm-?dd|单位.*)$/;
const FOREIGN = /美元|港币|港元|欧元|日元|英镑|澳元|加元|外币|原币|usd|hkd|eur|jpy|gbp|aud|cad/;
const TRAILING_UNIT = /[-_/:：,，\s](亿元|百万元|万元|千元|元)$/;

/** Normalises a header text (SPEC 1); `帐` is read as `账`. */
export function readHeaderText(text: string): HeaderText {
  let rest = cleanText(text).toLowerCase().replaceAll('帐', '账').replaceAll('戶', '户');
  let unit: number | undefined;
  const bracketed = /[([{【〔<《]([^)\]}】〕>》]*)[)\]}】〕>》]/g;
  rest = rest.replace(bracketed, (_whole, content: string) => {
    const inner = content.replace(/\s/g, '');
    const match = UNIT.exec(inner);
    if (match) {
      unit = UNIT_EXPONENT[match[1] ?? ''];
      return '';
    }
    return NOTE.test(inner) ? '' : ` ${content} `;
  });
  const trailing = TRAILING_UNIT.exec(rest);
  if (trailing) {
    unit = UNIT_EXPONENT[trailing[1] ?? ''];
    rest = rest.slice(0, trailing.index);
  }
  const key = rest.replace(/[^\p{L}\p{N}#%]/gu, '').replace(/%$/, '');
  return { key, ...(unit === undefined ? {} : { unit }), foreign: FOREIGN.test(key) };
}

/** The unit named in a title cell such as `单位：万元`, as a power of ten to yuan. */
export function findTitleUnit(text: string): number | undefined {
  const compact = cleanText(text).replace(/\s/g, '');
  const match = /单位[:：]?(?:人民币)?(亿元|千万元|百万元|万元|千元|元|分)/.exec(compact);
  return match ? UNIT_EXPONENT[match[1] ?? ''] : undefined;
}

/** The unit in a title cell that holds nothing else, to the right of a cell `单位：`. */
export function findBareUnit(text: string): number | undefined {
  const match = UNIT.exec(cleanText(text).replace(/\s/g, ''));
  return match ? UNIT_EXPONENT[match[1] ?? ''] : undefined;
}
