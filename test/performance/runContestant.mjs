import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

const LONGEST_RUN_MS = 20 * 60 * 1000;

/**
 * Runs a contestant in a fresh process. It yields what the contestant printed as its last line
 * (`seconds`, `peakMiB`, sums) with `processSeconds` around it, or `{ problem }`.
 *
 * A program that prints no figures itself (`peakFile` given) is measured from outside.
 */
export async function runContestant({ command, args, env, peakFile }) {
  const start = process.hrtime.bigint();
  const { code, stdout, stderr } = await run(command, args, env);
  const processSeconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (code !== 0) return { problem: firstLine(stderr) || `exit code ${code}` };
  if (peakFile !== undefined) {
    const peakMiB = Number(readFileSync(peakFile, 'utf8'));
    rmSync(peakFile);
    return { seconds: processSeconds, processSeconds, peakMiB };
  }
  const printed = stdout.trimEnd().split('\n').at(-1) ?? '';
  return { processSeconds, ...JSON.parse(printed) };
}

function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      timeout: LONGEST_RUN_MS,
      env: { ...process.env, ...env },
    });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => (texts[name] += text));
    }
    child.on('error', (error) => resolve({ code: -1, stdout: '', stderr: error.message }));
    child.on('close', (code) => resolve({ code, ...texts }));
  });
}

function firstLine(stderr) {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1);
}
