import { columnLetter, type CellRange } from '../../../../core';
import {
  LEDGER_NAME,
  LEDGER_TEXT_NAME,
  MARK_NAME,
  sheetMarkFormula,
  textFormula,
} from '../../../sheetMark';
import { parseRange, quotedSheetName, rangeName } from './cellReference';
import type { NewTab, WorkbookEdit } from './workbookXml';
import { appendEdits, applyEdits, attributeEdits, removal, type XmlEdit } from './xmlEdits';
import {
  attributeOf,
  childElements,
  prefixOf,
  rootElement,
  textOf,
  type XmlElement,
} from './xmlTags';
import { escapeText } from './xmlText';

/** Before the number of a hidden name, in the scope of a copy, that tells of a ledger's table. */
export const TABLE_NAME = 'HANDOVER_TABLE_';
/** The hidden name, in the scope of a copy, that says that the workbook opened with its ledger. */
export const ACTIVE_NAME = 'HANDOVER_ACTIVE';
/** Longest text in a formula. */
const TEXT_LIMIT = 255;

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
    ...edit.back.flatMap((tab, i) => sharedNames(xml, children, tab, firstBackTab + i)),
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
  if (tab.copyOf !== undefined) return [mark, ...copyNames(tab.copyOf, scope, p)];
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

/** By which a copy knows its ledger, and what the ledger's tables covered. */
function copyNames(copyOf: NonNullable<NewTab['copyOf']>, scope: string, prefix: string): string[] {
  const hidden = (name: string, formula: string): string =>
    `<${prefix}definedName name="${name}" ${scope} hidden="1">` +
    `${escapeText(formula)}</${prefix}definedName>`;
  return [
    hidden(LEDGER_NAME, `${quotedSheetName(copyOf.name)}!$A$1`),
    hidden(LEDGER_TEXT_NAME, textFormula(copyOf.name)),
    ...(copyOf.isActive ? [hidden(ACTIVE_NAME, 'TRUE')] : []),
    ...copyOf.tables.map((table, i) =>
      hidden(`${TABLE_NAME}${String(i + 1)}`, textFormula(table.slice(0, TEXT_LIMIT))),
    ),
  ];
}

/** The names in the scope of a ledger once more in that of its copy, for the copy's cells. */
function sharedNames(
  xml: string,
  children: readonly XmlElement[],
  tab: NewTab,
  index: number,
): string[] {
  const { copyOf } = tab;
  const names = children.find((child) => child.local === 'definedNames');
  if (copyOf === undefined || names === undefined) return [];
  return childElements(xml, names).flatMap((name) => {
    if (attributeOf(xml, name, 'localSheetId') !== String(copyOf.tab)) return [];
    const formula = withSheetRenamed(textOf(xml, name), copyOf.name, tab.name);
    const source = xml.slice(name.start, name.end);
    const copy = rootElement(source);
    if (copy === undefined) return [];
    return [
      applyEdits(source, [
        ...attributeEdits(source, copy, { localSheetId: String(index) }),
        { start: copy.tagEnd, end: copy.contentEnd, text: escapeText(formula) },
      ]),
    ];
  });
}

/** A formula that speaks of sheet `to` where it spoke of `from`. */
export function withSheetRenamed(formula: string, from: string, to: string): string {
  const wanted = `${quotedSheetName(to)}!`;
  return formula
    .replaceAll(`${quotedSheetName(from)}!`, () => wanted)
    .replace(
      /(^|[(,:+\-*/=<>&^\s])([^'!"(),:+\-*/=<>&^\s[\]]+)!/g,
      (whole, before: string, name: string) => (name === from ? before + wanted : whole),
    );
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
