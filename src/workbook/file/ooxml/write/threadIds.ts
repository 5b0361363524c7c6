/** An id in a part of comments: of a thread, of a reply, or of the comment that stands for a thread. */
const ID = /(\s(?:id|parentId|xr:uid)\s*=\s*["']\{|>tc=\{)([0-9A-Fa-f])/g;

/**
 * Comments, or threads of comments, whose ids are those of another sheet: no id may be there twice
 * in a workbook. Applied to both parts alike, a thread stays with its comment; applied twice, the
 * ids are the first ones again.
 */
export function withOtherThreadIds(xml: string): string {
  return xml.replace(
    ID,
    (_, before: string, digit: string) =>
      before + (Number.parseInt(digit, 16) ^ 8).toString(16).toUpperCase(),
  );
}
