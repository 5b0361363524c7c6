/** The conditional formats of the columns added to a ledger, among those the sheet has. */
import type { LedgerPlan } from '../../../sheetPlan';
import { parseRange } from './cellReference';
import { BARS_URI, barsExtension, conditionalXml } from './conditionalFormats';
import type { CellContext } from './planCells';
import { TAIL_ORDER } from './tailOrder';
import { appendEdits, applyEdits, removal, type XmlEdit } from './xmlEdits';
import {
  attributeOf,
  childElements,
  elementsBetween,
  findElements,
  textOf,
  type XmlElement,
} from './xmlTags';

/** Elements up to conditional formats: what is added goes after the last of them. */
const BEFORE = new Set(TAIL_ORDER.slice(0, TAIL_ORDER.indexOf('dataValidations')));

/**
 * The tail without the conditional formats that lie in the added columns alone: they are those of
 * an earlier run, and what stands in these columns is replaced.
 */
export function withoutAddedConditions(tail: string, plan: LedgerPlan): string {
  const from = tail.indexOf('>') + 1;
  const gone = elementsBetween(tail, from, tail.length).flatMap((element): XmlElement[] => {
    if (element.local === 'conditionalFormatting') {
      return liesInAdded(attributeOf(tail, element, 'sqref') ?? '', plan) ? [element] : [];
    }
    if (element.local !== 'extLst') return [];
    return childElements(tail, element).flatMap((extension) => goneBars(tail, extension, plan));
  });
  return applyEdits(tail, gone.map(removal));
}

/** The bars of an extension, or the whole of it where no other is left. */
function goneBars(tail: string, extension: XmlElement, plan: LedgerPlan): XmlElement[] {
  if (attributeOf(tail, extension, 'uri') !== BARS_URI) return [];
  const bars = findElements(tail, 'conditionalFormatting', extension.tagEnd, extension.contentEnd);
  const gone = bars.filter((bar) => {
    const sqref = findElements(tail, 'sqref', bar.tagEnd, bar.contentEnd)[0];
    return sqref !== undefined && liesInAdded(textOf(tail, sqref), plan);
  });
  return gone.length === bars.length && gone.length > 0 ? [extension] : gone;
}

function liesInAdded(sqref: string, plan: LedgerPlan): boolean {
  const ranges = sqref.trim().split(/\s+/).map(parseRange);
  const last = plan.firstAddedColumn + plan.added.length - 1;
  return ranges.every(
    (range) =>
      range !== undefined &&
      range.firstRow >= plan.headerRow &&
      range.firstColumn >= plan.firstAddedColumn &&
      range.lastColumn <= last,
  );
}

/** The tail with the plan's conditional formats, ranked after all that are there. */
export function withConditions(tail: string, plan: LedgerPlan, context: CellContext): string {
  const { conditionalFormats = [] } = plan;
  if (conditionalFormats.length === 0) return tail;
  const { prefix } = context;
  const rank = findElements(tail, 'cfRule', 0, tail.length).reduce(
    (highest, rule) => Math.max(highest, Number(attributeOf(tail, rule, 'priority') ?? 0)),
    0,
  );
  const { rules, bars } = conditionalXml(conditionalFormats, context, rank);
  const from = tail.indexOf('>') + 1;
  const elements = elementsBetween(tail, from, tail.length);
  const at = elements.filter(({ local }) => BEFORE.has(local)).at(-1)?.end ?? from;
  const edits = [{ start: at, end: at, text: rules }, ...barEdits(tail, elements, prefix, bars)];
  return applyEdits(tail, edits);
}

function barEdits(
  tail: string,
  elements: readonly XmlElement[],
  prefix: string,
  bars: string,
): XmlEdit[] {
  if (bars === '') return [];
  const list = elements.find(({ local }) => local === 'extLst');
  if (list === undefined) {
    const at = elements.at(-1)?.end ?? tail.indexOf('>') + 1;
    const text = `<${prefix}extLst>${barsExtension(prefix, bars)}</${prefix}extLst>`;
    return [{ start: at, end: at, text }];
  }
  const extension = childElements(tail, list).find(
    (child) => attributeOf(tail, child, 'uri') === BARS_URI,
  );
  const existing = extension && childElements(tail, extension)[0];
  return existing === undefined
    ? appendEdits(list, barsExtension(prefix, bars))
    : appendEdits(existing, bars);
}
