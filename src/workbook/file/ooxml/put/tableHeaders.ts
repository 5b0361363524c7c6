import type { CellRange } from '../../../../core';
import type { CellPut } from '../../../workbook';
import { relationshipsPathOf } from '../partPath';
import { parseRelationships } from '../relationships';
import { parseRange } from '../write/cellReference';
import { columnAttribute } from '../write/tableParts';
import type { WorkbookParts } from '../write/workbookParts';
import { applyEdits, type XmlEdit } from '../write/xmlEdits';
import { attributesOf, attributeOf, childElements, findChild, rootElement } from '../write/xmlTags';

export interface TableHeaders {
  /** The puts, those in headers as texts that are allowed there. */
  readonly puts: readonly CellPut[];
  /** New content of table parts, by name. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Puts into header cells of tables: such a cell must hold the name of its column, a text that is
 * not empty and not there twice, or Excel repairs the file. The column is renamed; an emptied
 * header keeps its name.
 */
export async function putTableHeaders(
  parts: WorkbookParts,
  sheetPath: string,
  puts: readonly CellPut[],
): Promise<TableHeaders> {
  const path = parts.find(relationshipsPathOf(sheetPath));
  if (path === undefined) return { puts, texts: new Map() };
  const changed = [...puts];
  const texts = new Map<string, string>();
  for (const { type, target } of parseRelationships(await parts.readXml(path), sheetPath, path)) {
    const name = parts.find(target);
    if (type !== 'table' || name === undefined) continue;
    const xml = await parts.readXml(name);
    const renamed = renameColumns(xml, changed);
    if (renamed !== xml) texts.set(name, renamed);
  }
  return { puts: changed, texts };
}

/** The table part with its columns renamed; `puts` get the texts that their cells must hold. */
function renameColumns(xml: string, puts: CellPut[]): string {
  const root = rootElement(xml);
  const range = root && headerRange(attributeOf(xml, root, 'ref'));
  const list = root && findChild(xml, root, 'tableColumns');
  if (root === undefined || range === undefined || list === undefined) return xml;
  if (attributeOf(xml, root, 'headerRowCount') === '0') return xml;
  const columns = childElements(xml, list);
  const names = columns.map((column) => attributeOf(xml, column, 'name') ?? '');
  const edits: XmlEdit[] = [];
  for (const [at, put] of puts.entries()) {
    const index = put.column - range.firstColumn;
    const column = columns[index];
    if (put.row !== range.firstRow || column === undefined) continue;
    const wanted = put.value === null ? '' : String(put.value).slice(0, 250);
    const others = new Set(names.filter((_, i) => i !== index).map((name) => name.toLowerCase()));
    let name = wanted === '' ? (names[index] ?? '') : wanted;
    for (let n = 2; others.has(name.toLowerCase()); n++) name = `${wanted}${String(n)}`;
    puts[at] = { ...put, value: name, isDate: false };
    names[index] = name;
    const attribute = attributesOf(xml, column).find((item) => item.name === 'name');
    if (attribute === undefined) continue;
    const { start, end } = attribute;
    edits.push({ start, end, text: ` name="${columnAttribute(name)}"` });
  }
  return applyEdits(xml, edits);
}

function headerRange(ref: string | undefined): CellRange | undefined {
  return ref === undefined ? undefined : parseRange(ref);
}
