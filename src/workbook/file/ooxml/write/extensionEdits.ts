import { contentEdits, formulaEdits, listEdits } from './boundEdits';
import { parseRange, rangeName } from './cellReference';
import { mapFormulaRows } from './formulaRows';
import { mapSqref, type RowMap } from './rowMap';
import { attributeEdits, removal, type XmlEdit } from './xmlEdits';
import { attributeOf, childElements, findElements, textOf, type XmlElement } from './xmlTags';

/** Items of Excel's extensions that hold an `xm:sqref`. */
const EXTENSION_ITEMS = new Set(['conditionalFormatting', 'dataValidation', 'protectedRange']);

/** An `extLst` with conditional formats, validations, protected ranges and sparklines moved. */
export function extensionEdits(xml: string, extensions: XmlElement, map: RowMap): XmlEdit[] {
  return listEdits(xml, extensions, (extension) => {
    const edits: XmlEdit[] = [];
    for (const content of childElements(xml, extension)) {
      const change = extensionContentEdits(xml, content, map);
      if (change === 'gone') return 'gone';
      edits.push(...change);
    }
    return edits;
  });
}

function extensionContentEdits(xml: string, content: XmlElement, map: RowMap): XmlEdit[] | 'gone' {
  const edits: XmlEdit[] = [];
  const children = childElements(xml, content);
  let left = 0;
  for (const child of children) {
    const change = EXTENSION_ITEMS.has(child.local)
      ? extensionItemEdits(xml, child, map)
      : child.local === 'sparklineGroup'
        ? sparklineEdits(xml, child, map)
        : [];
    if (change !== 'gone') left++;
    edits.push(...(change === 'gone' ? [removal(child)] : change));
  }
  // An extension whose list is empty is not valid.
  if (left === 0 && children.length > 0) return 'gone';
  if (left < children.length && attributeOf(xml, content, 'count') !== undefined) {
    edits.push(...attributeEdits(xml, content, { count: String(left) }));
  }
  return edits;
}

function extensionItemEdits(xml: string, item: XmlElement, map: RowMap): XmlEdit[] | 'gone' {
  const sqref = findElements(xml, 'sqref', item.tagEnd, item.contentEnd)[0];
  if (sqref === undefined) return [];
  const mapped = mapSqref(map, textOf(xml, sqref));
  if (mapped === undefined) return 'gone';
  const edits = contentEdits(xml, sqref, () => mapped.sqref);
  for (const formula of findElements(xml, 'f', item.tagEnd, item.contentEnd)) {
    edits.push(...formulaEdits(xml, formula, mapped.shift));
  }
  return edits;
}

/** A sparkline travels with the row it stands in, and so do the cells of that row it draws. */
function sparklineEdits(xml: string, group: XmlElement, map: RowMap): XmlEdit[] | 'gone' {
  const list = childElements(xml, group).find((child) => child.local === 'sparklines');
  if (list === undefined) return [];
  const edits: XmlEdit[] = [];
  let left = 0;
  for (const sparkline of childElements(xml, list)) {
    const sqref = findElements(xml, 'sqref', sparkline.tagEnd, sparkline.contentEnd)[0];
    const place = sqref === undefined ? undefined : parseRange(textOf(xml, sqref).trim());
    const row = place === undefined ? -1 : map.rowOf(place.firstRow);
    if (sqref === undefined || place === undefined || row < 0) {
      edits.push(removal(sparkline));
      continue;
    }
    left++;
    const moved = rangeName({ ...place, firstRow: row, lastRow: row });
    edits.push(...contentEdits(xml, sqref, () => moved));
    for (const formula of findElements(xml, 'f', sparkline.tagEnd, sparkline.contentEnd)) {
      const follow = (old: number): number => (old === place.firstRow ? row : old);
      edits.push(...contentEdits(xml, formula, (text) => mapFormulaRows(text, follow)));
    }
  }
  return left === 0 ? 'gone' : edits;
}
