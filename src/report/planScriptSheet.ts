import { planScripts, PRIORITIES, type CellRange, type Script } from '../core';
import type { ConditionalFormatPlan, PlanCell, PlanColumn, SheetPlan } from '../workbook/sheetPlan';
import { backLinkCell } from './customerLinks';
import { layOutLines, textCell } from './layOutTable';
import type { ReportInput } from './reportInput';
import type { ReportWords } from './reportWords';
import { FIRST_SCRIPT_ROW, SCRIPT_LINES, scriptHeadRow, type ScriptLine } from './scriptRows';
import { wrappedHeight } from './textSize';

const LABEL_WIDTH = 18;
const TEXT_WIDTH = 84;
const SIDE_WIDTH = 16;
const HEAD_POINTS = 24;
const GAP_POINTS = 10;

/**
 * 话术 (SPEC 9): one card per customer, in the order of the call list. A head with who it is, then a
 * line for each step: as wide as a portrait page, large enough to read while on the phone.
 */
export function planScriptSheet(input: ReportInput): SheetPlan {
  const { analysis, words, sheetNames, scriptSettings: settings, scriptTemplates } = input;
  const labels = words.report.scripts;
  const { scripts, left, unknownPlaceholders } = planScripts(analysis, {
    words: words.scripts,
    settings,
    ...(scriptTemplates === undefined ? {} : { templates: scriptTemplates }),
  });
  const notices = [
    ...(left === 0 ? [] : [labels.left(left)]),
    ...(unknownPlaceholders.length === 0 ? [] : [labels.unknownPlaceholders(unknownPlaceholders)]),
  ];
  const rowCount = scripts.length * SCRIPT_LINES.length;
  const topRow = (row: number): CellRange => ({
    firstRow: row,
    lastRow: row,
    firstColumn: 0,
    lastColumn: 2,
  });
  return {
    role: 'scripts',
    name: sheetNames.scripts,
    widths: [LABEL_WIDTH, TEXT_WIDTH, SIDE_WIDTH],
    frozenRows: 0,
    frozenColumns: 0,
    blocks: [
      layOutLines(0, [
        textCell(labels.title(scripts.length), 'title'),
        textCell(labels.hint, 'note'),
        textCell(notices.join('\n'), 'caution'),
      ]),
      {
        kind: 'columns',
        row: FIRST_SCRIPT_ROW,
        column: 0,
        rowCount,
        columns: planColumns(scripts, input),
      },
      { kind: 'cells', row: FIRST_SCRIPT_ROW, column: 2, cells: planSide(scripts, input) },
    ],
    tables: [],
    validations: [],
    conditionalFormats: rowCount === 0 ? [] : [planHeadLook(rowCount)],
    merges: [topRow(1), topRow(2)],
    rowHeights: new Map([
      [0, 26],
      [1, wrappedHeight([labels.hint], [LABEL_WIDTH + TEXT_WIDTH + SIDE_WIDTH])],
      [2, notices.length === 0 ? GAP_POINTS : 4 + 18 * notices.length],
      ...scriptHeights(scripts),
    ]),
    tabColor: '7F6000',
    print: { landscape: false, footer: words.report.footer(sheetNames.scripts) },
  };
}

/** The head of each card: the looks of a heading, by its place. */
function planHeadLook(rowCount: number): ConditionalFormatPlan {
  return {
    kind: 'formula',
    range: {
      firstRow: FIRST_SCRIPT_ROW,
      lastRow: FIRST_SCRIPT_ROW + rowCount - 1,
      firstColumn: 0,
      lastColumn: 2,
    },
    formula: `MOD(ROW()-${String(FIRST_SCRIPT_ROW + 1)},${String(SCRIPT_LINES.length)})=0`,
    look: { bold: true, color: 'FFFFFF', fill: '1F3864' },
  };
}

function planColumns(scripts: readonly Script[], input: ReportInput): readonly PlanColumn[] {
  const { words } = input;
  const count = SCRIPT_LINES.length;
  const labels = words.report.scripts;
  const texts =
    (textOf: (script: Script, line: ScriptLine, position: number) => string) =>
    (index: number): string => {
      const position = Math.floor(index / count);
      const script = scripts[position];
      const line = SCRIPT_LINES[index % count];
      return script === undefined || line === undefined ? '' : textOf(script, line, position);
    };
  return [
    {
      kind: 'text',
      values: texts(({ customer }, line, position) =>
        line === 'head'
          ? labels.head(position + 1, priorityOf(input, customer))
          : labelOf(line, labels),
      ),
      style: 'scriptLabel',
    },
    {
      kind: 'text',
      values: texts((script, line) =>
        line === 'head' ? headOf(script, input) : textOf(script, line),
      ),
      style: 'scriptText',
    },
  ];
}

/** Beside each script the phone, and the way back to the customer's row. */
function planSide(scripts: readonly Script[], input: ReportInput): readonly PlanCell[][] {
  const { customers } = input.analysis;
  return scripts.flatMap(({ customer }, position) =>
    SCRIPT_LINES.map((line): PlanCell[] => {
      if (line === 'step1') return [backLinkCell(input, position, input.words.report.scripts.back)];
      return [textCell(line === 'head' ? customers.detail(customer, 'phone') : '', 'scriptSide')];
    }),
  );
}

function priorityOf({ analysis }: ReportInput, customer: number): string {
  return PRIORITIES[analysis.customers.priority[customer] ?? 3] ?? 'P4';
}

/** Name, what kind of call it is, and the id where names repeat. */
function headOf(script: Script, { analysis: { customers }, words }: ReportInput): string {
  const id = customers.id(script.customer);
  const name = customers.name(script.customer);
  return [name || id, words.terms.scriptCases[script.case], ...(name === '' ? [] : [id])]
    .filter((part) => part !== '')
    .join(' · ');
}

function labelOf(
  line: Exclude<ScriptLine, 'head'>,
  labels: ReportWords['report']['scripts'],
): string {
  return line === 'gap' ? '' : labels.lines[line];
}

function textOf(script: Script, line: Exclude<ScriptLine, 'head'>): string {
  switch (line) {
    case 'weChatRequest':
      return script.weChatRequest;
    case 'firstMessage':
      return script.firstMessage;
    case 'guidance':
      return script.guidance;
    case 'gap':
      return '';
    default:
      return script.steps[Number(line.slice('step'.length)) - 1] ?? '';
  }
}

function* scriptHeights(scripts: readonly Script[]): Generator<[number, number]> {
  for (const [position, script] of scripts.entries()) {
    const head = scriptHeadRow(position);
    yield [head, HEAD_POINTS];
    for (const [at, line] of SCRIPT_LINES.entries()) {
      if (line === 'head') continue;
      const height =
        line === 'gap' ? GAP_POINTS : wrappedHeight([textOf(script, line)], [TEXT_WIDTH]);
      yield [head + at, height];
    }
  }
}
