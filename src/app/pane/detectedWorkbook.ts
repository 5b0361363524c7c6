import {
  findLayouts,
  weighLayout,
  type LayoutEvidence,
  type Problem,
  type RawWorkbook,
  type Settings,
  type SheetLayout,
} from '../../core';

/** What was recognised in a workbook before anything is analysed (SPEC 1). */
export interface DetectedWorkbook {
  /** Ledgers and customer lists; where there is no ledger, the sheet that comes closest. */
  readonly sheets: readonly DetectedSheet[];
  /** What keeps the workbook from being analysed as it is understood now. */
  readonly problem?: Problem;
}

export interface DetectedSheet {
  readonly layout: SheetLayout;
  /** For ledgers, and for what might be one. */
  readonly evidence?: LayoutEvidence;
}

/** How a workbook is understood, with the evidence; nothing is analysed. */
export function detectWorkbook(raw: RawWorkbook, mappings: Settings['mappings']): DetectedWorkbook {
  const found = findLayouts(raw, mappings);
  if (!found.ok) {
    const { problem, layouts } = found;
    const closest =
      problem.code === 'column.missing'
        ? layouts.filter(({ name, headerRow }) => name === problem.sheet && headerRow >= 0)
        : [];
    const sheets = closest.map((layout) => withEvidence(layout, new Set()));
    return { sheets, problem };
  }
  const sheets = found.layouts.flatMap((layout): DetectedSheet[] => {
    if (layout.role === 'other') return [];
    if (layout.role === 'customers') return [{ layout }];
    const ambiguous = found.warnings.flatMap((warning) =>
      warning.code === 'column.ambiguous' && warning.sheet === layout.name ? [warning.field] : [],
    );
    return [withEvidence(layout, new Set(ambiguous))];
  });
  return { sheets };

  function withEvidence(layout: SheetLayout, ambiguous: ReadonlySet<string>): DetectedSheet {
    const sheet = raw.sheets[layout.sheetIndex];
    if (sheet === undefined) return { layout };
    const chosen = { ...mappings['*'], ...mappings[layout.name], ...mappings[layout.layoutKey] };
    return { layout, evidence: weighLayout(sheet, layout, chosen, ambiguous) };
  }
}

/** True where the user should be asked before the analysis (SPEC 1). */
export function isDoubtful({ sheets }: DetectedWorkbook): boolean {
  return sheets.some(({ evidence }) => evidence?.fields.some(({ doubt }) => doubt !== undefined));
}
