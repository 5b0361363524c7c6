import type { Messages } from '../../messages';
import { CHECKS, type CheckName } from './checks';
import { openScratch, type ProbeRoot, type Scratch } from './scratch';

export interface Finding {
  readonly name: CheckName;
  readonly state: keyof Messages['probe']['states'];
  /** What was found, in the host's own terms. */
  readonly detail: string;
}

/** Tries one check after the other in a workbook of its own, which is closed unsaved. */
export async function runProbe(
  root: ProbeRoot,
  onFinding: (finding: Finding) => void,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const keep = (finding: Finding): void => {
    findings.push(finding);
    onFinding(finding);
  };
  let scratch: Scratch;
  try {
    scratch = openScratch(root);
    keep({ name: 'workbook', state: 'pass', detail: scratch.book.Name });
  } catch (error) {
    keep({ name: 'workbook', state: 'fail', detail: String(error) });
    return findings;
  }
  try {
    for (const { name, run, isOptional = false } of CHECKS) {
      keep({ name, ...(await tryCheck(() => run(scratch), isOptional)) });
      // The page draws what was found before the next check holds it up.
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
    }
  } finally {
    scratch.close();
  }
  return findings;
}

async function tryCheck(
  run: () => string | Promise<string>,
  isOptional: boolean,
): Promise<Omit<Finding, 'name'>> {
  try {
    return { state: 'pass', detail: await run() };
  } catch (error) {
    return { state: isOptional ? 'optional' : 'fail', detail: String(error) };
  }
}

/** The findings as text to send on. */
export function describeFindings(findings: readonly Finding[], words: Messages['probe']): string {
  const lines = findings.map(
    ({ name, state, detail }) => `[${words.states[state]}] ${words.checks[name]}：${detail}`,
  );
  return [words.title, countFindings(findings, words), ...lines, ...words.manual].join('\n');
}

export function countFindings(findings: readonly Finding[], words: Messages['probe']): string {
  const failed = findings.filter(({ state }) => state === 'fail').length;
  return words.summary(findings.length - failed, failed);
}
