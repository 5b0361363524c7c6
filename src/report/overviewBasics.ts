import type { PlanCell } from '../workbook/sheetPlan';
import { textCell } from './layOutTable';
import type { ReportInput } from './reportInput';

/** Where the data date stands on the overview: other sheets count days from it. */
export const DATA_DATE_CELL = '$B$3';

/** Title, where to go, and what was analysed when for whom: the overview's first rows. */
export function planBasics({ analysis, words, sheetNames }: ReportInput): PlanCell[][] {
  const { settings, managers, ownNamed, dataDate, basis, workbookName } = analysis;
  const labels = words.report.overview.basics;
  const row = (label: string, value: PlanCell): PlanCell[] => [textCell(label, 'label'), value];
  const own = managers.filter((manager) => manager.own).map(({ name, code }) => name || code);
  return [
    [textCell(words.report.overview.title, 'title')],
    [
      textCell(words.report.overview.goTo, 'subtitle'),
      ...[
        sheetNames.customers,
        sheetNames.scripts,
        sheetNames.crossOwnership,
        sheetNames.maturities,
        sheetNames.setAside,
      ].map((sheet): PlanCell => ({ value: sheet, style: 'link', link: { sheet, cell: 'A1' } })),
    ],
    row(labels.dataDate, { value: dataDate, style: 'date' }),
    row(labels.source, textCell(workbookName, 'text')),
    row(labels.me, textCell(settings.me ?? labels.notNamed, 'text')),
    row(
      labels.predecessors,
      textCell(words.format.list(settings.predecessors) || labels.notNamed, 'text'),
    ),
    row(
      labels.ownSide,
      textCell(
        words.format.list(own) + (ownNamed || own.length === 0 ? '' : labels.assumed),
        'text',
      ),
    ),
    row(labels.basis, textCell(words.terms.bases[basis], 'text')),
  ];
}
