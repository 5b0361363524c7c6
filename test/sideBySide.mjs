/**
 * Runs shell commands at the same time and prints what each wrote when it has ended. The first that
 * fails ends the others: node test/sideBySide.mjs COMMAND COMMAND …
 */
import { spawn } from 'node:child_process';

const ABORTED = 'SIGTERM';
const running = new Set();
const codes = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = codes.find((code) => code !== 0) ?? 0;

function run(command) {
  return new Promise((resolve) => {
    // A group of its own: what the shell has started ends with it.
    const child = spawn(command, { shell: true, detached: process.platform !== 'win32' });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('close', (code, signal) => {
      running.delete(child);
      if (signal !== ABORTED) process.stdout.write(`> ${command}\n${output}`);
      if (code !== 0) running.forEach(end);
      resolve(code ?? 1);
    });
  });
}

function end(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, ABORTED);
  } catch {
    // It has ended by itself.
  }
}
