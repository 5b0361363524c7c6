import { PRIORITIES, TRENDS } from '../core';
import type { PlanCell } from '../workbook/sheetPlan';
import { customerColumnLetter, customerRows, type CustomerColumn } from './customerColumns';
import { topFifthFormula, topShareFormula } from './paretoFormulas';
import { findSharedParts } from './sharedParts';
import { textCell } from './layOutTable';
import { CARDS, widthOf, type OverviewGrid, type Span } from './overviewGrid';
import type { ReportInput } from './reportInput';
import { quoteText, rangeReference } from './sheetReference';
import { sumGroup } from './sumGroup';
import { wrappedHeight } from './textSize';

/** Where the data date stands on the overview: other sheets count days from it. */
export const DATA_DATE_CELL = '$F$3';

/** Title, and who took over what from whom and when: the overview's first rows. */
export function addFacts(
  grid: OverviewGrid,
  { analysis, words }: Pick<ReportInput, 'analysis' | 'words'>,
): void {
  const { settings, managers, ownNamed, dataDate, workbookName } = analysis;
  const labels = words.report.overview.facts;
  const own = managers.filter((manager) => manager.own).map(({ name, code }) => name || code);
  const ownSide = words.format.list(own) + (ownNamed || own.length === 0 ? '' : labels.assumed);
  const facts: readonly (readonly [label: string, value: PlanCell])[] = [
    [labels.me, textCell(settings.me ?? labels.notNamed, 'fact')],
    [
      labels.predecessors,
      textCell(words.format.list(settings.predecessors) || labels.notNamed, 'fact'),
    ],
    [labels.dataDate, { value: dataDate, style: 'factDate' }],
    [labels.ownSide, textCell(ownSide || labels.notNamed, 'fact')],
    [labels.source, textCell(workbookName, 'fact')],
  ];
  grid.add([[textCell(words.report.overview.title, 'title'), 11]], 30);
  grid.add(onCards(facts.map(([label]) => textCell(label, 'factLabel'))), 15);
  grid.add(
    onCards(facts.map(([, value]) => value)),
    heightOnCards(facts.map(([, { value }]) => (typeof value === 'string' ? value : ''))),
  );
}

/** The five figures that matter, live, each on a card with what belongs to it. */
export function addFigureCards(
  grid: OverviewGrid,
  input: ReportInput,
  maturing: Uint32Array,
): void {
  const { analysis, words } = input;
  const { totals, pareto, settings, customers, hasDelta, hasBalance } = analysis;
  const { format, terms } = words;
  const labels = words.report.overview.cards;
  const range = (column: CustomerColumn): string =>
    rangeReference(
      input.sheetNames.customers,
      customerColumnLetter(column),
      customerRows(analysis),
    );
  const countOf = (column: 'priority' | 'trend', index: number): number =>
    sumGroup(analysis, (customer) => customers[column][customer] === index).count;
  const shown = hasBalance ? 'balance' : 'dailyAverage';
  const [shownFen, otherFen] = hasBalance
    ? [totals.balanceFen, totals.dailyAverageFen]
    : [totals.dailyAverageFen, totals.balanceFen];
  const [outflow, inflow] = TRENDS.map((_, index) =>
    sumGroup(analysis, (customer) => customers.trend[customer] === index),
  );
  const maturingFen = maturing.reduce(
    (sum, row) => sum + (analysis.ledger.balanceFen[row] ?? 0),
    0,
  );
  const maturingNote = labels.maturing(maturing.length, settings.reminderDays);
  const cards: readonly (readonly [label: string, figure: PlanCell, note: string])[] = [
    [
      labels.customers,
      { value: totals.customers, formula: `COUNTA(${range('priority')})`, style: 'figure' },
      labels.customersNote(totals.accounts, findSharedParts(analysis).customers),
    ],
    [
      words.report.customers.columns[shown],
      shortFigure(words, `SUM(${range(shown)})`, shownFen),
      hasDelta ? labels.otherAmount(terms.bases.dailyAverage, otherFen) : '',
    ],
    [
      labels.top20,
      {
        value: format.share(pareto.top20Share),
        formula: `TEXT(${topShareFormula(input, topFifthFormula(input))},"0.0%")`,
        style: 'figure',
      },
      labels.customersFor80(pareto.customersFor80, settings.classAShare),
    ],
    hasDelta
      ? [
          labels.outflow,
          shortFigure(
            words,
            `SUMIF(${range('trend')},${quoteText(terms.trends.outflow)},${range('delta')})`,
            (outflow?.delta ?? 0) * 100,
          ),
          labels.trends(outflow?.count ?? 0, inflow?.count ?? 0, -(inflow?.delta ?? 0) * 100),
        ]
      : [labels.maturingTitle, textCell(format.shortAmount(maturingFen), 'figure'), maturingNote],
    [
      labels.today,
      {
        value: countOf('priority', PRIORITIES.indexOf('P1')),
        formula: `COUNTIF(${range('priority')},"P1")`,
        style: 'figure',
      },
      [labels.thisWeek(countOf('priority', PRIORITIES.indexOf('P2'))), maturingNote].join(
        labels.separator,
      ),
    ],
  ];
  grid.add(onCards(cards.map(([label]) => textCell(label, 'figureLabel'))), 18);
  grid.add(onCards(cards.map(([, figure]) => figure)), 30);
  const notes = cards.map(([, , note]) => note);
  grid.add(onCards(notes.map((note) => textCell(note, 'figureNote'))), heightOnCards(notes));
}

/** A sum in 万 or 亿, as a text that follows its cells. */
function shortFigure({ format }: ReportInput['words'], sum: string, fen: number): PlanCell {
  const { yuan, suffix } = format.unit(fen);
  const value = format.amount(Math.round(fen / yuan)) + suffix;
  return { value, formula: `TEXT(${sum}/${String(yuan)},"#,##0.00")&"${suffix}"`, style: 'figure' };
}

function onCards(cells: readonly PlanCell[]): Span[] {
  return cells.map((cell, index): Span => [cell, CARDS[index]?.[1] ?? 1]);
}

function heightOnCards(texts: readonly string[]): number {
  return wrappedHeight(
    texts,
    CARDS.map(([first, columns]) => widthOf(first, columns)),
  );
}
