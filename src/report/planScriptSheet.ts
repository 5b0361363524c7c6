import { PRIORITIES, planScripts, type Script } from '../core';
import type { SheetPlan, StyleName } from '../workbook/sheetPlan';
import { layOutLines, layOutTable, planTable, textCell, type TableColumn } from './layOutTable';
import type { ReportInput } from './reportInput';
import type { ScriptColumn } from './reportWords';
import { wrappedHeight } from './textSize';

const FIRST_COLUMNS: readonly (readonly [ScriptColumn, number])[] = [
  ['order', 6],
  ['priority', 8],
  ['name', 12],
  ['phone', 14],
  ['case', 10],
];
const STEP_WIDTH = 25;
const GUIDANCE_WIDTH = 40;

/** 话术: one call per row, in the order of the call list (SPEC 9). */
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
  const lines = [
    textCell(labels.title(scripts.length), 'title'),
    textCell(labels.hint, 'subtitle'),
    ...notices.map((notice) => textCell(notice, 'caution')),
  ];
  const headerRow = lines.length;
  const columns = planColumns(scripts, input);
  return {
    role: 'scripts',
    name: sheetNames.scripts,
    widths: columns.map(({ width }) => width),
    frozenRows: headerRow + 1,
    frozenColumns: 3,
    blocks: [layOutLines(0, lines), ...layOutTable(headerRow, scripts.length, columns)],
    tables: planTable('HandoverScripts', {
      row: headerRow,
      rowCount: scripts.length,
      headers: columns.map(({ header }) => header),
    }),
    validations: [],
    merges: notices.map((_, index) => ({
      firstRow: index + 2,
      lastRow: index + 2,
      firstColumn: 0,
      lastColumn: FIRST_COLUMNS.length + 2,
    })),
    rowHeights: new Map([[0, 26], ...scriptHeights(scripts, headerRow)]),
    tabColor: '7F6000',
    print: {
      landscape: true,
      pagesWide: 2,
      repeatRows: { first: headerRow, last: headerRow },
      repeatColumns: { first: 0, last: 2 },
    },
  };
}

function planColumns(
  scripts: readonly Script[],
  { analysis: { customers }, words }: ReportInput,
): readonly TableColumn[] {
  const labels = words.report.scripts.columns;
  const column = (
    key: ScriptColumn,
    width: number,
    value: (script: Script, index: number) => string,
    style: StyleName = 'wrapped',
  ): TableColumn => ({
    header: labels[key],
    width,
    column: { kind: 'text', values: scripts.map(value), style },
  });
  const first: Readonly<Partial<Record<ScriptColumn, (script: Script) => string>>> = {
    priority: ({ customer }) => PRIORITIES[customers.priority[customer] ?? 3] ?? 'P4',
    name: ({ customer }) => customers.name(customer) || customers.id(customer),
    phone: ({ customer }) => customers.detail(customer, 'phone'),
    case: (script) => words.terms.scriptCases[script.case],
  };
  const order: TableColumn = {
    header: labels.order,
    width: 6,
    column: { kind: 'number', values: scripts.map((_, index) => index + 1), style: 'integer' },
  };
  return [
    order,
    ...FIRST_COLUMNS.slice(1).map(([key, width]) =>
      column(key, width, (script) => first[key]?.(script) ?? '', 'center'),
    ),
    ...STEP_KEYS.map((key, step) => column(key, STEP_WIDTH, ({ steps }) => steps[step] ?? '')),
    column('weChatRequest', STEP_WIDTH, ({ weChatRequest }) => weChatRequest),
    column('firstMessage', STEP_WIDTH, ({ firstMessage }) => firstMessage),
    column('guidance', GUIDANCE_WIDTH, ({ guidance }) => guidance),
  ];
}

const STEP_KEYS = [
  'step1',
  'step2',
  'step3',
  'step4',
  'step5',
  'step6',
  'step7',
] as const satisfies readonly ScriptColumn[];

function scriptHeights(scripts: readonly Script[], headerRow: number): [number, number][] {
  const widths = [...Array<number>(9).fill(STEP_WIDTH), GUIDANCE_WIDTH];
  return scripts.map(({ steps, weChatRequest, firstMessage, guidance }, index) => [
    headerRow + 1 + index,
    wrappedHeight([...steps, weChatRequest, firstMessage, guidance], widths),
  ]);
}
