import { idKey } from './cleanText';

/** Texts by code in the order of first appearance; code 0 is the empty text. */
export interface Dictionary {
  readonly values: readonly string[];
  codeOf(text: string): number;
}

export function createDictionary(): Dictionary {
  const values = [''];
  const codes = new Map<string, number>([['', 0]]);
  return {
    values,
    codeOf(text) {
      let code = codes.get(text);
      if (code === undefined) {
        code = values.length;
        values.push(text);
        codes.set(text, code);
      }
      return code;
    },
  };
}

/** Ids by code; ids that differ only in leading zeros share a code, the longest form is shown. */
export interface IdDictionary extends Dictionary {
  /** Code of an id that lost digits in a numeric cell: it never equals an exact id (SPEC 2). */
  codeOfLossy(text: string): number;
  /** True for an id that lost digits. */
  isLossy(code: number): boolean;
  hasLossy(): boolean;
}

export function createIdDictionary(): IdDictionary {
  const values = [''];
  const codes = new Map<string, number>([['', 0]]);
  const lossy = new Set<number>();
  const add = (key: string, shown: string) => {
    const code = codes.get(key);
    if (code === undefined) {
      codes.set(key, values.length);
      return values.push(shown) - 1;
    }
    if (shown.length > (values[code] ?? '').length) values[code] = shown;
    return code;
  };
  return {
    values,
    codeOf: (text) => add(idKey(text), text),
    codeOfLossy(text) {
      const code = add(`\u0000${text}`, text);
      lossy.add(code);
      return code;
    },
    isLossy: (code) => lossy.has(code),
    hasLossy: () => lossy.size > 0,
  };
}
