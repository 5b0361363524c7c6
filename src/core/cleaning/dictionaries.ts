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
