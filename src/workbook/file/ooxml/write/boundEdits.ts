/** Edits shared by all that is bound to rows: lists that lose items, formulas that move. */
import { shiftFormulaRows } from './formulaRows';
import { attributeEdits, removal, type XmlEdit } from './xmlEdits';
import { attributeOf, childElements, textOf, type XmlElement } from './xmlTags';
import { escapeText } from './xmlText';

/** Edits of the children of a list; the list goes with its last child, its count is kept true. */
export function listEdits(
  xml: string,
  list: XmlElement,
  edit: (child: XmlElement) => XmlEdit[] | 'gone',
): XmlEdit[] {
  const children = childElements(xml, list);
  const edits: XmlEdit[] = [];
  let left = 0;
  for (const child of children) {
    const change = edit(child);
    if (change === 'gone') {
      edits.push(removal(child));
      continue;
    }
    left++;
    edits.push(...change);
  }
  if (left === 0 && children.length > 0) return [removal(list)];
  if (left < children.length && attributeOf(xml, list, 'count') !== undefined) {
    edits.push(...attributeEdits(xml, list, { count: String(left) }));
  }
  return edits;
}

/** The formula as it reads once the cell it is relative to has moved by `shift` rows. */
export function formulaEdits(xml: string, formula: XmlElement, shift: number): XmlEdit[] {
  if (shift === 0) return [];
  return contentEdits(xml, formula, (text) => shiftFormulaRows(text, shift));
}

/** The element's text content changed; markup inside goes. */
export function contentEdits(
  xml: string,
  element: XmlElement,
  change: (text: string) => string,
): XmlEdit[] {
  const text = textOf(xml, element);
  const changed = change(text);
  if (changed === text) return [];
  return [{ start: element.tagEnd, end: element.contentEnd, text: escapeText(changed) }];
}
