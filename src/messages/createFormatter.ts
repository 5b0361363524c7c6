/** One wording per code of a union of facts: a missing code does not compile. */
export type WordsByCode<Facts extends { readonly code: string }> = {
  readonly [Code in Facts['code']]: (facts: Extract<Facts, { readonly code: Code }>) => string;
};

/** A function that words any member of the union. */
export function createFormatter<Facts extends { readonly code: string }>(
  words: WordsByCode<Facts>,
): (facts: Facts) => string {
  return (facts) => {
    // TypeScript cannot see that the code chosen and the facts given belong together.
    const word = words[facts.code as Facts['code']] as (facts: Facts) => string;
    return word(facts);
  };
}
