/** Comments of a ledger sheet: they travel with their row, or go with it. */
import { parseRange, rangeName } from './cellReference';
import type { RowMap } from './rowMap';
import { appendEdits, applyEdits, attributeEdits, removal, type XmlEdit } from './xmlEdits';
import { attributeOf, findElements, rootElement, textOf, type XmlElement } from './xmlTags';

/** A comments part, or one of threaded comments. */
export function mapComments(xml: string, map: RowMap): string {
  return applyEdits(
    xml,
    ['comment', 'threadedComment']
      .flatMap((local) => findElements(xml, local, 0, xml.length))
      .flatMap((comment) => commentEdits(xml, comment, map)),
  );
}

function commentEdits(xml: string, comment: XmlElement, map: RowMap): XmlEdit[] {
  const range = parseRange(attributeOf(xml, comment, 'ref') ?? '');
  if (range === undefined) return [];
  const row = map.rowOf(range.firstRow);
  if (row < 0) return [removal(comment)];
  return attributeEdits(xml, comment, {
    ref: rangeName({ ...range, firstRow: row, lastRow: row }),
  });
}

/** The VML drawing that shows the notes' boxes; shapes that are not notes stay where they are. */
export function mapNoteShapes(xml: string, map: RowMap): string {
  const root = rootElement(xml);
  if (root === undefined) return xml;
  const shapes = findElements(xml, 'shape', root.tagEnd, root.contentEnd);
  return applyEdits(
    xml,
    shapes.flatMap((shape) => shapeEdits(xml, shape, map)),
  );
}

/** The drawing without controls, which a copy of the sheet does not have. */
export function noteShapesOnly(xml: string): string {
  const root = rootElement(xml);
  if (root === undefined) return xml;
  const shapes = findElements(xml, 'shape', root.tagEnd, root.contentEnd);
  const others = shapes.filter((shape) => !isNote(xml, shape));
  return applyEdits(xml, others.map(removal));
}

/** The drawing with the notes of another one in the place of its own. */
export function mergeNoteShapes(own: string, other: string): string {
  const root = rootElement(own);
  const source = rootElement(noteShapesOnly(other));
  if (root === undefined || source === undefined) return own;
  const from = noteShapesOnly(other);
  const notes = findElements(from, 'shape', source.tagEnd, source.contentEnd)
    .map((shape) => from.slice(shape.start, shape.end))
    .join('');
  const gone = findElements(own, 'shape', root.tagEnd, root.contentEnd).filter((shape) =>
    isNote(own, shape),
  );
  return applyEdits(own, [...gone.map(removal), ...appendEdits(root, notes)]);
}

function isNote(xml: string, shape: XmlElement): boolean {
  const data = findElements(xml, 'ClientData', shape.tagEnd, shape.contentEnd)[0];
  return data !== undefined && attributeOf(xml, data, 'ObjectType') === 'Note';
}

function shapeEdits(xml: string, shape: XmlElement, map: RowMap): XmlEdit[] {
  const inside = (local: string): XmlElement | undefined =>
    findElements(xml, local, shape.tagEnd, shape.contentEnd)[0];
  const data = inside('ClientData');
  const row = inside('Row');
  if (data === undefined || row === undefined) return [];
  if (attributeOf(xml, data, 'ObjectType') !== 'Note') return [];
  const oldRow = Number(textOf(xml, row));
  const newRow = map.rowOf(oldRow);
  if (newRow < 0) return [removal(shape)];
  const edits = [{ start: row.tagEnd, end: row.contentEnd, text: String(newRow) }];
  const anchor = inside('Anchor');
  if (anchor === undefined) return edits;
  // Left column, offset, top row, offset, right column, offset, bottom row, offset.
  const numbers = textOf(xml, anchor).split(',').map(Number);
  if (numbers.length !== 8 || numbers.some(Number.isNaN)) return edits;
  const moved = numbers.map((value, i) =>
    i === 2 || i === 6 ? Math.max(0, value + newRow - oldRow) : value,
  );
  edits.push({ start: anchor.tagEnd, end: anchor.contentEnd, text: moved.join(', ') });
  return edits;
}
