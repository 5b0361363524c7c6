import fc from 'fast-check';
import { orderByAmount } from '../../../src/core/ranking/orderByAmount';

const fen = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -20, max: 20 }) },
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -0, 1, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
);

/** Enough members for the sort by bits. */
const many = fc.array(fen, { minLength: 512, maxLength: 900, size: 'max' });
const few = fc.array(fen, { maxLength: 20 });

test('falls by amount and then by the ties, as a comparing sort does', () => {
  let largest = 0;
  fc.assert(
    fc.property(fc.oneof(many, few), (amounts) => {
      largest = Math.max(largest, amounts.length);
      const amount = Float64Array.from(amounts);
      const members = Uint32Array.from(amounts.keys());
      const compareTies = (a: number, b: number) => (a % 7) - (b % 7) || b - a;
      const expected = [...members].sort(
        (a, b) => (amount[b] ?? 0) - (amount[a] ?? 0) || compareTies(a, b),
      );
      expect([...orderByAmount(members, amount, compareTies)]).toEqual(expected);
    }),
  );
  expect(largest).toBeGreaterThanOrEqual(512);
});

test('orders some of the amounts', () => {
  const amount = Float64Array.from({ length: 2000 }, (_, i) => (i * 7919) % 1009);
  const members = Uint32Array.from({ length: 1000 }, (_, i) => 2 * i);
  const expected = [...members].sort((a, b) => (amount[b] ?? 0) - (amount[a] ?? 0) || a - b);
  expect([...orderByAmount(members, amount, (a, b) => a - b)]).toEqual(expected);
});
