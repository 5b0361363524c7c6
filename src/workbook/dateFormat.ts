/** Ids of number formats that show dates or times where the file does not define them itself. */
const DATE_IDS: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Literals, padding and fills, brackets, and the words that are not codes. */
const SKIPPED = /^(?:"[^"]*"?|\\.?|_.?|\*.?|General|G\/通用格式)/i;
const ELAPSED = /^\[(?:h+|m+|s+)\]/i;
const BRACKET = /^\[[^\]]*\]?/;
const AM_PM = /^(?:am\/pm|a\/p|上午\/下午)/i;
const DATE_TOKEN = /^(?:[ymdhs]|aaa|e(?![+-])|gg?g?(?=e))/i;
const DIGIT = /^[0#?@]/;

/** True where the built-in number format `id` shows dates or times. */
export function isBuiltInDateFormat(id: number): boolean {
  return DATE_IDS.some(([first, last]) => id >= first && id <= last);
}

/**
 * True where the number format `code` shows dates or times. The first code that says something
 * decides: quoted text, colours, conditions and locale blocks say nothing.
 */
export function isDateFormat(code: string): boolean {
  let rest = code;
  while (rest !== '') {
    const skipped = SKIPPED.exec(rest);
    if (skipped) {
      rest = rest.slice(skipped[0].length);
      continue;
    }
    if (ELAPSED.test(rest) || AM_PM.test(rest) || DATE_TOKEN.test(rest)) return true;
    if (DIGIT.test(rest)) return false;
    rest = rest.slice(BRACKET.exec(rest)?.[0].length ?? 1);
  }
  return false;
}
