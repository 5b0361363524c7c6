/**
 * How a text is written so that it stays that text. A text cell (`@`) takes it as it is; elsewhere
 * an apostrophe in front keeps Excel from reading a formula, a number or a date.
 */
export function textInput(text: string, isTextCell: boolean): string {
  if (text === '' || isTextCell) return text;
  return `'${text}`;
}

/**
 * Whether a text can stand in a text cell: what an apostrophe in front becomes there is not known,
 * so such a text is written into a general one.
 */
export function fitsTextCell(text: string): boolean {
  return !text.startsWith("'");
}
