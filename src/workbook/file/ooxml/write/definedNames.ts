import { columnLetter, type CellRange } from '../../../../core';
import { MARK_NAME, sheetMarkFormula } from '../../../sheetMark';
import { parseRange, quotedSheetName, rangeName } from './cellReference';
import type { NewTab, WorkbookEdit } from './workbookXml';
import { appendEdits, attributeEdits, removal, type XmlEdit } from './xmlEdits';
import { attributeOf, childElements, prefixOf, textOf, type XmlElement } from './xmlTags';
import { escapeText } from './xmlText';

/** Elements of a workbook that stand before its defined names. */
const BEFORE_NAMES = new Set(['sheets', 'functionGroups', 'externalReferences']);

/** Where tabs are after the edit. */
interface TabPlaces {
  /** The new place of an old tab; undefined for one that is taken out. */
  newIndex(tab: number): number | undefined;
  /** Place of the first of our tabs behind the user's. */
  readonly firstBackTab: number;
}

/** Defined names follow their tabs, ours get marks; formulas are computed when it is opened. */
export function nameEdits(
  xml: string,
  root: XmlElement,
  edit: WorkbookEdit,
  places: TabPlaces,
): XmlEdit[] {
  const children = childElements(xml, root);
  const { newIndex, firstBackTab } = places;
  const prefix = prefixOf(root.name);
  const added = [
    ...edit.front.flatMap((tab, i) => namesOf(tab, i, prefix)),
    ...edit.back.flatMap((tab, i) => namesOf(tab, firstBackTab + i, prefix)),
  ].join('');
  const names = children.find((child) => child.local === 'definedNames');
  const calculation = children.find((child) => child.local === 'calcPr');
  const edits: XmlEdit[] = [];
  let insertedNames = '';
  if (names === undefined) {
    if (added !== '') insertedNames = `<${prefix}definedNames>${added}</${prefix}definedNames>`;
  } else {
    const existing = childElements(xml, names);
    const changes = existing.map((name) => existingNameEdits(xml, name, edit, newIndex));
    if (added === '' && changes.every((change) => change === 'gone') && existing.length > 0) {
      edits.push(removal(names));
    } else {
      changes.forEach((change, i) => {
        const name = existing[i];
        if (name === undefined) return;
        edits.push(...(change === 'gone' ? [removal(name)] : change));
      });
      edits.push(...appendEdits(names, added));
    }
  }
  // Rows have moved under the formulas of other sheets: their cached values no longer hold.
  const insertedCalculation =
    calculation === undefined ? `<${prefix}calcPr fullCalcOnLoad="1"/>` : '';
  if (calculation !== undefined) {
    edits.push(...attributeEdits(xml, calculation, { fullCalcOnLoad: '1' }));
  }
  const before = children.filter((child) => BEFORE_NAMES.has(child.local)).at(-1);
  const at = names?.end ?? before?.end ?? root.tagEnd;
  const inserted = insertedNames + insertedCalculation;
  if (inserted !== '') edits.push({ start: at, end: at, text: inserted });
  return edits;
}

function namesOf(tab: NewTab, index: number, prefix: string): string[] {
  const scope = `localSheetId="${String(index)}"`;
  const p = prefix;
  const mark =
    `<${p}definedName name="${MARK_NAME}" ${scope} hidden="1">` +
    `${escapeText(sheetMarkFormula(tab.role, tab.name))}</${p}definedName>`;
  const { areas = [], repeatRows, repeatColumns } = tab.print ?? {};
  const ranges = [
    ...(repeatColumns
      ? [`$${columnLetter(repeatColumns.first)}:$${columnLetter(repeatColumns.last)}`]
      : []),
    ...(repeatRows ? [`$${String(repeatRows.first + 1)}:$${String(repeatRows.last + 1)}`] : []),
  ];
  const sheet = quotedSheetName(tab.name);
  const builtIn = (name: string, parts: readonly string[]): string[] => {
    if (parts.length === 0) return [];
    const text = escapeText(parts.map((range) => `${sheet}!${range}`).join(','));
    return [`<${p}definedName name="${name}" ${scope}>${text}</${p}definedName>`];
  };
  return [
    mark,
    ...builtIn(
      '_xlnm.Print_Area',
      areas.map((range) => rangeName(range, true)),
    ),
    ...builtIn('_xlnm.Print_Titles', ranges),
  ];
}

function existingNameEdits(
  xml: string,
  name: XmlElement,
  edit: WorkbookEdit,
  newIndex: (tab: number) => number | undefined,
): XmlEdit[] | 'gone' {
  const scope = attributeOf(xml, name, 'localSheetId');
  if (scope === undefined) return [];
  const tab = newIndex(Number(scope));
  if (tab === undefined) return 'gone';
  const edits = attributeEdits(xml, name, { localSheetId: String(tab) });
  const map = edit.namedRanges.get(Number(scope));
  const builtIn = attributeOf(xml, name, 'name');
  if (map === undefined) return edits;
  if (builtIn !== '_xlnm._FilterDatabase' && builtIn !== '_xlnm.Print_Area') return edits;
  const areas = mapAreas(textOf(xml, name), (range) => map(builtIn, range));
  edits.push({ start: name.tagEnd, end: name.contentEnd, text: escapeText(areas) });
  return edits;
}

/** `'A'!$A$1:$B$9,'A'!$D$1` with each range mapped; anything else stays as it is. */
function mapAreas(text: string, map: (range: CellRange) => CellRange): string {
  return splitAreas(text)
    .map((area) => {
      const bang = area.lastIndexOf('!');
      const range = parseRange(area.slice(bang + 1).trim());
      return range === undefined ? area : area.slice(0, bang + 1) + rangeName(map(range), true);
    })
    .join(',');
}

/** Splits at the commas outside quoted sheet names. */
function splitAreas(text: string): string[] {
  const areas: string[] = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "'") quoted = !quoted;
    if (character !== ',' || quoted) continue;
    areas.push(text.slice(from, at));
    from = at + 1;
  }
  areas.push(text.slice(from));
  return areas;
}
