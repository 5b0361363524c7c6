import { completeSettings, readSettings } from '../../src/app/readSettings';
import { DEFAULT_SETTINGS, dayOf } from '../../src/core';

describe('readSettings', () => {
  test('reads amounts in yuan, days as dates, and the scripts’ own settings', () => {
    const result = readSettings({
      basis: 'dailyAverage',
      asOf: '2025-11-30',
      me: '张三',
      predecessors: ['李四'],
      stableFloor: 1234.56,
      mappings: { 明细: { balance: 'G' } },
      scripts: { branch: '城东支行', move: 'promotion', veryLarge: 1_000_000 },
    });
    expect(result).toEqual({
      ok: true,
      value: {
        settings: {
          basis: 'dailyAverage',
          asOf: dayOf(2025, 11, 30),
          me: '张三',
          predecessors: ['李四'],
          stableFloorFen: 123456,
          mappings: { 明细: { balance: 'G' } },
        },
        scriptSettings: { branch: '城东支行', move: 'promotion', veryLargeFen: 100_000_000 },
      },
    });
  });

  test.each([
    [{ basis: 'both' }, 'basis'],
    [{ classAShare: 80 }, 'classAShare'],
    [{ unknown: 1 }, 'unknown'],
    [{ asOf: '2025-13-01' }, 'asOf'],
    [{ mappings: { 明细: { balance: 7 } } }, 'mappings'],
    [{ scripts: { move: 'resignation' } }, 'scripts.move'],
    [{ scripts: 5 }, 'scripts'],
    [{ __proto__: null, constructor: 1 }, 'constructor'],
    [[], ''],
    [null, ''],
  ])('%j is refused at %j', (source, key) => {
    expect(readSettings(source)).toEqual({ ok: false, key });
  });

  test('later layers come before earlier ones and the defaults', () => {
    const settings = completeSettings(45991, { classAShare: 0.7, me: 'a' }, { me: 'b' });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, today: 45991, classAShare: 0.7, me: 'b' });
  });
});
