/** Edits of workbook.xml: tabs that go and come, names that follow them. */
import type { CellRange } from '../../../../core';
import type { SheetMark, PrintPlan } from '../../../sheetPlan';
import { nameEdits } from './definedNames';
import { appendEdits, applyEdits, attributeEdits, removal, type XmlEdit } from './xmlEdits';
import {
  attributeOf,
  attributesOf,
  childElements,
  prefixOf,
  rootElement,
  type XmlElement,
} from './xmlTags';
import { escapeAttribute, toXstring } from './xmlText';
import type { Vocabulary } from './vocabulary';

/** A tab of ours. */
export interface NewTab {
  readonly name: string;
  readonly role: SheetMark;
  readonly relationshipId: string;
  /** Says which rows and columns are printed again on every page. */
  readonly print?: PrintPlan;
  readonly visibility?: 'hidden' | 'veryHidden';
  /** Of an untouched copy: its ledger, and what the tables there cover (`A3:H9:Name`). */
  readonly copyOf?: {
    readonly name: string;
    /** 0-based, before the edit. */
    readonly tab: number;
    readonly tables: readonly string[];
    /** Whether the workbook opened with it. */
    readonly isActive: boolean;
  };
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
  /** 0-based tab, before the edit, that becomes the active one where that one is taken out. */
  readonly activeInstead?: number;
  /** For a ledger's tab: how its filter and print area move. */
  readonly namedRanges: ReadonlyMap<number, MapNamedRange>;
  readonly vocabulary: Vocabulary;
}

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
    ...nameEdits(xml, root, edit, { newIndex, firstBackTab: edit.front.length + keptTabs }),
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
    (tab.visibility === undefined ? '' : ` state="${tab.visibility}"`) +
    ` ${idAttribute}="${escapeAttribute(tab.relationshipId)}"/>`;
  return [
    ...tabs.filter((_, tab) => edit.removedTabs.has(tab)).map(removal),
    { start: sheets.tagEnd, end: sheets.tagEnd, text: edit.front.map(tabXml).join('') },
    ...appendEdits(sheets, edit.back.map(tabXml).join('')),
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
    const instead = edit.activeInstead === undefined ? 0 : (newIndex(edit.activeInstead) ?? 0);
    const activeTab = edit.activateFirst ? 0 : (newIndex(active) ?? instead);
    const firstSheet = edit.activateFirst || first === 0 ? 0 : (newIndex(first) ?? 0);
    return attributeEdits(xml, view, {
      activeTab: activeTab === 0 ? undefined : String(activeTab),
      firstSheet: firstSheet === 0 ? undefined : String(firstSheet),
    });
  });
}
