import type { XmlToken } from './xmlTokens';

/** What is taken out of one part because something that it leads to is left out. */
export interface PartCuts {
  /** Whether an element goes, with all that is in it. */
  removes(token: XmlToken): boolean;
  /** Whether an attribute goes. */
  clears(element: string, name: string, value: string): boolean;
}

const PREFIXED_ID = /\s[^\s=:]+:(?:id|embed|link|pict|relid|dm|lo|qs|cs)\s*=\s*["']([^"']*)["']/g;
/** Values that another workbook had. */
const CACHES = new Set(['sheetDataSet', 'values']);
/** Elements that stand for a slicer, a time line or a data model. */
const LEFTOVERS = new Set([
  'slicer',
  'timeslicer',
  'slicerList',
  'slicerCaches',
  'timelineRefs',
  'timelineCacheRefs',
  'timelineCachePivotCaches',
  'dataModel',
  'connection',
]);
const QUERY_ATTRIBUTES = new Set(['tableType', 'connectionId', 'queryTableFieldId']);

/** The cuts of a part whose relationships `ids` are gone. */
export function createPartCuts(ids: ReadonlySet<string>, isExternalLink: boolean): PartCuts {
  return {
    removes({ raw, name }) {
      if (name === 'oleObjects' || (isExternalLink && CACHES.has(name))) return true;
      if (ids.size === 0 || name === 'pageSetup') return false;
      for (const match of raw.matchAll(PREFIXED_ID)) if (ids.has(match[1] ?? '')) return true;
      return false;
    },
    clears: (element, name, value) =>
      (element.startsWith('table') && QUERY_ATTRIBUTES.has(name)) ||
      (element === 'pageSetup' && name === 'id' && ids.has(value)),
  };
}

export function isSlicer({ name }: XmlToken): boolean {
  return LEFTOVERS.has(name);
}
