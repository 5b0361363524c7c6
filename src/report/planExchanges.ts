import type { CellsBlock, PlanCell } from '../workbook/sheetPlan';
import { layOutLines, textCell } from './layOutTable';
import type { ReportInput } from './reportInput';
import type { ExchangeColumn } from './reportWords';

const COLUMNS: readonly ExchangeColumn[] = [
  'manager',
  'give',
  'giveName',
  'giveAmount',
  'get',
  'getName',
  'getAmount',
  'difference',
];

/** The exchanges that could be offered to each other manager (SPEC 8), from the 0-based `row` on. */
export function planExchanges(
  { analysis, words }: ReportInput,
  row: number,
): {
  readonly blocks: readonly CellsBlock[];
  readonly headerRow: number;
  readonly nextRow: number;
} {
  const { customers, managers } = analysis;
  const labels = words.report.crossOwnership;
  const headerRow = row + 2;
  const cells = analysis
    .exchanges()
    .map(({ manager, give, get, giveFen, getFen }, index): PlanCell[] => {
      const at = String(headerRow + 2 + index);
      const other = managers[manager];
      return [
        textCell(
          other === undefined ? words.terms.unnamedManager : other.name || other.code,
          'text',
        ),
        textCell(customers.id(give), 'text'),
        textCell(customers.name(give), 'text'),
        { value: giveFen / 100, style: 'amount' },
        // Centred: an amount stands at its left.
        textCell(customers.id(get), 'center'),
        textCell(customers.name(get), 'text'),
        { value: getFen / 100, style: 'amount' },
        { value: (getFen - giveFen) / 100, formula: `ROUND(G${at}-D${at},2)`, style: 'amount' },
      ];
    });
  return {
    blocks: [
      layOutLines(row, [
        textCell(labels.exchanges, 'heading'),
        textCell(cells.length === 0 ? labels.noExchanges : labels.exchangesHint, 'subtitle'),
      ]),
      {
        kind: 'cells',
        row: headerRow,
        column: 0,
        cells: [COLUMNS.map((key) => textCell(labels.exchangeColumns[key], 'header')), ...cells],
      },
    ],
    headerRow,
    nextRow: headerRow + 1 + cells.length,
  };
}
