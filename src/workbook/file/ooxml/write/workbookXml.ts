/** Edits of workbook.xml: tabs that go and come, names that follow them. */
import type { CellRange } from '../../../../core';
import { MARK_NAME } from '../sheetMark';
import type { SheetRole } from '../../../sheetPlan';
import { parseRange, quotedSheetName, rangeName } from './cellReference';
import { appendEdits, applyEdits, attributeEdits, removal, type XmlEdit } from './xmlEdits';
import {
  attributeOf,
  attributesOf,
  childElements,
  prefixOf,
  rootElement,
  textOf,
  type XmlElement,
} from './xmlTags';
import { escapeAttribute, escapeText, toXstring } from './xmlText';
import type { Vocabulary } from './vocabulary';

/** A tab of ours. */
export interface NewTab {
  readonly name: string;
  readonly role: SheetRole;
  readonly relationshipId: string;
  /** 0-based rows printed again on every page. */
  readonly repeatRows?: { readonly first: number; readonly last: number };
}

/** What a ledger's names become: an area of its sheet, given as the ranges of a name. */
export type MapNamedRange = (
  name: '_xlnm._FilterDatabase' | '_xlnm.Print_Area',
  range: CellRange,
) => CellRange;

export interface WorkbookEdit {
  /** 0-based tabs that are taken out. */
  readonly removedTabs: ReadonlySet<number>;
  readonly front: readonly NewTab[];
  readonly back: readonly NewTab[];
  /** Whether the first tab becomes the active one. */
  readonly activateFirst: boolean;
  /** For a ledger's tab: how its filter and print area move. */
  readonly namedRanges: ReadonlyMap<number, MapNamedRange>;
  readonly vocabulary: Vocabulary;
}

/** Elements of a workbook that stand before its defined names. */
const BEFORE_NAMES = new Set(['sheets', 'functionGroups', 'externalReferences']);

export function editWorkbook(xml: string, edit: WorkbookEdit): string {
  const root = rootElement(xml);
  if (root === undefined) return xml;
  const children = childElements(xml, root);
  const find = (local: string): XmlElement | undefined =>
    children.find((child) => child.local === local);
  const sheets = find('sheets');
  if (sheets === undefined) return xml;
  const tabs = childElements(xml, sheets).filter((child) => child.local === 'sheet');
  const newIndex = (tab: number): number | undefined => {
    if (edit.removedTabs.has(tab) || tab >= tabs.length) return undefined;
    let before = 0;
    for (const removed of edit.removedTabs) if (removed < tab) before++;
    return tab - before + edit.front.length;
  };
  const keptTabs = tabs.length - edit.removedTabs.size;
  const edits = [
    ...sheetEdits(xml, root, sheets, tabs, edit),
    ...viewEdits(xml, find('bookViews'), edit, newIndex),
    ...nameEdits(xml, root, children, edit, newIndex, edit.front.length + keptTabs),
  ];
  return applyEdits(xml, edits);
}

function sheetEdits(
  xml: string,
  root: XmlElement,
  sheets: XmlElement,
  tabs: readonly XmlElement[],
  edit: WorkbookEdit,
): XmlEdit[] {
  const prefix = prefixOf(root.name);
  const kept = tabs.filter((_, tab) => !edit.removedTabs.has(tab));
  let sheetId = kept.reduce(
    (highest, tab) => Math.max(highest, Number(attributeOf(xml, tab, 'sheetId') ?? 0)),
    0,
  );
  const idAttribute = relationshipAttribute(xml, root, edit.vocabulary);
  const tabXml = (tab: NewTab): string =>
    `<${prefix}sheet name="${escapeAttribute(toXstring(tab.name))}" sheetId="${String(++sheetId)}"` +
    ` ${idAttribute}="${escapeAttribute(tab.relationshipId)}"/>`;
  return [
    ...tabs.filter((_, tab) => edit.removedTabs.has(tab)).map(removal),
    { start: sheets.tagEnd, end: sheets.tagEnd, text: edit.front.map(tabXml).join('') },
    ...appendEdits(xml, sheets, edit.back.map(tabXml).join('')),
  ];
}

/** `r:id` under the prefix that the root declares; with its own declaration where it has none. */
function relationshipAttribute(xml: string, root: XmlElement, vocabulary: Vocabulary): string {
  const declared = attributesOf(xml, root).find(
    ({ name, value }) => name.startsWith('xmlns:') && value === vocabulary.relationships,
  );
  if (declared !== undefined) return `${declared.name.slice('xmlns:'.length)}:id`;
  return `xmlns:r="${vocabulary.relationships}" r:id`;
}

function viewEdits(
  xml: string,
  views: XmlElement | undefined,
  edit: WorkbookEdit,
  newIndex: (tab: number) => number | undefined,
): XmlEdit[] {
  if (views === undefined) return [];
  return childElements(xml, views).flatMap((view) => {
    const active = Number(attributeOf(xml, view, 'activeTab') ?? 0);
    const first = Number(attributeOf(xml, view, 'firstSheet') ?? 0);
    const activeTab = edit.activateFirst ? 0 : (newIndex(active) ?? 0);
    const firstSheet = edit.activateFirst || first === 0 ? 0 : (newIndex(first) ?? 0);
    return attributeEdits(xml, view, {
      activeTab: activeTab === 0 ? undefined : String(activeTab),
      firstSheet: firstSheet === 0 ? undefined : String(firstSheet),
    });
  });
}

function nameEdits(
  xml: string,
  root: XmlElement,
  children: readonly XmlElement[],
  edit: WorkbookEdit,
  newIndex: (tab: number) => number | undefined,
  firstBackTab: number,
): XmlEdit[] {
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
      edits.push(...appendEdits(xml, names, added));
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
    `"${escapeText(tab.role)}"</${p}definedName>`;
  const { repeatRows } = tab;
  if (repeatRows === undefined) return [mark];
  const rows = `$${String(repeatRows.first + 1)}:$${String(repeatRows.last + 1)}`;
  const titles = escapeText(`${quotedSheetName(tab.name)}!${rows}`);
  return [mark, `<${p}definedName name="_xlnm.Print_Titles" ${scope}>${titles}</${p}definedName>`];
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
