import type { ExcelHost } from '../../workbook/excel/excelHost';
import { CHECKS, type Check } from './checks';

const NEWEST_SET = 20;

/** What the page knows of where it runs; none of it comes from the workbook. */
export interface Surroundings {
  readonly version: string;
  readonly platform: string;
  readonly language: string;
  readonly engine: string;
}

/**
 * What to send when something does not work: versions, sets of members, and how this Excel does
 * what is relied on. Holds nothing of the workbook: the checks run in an empty sheet of their own,
 * which is taken away again.
 */
export async function runDiagnostics(
  { Excel, Office }: ExcelHost,
  surroundings: Surroundings,
): Promise<string> {
  const { requirements } = Office.context;
  const has = (minor: number) => requirements.isSetSupported('ExcelApi', `1.${String(minor)}`);
  const sets = Array.from({ length: NEWEST_SET }, (_, at) => at + 1).filter(has);
  const lines = [
    ...Object.entries(surroundings).map(([name, value]) => `${name}: ${String(value)}`),
    `ExcelApi: 1.${String(sets.at(-1) ?? 0)}`,
  ];
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add();
      sheet.load('name');
      await context.sync();
      try {
        for (const check of CHECKS) {
          lines.push(has(check.apiSet) ? await tryCheck(check, context, sheet) : `${check.id}: —`);
        }
      } finally {
        worksheets.getItem(sheet.name).delete();
        await context.sync();
      }
    });
  } catch (error) {
    lines.push(`stopped: ${codeOf(error)}`);
  }
  return lines.join('\n');
}

/** Lines of a report that say that something is not as it should be. */
export function countTroubles(report: string): number {
  return report.split('\n').filter((line) => /: (?:DIFFERS|FAILED) |^stopped: /.test(line)).length;
}

async function tryCheck(
  check: Check,
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<string> {
  try {
    const found = JSON.stringify(await check.find(context, sheet));
    const isAsExpected = found === JSON.stringify(check.expected);
    return `${check.id}: ${isAsExpected ? 'ok' : `DIFFERS ${found}`}`;
  } catch (error) {
    return `${check.id}: FAILED ${codeOf(error)}`;
  }
}

function codeOf(error: unknown): string {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error;
  return isCoded ? String(error.code) : 'unknown';
}
