import { appendEdits, applyEdits, attributeEdits } from './xmlEdits';
import { childElements, prefixOf, rootElement } from './xmlTags';

/** Elements of workbook.xml that stand before `calcPr`. */
const BEFORE = new Set([
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'AlternateContent',
  'revisionPtr',
  'absPath',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]);

/** A workbook part whose formulas are computed again when it is next opened. */
export function recalculateOnLoad(xml: string): string {
  const root = rootElement(xml);
  if (root === undefined) return xml;
  const children = childElements(xml, root);
  const existing = children.find(({ local }) => local === 'calcPr');
  if (existing !== undefined) {
    return applyEdits(xml, attributeEdits(xml, existing, { fullCalcOnLoad: '1' }));
  }
  const text = `<${prefixOf(root.name)}calcPr fullCalcOnLoad="1"/>`;
  const next = children.find(({ local }) => !BEFORE.has(local));
  if (next === undefined) return applyEdits(xml, appendEdits(root, text));
  return applyEdits(xml, [{ start: next.start, end: next.start, text }]);
}
