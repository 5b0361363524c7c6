/** Names that Excel uses for number formats of dates in HTML and in its XML of 2003. */
export const NAMED_DATE_FORMAT = /^(?:General|Short|Medium|Long) (?:Date|Time)$/i;

const DIGITS = /^\s*[+-]?0*(\d+)\s*$/;
const MAX_EXACT_DIGITS = 15;

/** True for an integer that Excel's numbers cannot hold exactly: an id, which must stay text. */
export function losesDigits(text: string): boolean {
  return (DIGITS.exec(text)?.[1]?.length ?? 0) > MAX_EXACT_DIGITS;
}
