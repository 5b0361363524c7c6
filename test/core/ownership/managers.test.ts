import fc from 'fast-check';
import { parseManagers } from '../../../src/core/ownership/parseManagers';
import { resolveManagers } from '../../../src/core/ownership/resolveManagers';
import { splitAmount } from '../../../src/core/ownership/splitAmount';
import { proposeExchanges } from '../../../src/core/ownership/proposeExchanges';

const named = (name: string, code = '', share?: number) => ({ name, code, share });

describe('parseManagers (SPEC 2, Managers)', () => {
  test.each([
    ['张三', [named('张三')]],
    ['张 三', [named('张三')]],
    ['张三(01234)', [named('张三', '01234')]],
    ['张三（01234）', [named('张三', '01234')]],
    ['01234-张三', [named('张三', '01234')]],
    ['01234 张三', [named('张三', '01234')]],
    ['张三-01234', [named('张三', '01234')]],
    ['01234', [named('', '01234')]],
    ['张三/李四', [named('张三'), named('李四')]],
    ['张三、李四；王五', [named('张三'), named('李四'), named('王五')]],
    ['张三|李四+王五&赵六', [named('张三'), named('李四'), named('王五'), named('赵六')]],
    ['张三60%;李四40%', [named('张三', '', 0.6), named('李四', '', 0.4)]],
    ['张三(60%)，李四(40%)', [named('张三', '', 0.6), named('李四', '', 0.4)]],
    ['01234-张三:60', [named('张三', '01234', 0.6)]],
    ['01234-张三:60/05678-李四:40', [named('张三', '01234', 0.6), named('李四', '05678', 0.4)]],
    ['张三:0.7；李四:0.3', [named('张三', '', 0.7), named('李四', '', 0.3)]],
    ['-', []],
    ['无', []],
    ['', []],
  ])('%j', (text, managers) => {
    expect(parseManagers(text)).toEqual(managers);
  });
});

describe('resolveManagers (SPEC 2: the same if codes agree, or, where either has none, names)', () => {
  const resolve = (...cells: string[]) => resolveManagers(cells.map(parseManagers));

  test('a name without code is the one with a code', () => {
    const directory = resolve('张三(01234)', '张三');
    expect(directory.managers).toEqual([{ name: '张三', code: '01234' }]);
    expect(directory.cells[1]).toEqual(directory.cells[0]);
  });

  test('namesakes with different codes are two', () => {
    const directory = resolve('张三(01)', '张三(02)');
    expect(directory.managers).toHaveLength(2);
    expect(directory.ambiguousNames).toEqual(['张三']);
  });

  test('codes are compared without leading zeros', () => {
    expect(resolve('张三(01234)', '1234').managers).toHaveLength(1);
  });

  test('a user finds a manager by name, by code and by both', () => {
    const directory = resolve('张三(01234)', '李四');
    expect(directory.find('张三')).toEqual([0]);
    expect(directory.find('01234')).toEqual([0]);
    expect(directory.find('01234-张三')).toEqual([0]);
    expect(directory.find('李四')).toEqual([1]);
    expect(directory.find('王五')).toEqual([]);
  });
});

describe('splitAmount (SPEC 2: to the fen, exactly the whole)', () => {
  test('parts sum to the whole and differ from their share by less than a fen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }),
        (fen, weights) => {
          const parts = splitAmount(fen, weights);
          const sum = weights.reduce((total, weight) => total + weight, 0);
          expect(parts.reduce((total, part) => total + part, 0)).toBe(fen);
          parts.forEach((part, i) => {
            expect(Math.abs(part - (fen * (weights[i] ?? 0)) / sum)).toBeLessThanOrEqual(1.001);
          });
        },
      ),
    );
  });

  test('the odd fen goes to the first of equals', () => {
    expect(splitAmount(101, [1, 1])).toEqual([51, 50]);
    expect(splitAmount(-101, [1, 1])).toEqual([-51, -50]);
  });
});

describe('proposeExchanges (SPEC 8: values as equal as possible)', () => {
  const offer = (customer: number, fen: number) => ({ manager: 7, customer, fen });

  test('the sum of differences is least over all pairings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 4 }),
        (gives, gets) => {
          const pairs = proposeExchanges(
            gives.map((fen, i) => offer(i, fen)),
            gets.map((fen, i) => offer(100 + i, fen)),
          );
          const cost = pairs.reduce((sum, p) => sum + Math.abs(p.giveFen - p.getFen), 0);
          expect(pairs).toHaveLength(Math.min(gives.length, gets.length));
          expect(cost).toBe(leastCost(gives, gets));
          expect(new Set(pairs.map((p) => p.get)).size).toBe(pairs.length);
          expect(new Set(pairs.map((p) => p.give)).size).toBe(pairs.length);
        },
      ),
    );
  });

  test('customers are exchanged with one manager only among his own', () => {
    expect(proposeExchanges([offer(1, 5)], [{ manager: 8, customer: 2, fen: 5 }])).toEqual([]);
  });
});

/** Tries every pairing of the shorter list's values with different ones of the longer list. */
function leastCost(a: readonly number[], b: readonly number[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const [first, ...rest] = few;
  if (first === undefined) return 0;
  const costs = many.map((value, i) => {
    const others = many.filter((_, j) => j !== i);
    return Math.abs(first - value) + leastCost(rest, others);
  });
  return Math.min(...costs);
}
