import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKS } from '../../src/excel/diagnostics/checks';

const ROOT = path.join(__dirname, '../..');
const LIST = readFileSync(path.join(ROOT, 'test/hosts/excel/assumptions.md'), 'utf8');
const ROWS = LIST.split('\n').flatMap((line) => {
  const [, number, behaviour, ground] = line.split('|').map((cell) => cell.trim());
  return number !== undefined && /^\d+$/.test(number) ? [{ number, behaviour, ground }] : [];
});

test('the assumptions are numbered one by one, each with its ground', () => {
  expect(ROWS.map(({ number }) => number)).toEqual(ROWS.map((_, at) => String(at + 1)));
  expect(ROWS.every(({ behaviour = '', ground = '' }) => behaviour !== '' && ground !== '')).toBe(
    true,
  );
});

test('every check that a real Excel is asked for stands for an assumption of the list', () => {
  const numbers = new Set(ROWS.map(({ number }) => number));
  const asked = CHECKS.map(({ id }) => id.split(' ')[0] ?? '');
  expect(asked.filter((number) => !numbers.has(number))).toEqual([]);
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
});
