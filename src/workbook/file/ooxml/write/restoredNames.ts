/** The names of a workbook as before the first run. */
import { parseWorkbookPart } from '../workbookPart';
import { ACTIVE_NAME, TABLE_NAME, withSheetRenamed } from './definedNames';
import type { CopyOfLedger } from './restoreXlsx';
import type { KnownTable } from './tableParts';
import { applyEdits, attributeEdits, appendEdits, removal, type XmlEdit } from './xmlEdits';
import {
  attributeOf,
  childElements,
  findChild,
  rootElement,
  textOf,
  type XmlElement,
} from './xmlTags';
import { escapeText } from './xmlText';

/** Names that an analysis changes and that follow the sheet's content. */
const FOLLOWING = new Set(['_xlnm._FilterDatabase', '_xlnm.Print_Area']);
const OURS = /^HANDOVER_/i;

export interface RestoredNames {
  /** workbook.xml; all tabs are still there. */
  readonly xml: string;
  /** By tab of a copy: what its ledger's tables covered. */
  readonly tables: ReadonlyMap<number, readonly KnownTable[]>;
  /** 0-based tab to open with where that of now goes away. */
  readonly activeTab: number | undefined;
}

export function restoreNames(workbookXml: string, pairs: readonly CopyOfLedger[]): RestoredNames {
  const root = rootElement(workbookXml);
  const list = root && findChild(workbookXml, root, 'definedNames');
  const names = list === undefined ? [] : childElements(workbookXml, list);
  const ofTab = (tab: number): XmlElement[] =>
    names.filter((name) => attributeOf(workbookXml, name, 'localSheetId') === String(tab));
  const { definedNames } = parseWorkbookPart(workbookXml, 'workbook');
  const edits: XmlEdit[] = [];
  const added: string[] = [];
  for (const { copy, ledger } of pairs) {
    if (ledger === undefined) {
      edits.push(...revivedEdits(workbookXml, copy, ofTab(copy.tab)));
      continue;
    }
    const own = ofTab(ledger.tab).filter((name) => isFollowing(workbookXml, name));
    edits.push(...own.map(removal));
    for (const name of ofTab(copy.tab)) {
      if (isFollowing(workbookXml, name)) {
        const scope = { localSheetId: String(ledger.tab) };
        added.push(renamed(workbookXml, name, { from: copy.name, to: ledger.name, scope }));
      }
    }
  }
  if (list !== undefined) edits.push(...appendEdits(list, added.join('')));
  const tables = new Map(
    pairs.map(({ copy }) => [
      copy.tab,
      definedNames
        .filter(({ tab, name }) => tab === copy.tab && name.toUpperCase().startsWith(TABLE_NAME))
        .flatMap(({ value }) => parseTable(value)),
    ]),
  );
  const active = pairs.find(({ copy }) =>
    definedNames.some(({ tab, name }) => tab === copy.tab && name.toUpperCase() === ACTIVE_NAME),
  );
  const first = active ?? pairs[0];
  return {
    xml: applyEdits(workbookXml, edits),
    tables,
    activeTab: (first?.ledger ?? first?.copy)?.tab,
  };
}

function isFollowing(xml: string, name: XmlElement): boolean {
  return FOLLOWING.has(attributeOf(xml, name, 'name') ?? '');
}

/** A copy whose ledger is gone takes its place: its name, visible, without marks of ours. */
function revivedEdits(
  xml: string,
  copy: CopyOfLedger['copy'],
  names: readonly XmlElement[],
): XmlEdit[] {
  const name = copy.copyOf ?? copy.name;
  const root = rootElement(xml);
  const sheets = root && findChild(xml, root, 'sheets');
  const tab = sheets && childElements(xml, sheets)[copy.tab];
  return [
    ...(tab === undefined ? [] : attributeEdits(xml, tab, { name, state: undefined })),
    ...names.map((item) =>
      OURS.test(attributeOf(xml, item, 'name') ?? '')
        ? removal(item)
        : {
            start: item.start,
            end: item.end,
            text: renamed(xml, item, { from: copy.name, to: name, scope: {} }),
          },
    ),
  ];
}

function renamed(
  xml: string,
  name: XmlElement,
  change: {
    readonly from: string;
    readonly to: string;
    readonly scope: Readonly<Record<string, string>>;
  },
): string {
  const source = xml.slice(name.start, name.end);
  const element = rootElement(source);
  if (element === undefined) return source;
  const formula = withSheetRenamed(textOf(source, element), change.from, change.to);
  return applyEdits(source, [
    ...attributeEdits(source, element, change.scope),
    { start: element.tagEnd, end: element.contentEnd, text: escapeText(formula) },
  ]);
}

/** `A4:F20:NAME`, or `A4:F21+1:NAME` with a row of totals. */
function parseTable(value: string): KnownTable[] {
  const match = /^=?"([A-Z]+\d+:[A-Z]+\d+)(?:\+(\d+))?:(.*)"$/s.exec(value.trim());
  if (match === null) return [];
  const [, ref = '', totalsRows = '0', name = ''] = match;
  return [{ ref, totalsRows: Number(totalsRows), name: name.replaceAll('""', '"') }];
}
