import { pathKey } from './packageEdits';
import type { WorkbookParts } from './workbookParts';

/** Kinds of parts, by folder and name, with their extensions. */
const EXTENSIONS = {
  'worksheets/sheet': 'xml',
  'tables/table': 'xml',
  'drawings/drawing': 'xml',
  'charts/chart': 'xml',
  comments: 'xml',
  'drawings/vmlDrawing': 'vml',
  'threadedComments/threadedComment': 'xml',
} as const;

export interface PartNames {
  /** Folder of the workbook part with its slash; empty for the root. */
  readonly folder: string;
  /** A free path like `xl/worksheets/sheet3.xml`, the lowest number first. */
  next(kind: keyof typeof EXTENSIONS): string;
}

/** Free names for new parts; those of removed parts are free again. */
export function createPartNames(parts: WorkbookParts, removed: ReadonlySet<string>): PartNames {
  const folder = parts.workbookPath.slice(0, parts.workbookPath.lastIndexOf('/') + 1);
  const taken = new Set(parts.names.filter((name) => !removed.has(name)).map(pathKey));
  return {
    folder,
    next(kind) {
      let number = 1;
      const path = (): string => `${folder}${kind}${String(number)}.${EXTENSIONS[kind]}`;
      while (taken.has(pathKey(path()))) number++;
      taken.add(pathKey(path()));
      return path();
    },
  };
}

/** Relationship ids that are not taken: `rId1`, `rId2` … */
export function createIds(taken: ReadonlySet<string>): () => string {
  const used = new Set(taken);
  let number = 0;
  return () => {
    do number++;
    while (used.has(`rId${String(number)}`));
    return `rId${String(number)}`;
  };
}
