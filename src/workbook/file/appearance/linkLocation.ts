import type { CellRange } from '../../../core';
import { parseRange } from '../ooxml/write/cellReference';

export interface SheetArea {
  readonly sheet: string;
  readonly target: CellRange;
}

const LOCATION = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/;

/** The place that a link names, `'Sheet 1'!B3`; undefined for a defined name and the like. */
export function parseLocation(text: string): SheetArea | undefined {
  const location = LOCATION.exec(text);
  const target = parseRange(location?.[3] ?? '');
  if (!location || !target) return undefined;
  return { sheet: location[1]?.replaceAll("''", "'") ?? location[2] ?? '', target };
}
