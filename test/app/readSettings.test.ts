import { completeSettings, mergeChosen, NOTHING_CHOSEN } from '../../src/app/chosenSettings';
import { describeSettings } from '../../src/app/describeSettings';
import { readSettings } from '../../src/app/readSettings';
import { DEFAULT_SETTINGS, dayOf } from '../../src/core';
import { messages } from '../../src/messages';

const WORDS = messages('zh-CN').scripts;
const STEPS = ['一{姓名}', '二', '三', '四', '五', '六', '七[{地标}]'];
const FULL = {
  basis: 'dailyAverage',
  asOf: '2025-11-30',
  me: '张三',
  predecessors: ['李四'],
  stableFloor: 1234.56,
  keepOriginal: false,
  mappings: { 明细: { balance: 'G' } },
  scripts: {
    branch: '城东支行',
    move: 'promotion',
    veryLarge: 1_000_000,
    templates: { outflow: { steps: STEPS, guidance: '慢慢说，{you}' } },
  },
};

describe('readSettings', () => {
  test('reads amounts in yuan, days as dates, and the scripts’ own settings', () => {
    expect(readSettings(FULL, WORDS)).toEqual({
      ok: true,
      value: {
        settings: {
          basis: 'dailyAverage',
          asOf: dayOf(2025, 11, 30),
          me: '张三',
          predecessors: ['李四'],
          stableFloorFen: 123456,
          keepOriginal: false,
          mappings: { 明细: { balance: 'G' } },
        },
        scriptSettings: { branch: '城东支行', move: 'promotion', veryLargeFen: 100_000_000 },
        scriptTemplates: { outflow: { steps: STEPS, guidance: '慢慢说，{you}' } },
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
    [{ scripts: { templates: { farewell: {} } } }, 'scripts.templates.farewell'],
    [{ scripts: { templates: { outflow: { steps: ['一'] } } } }, 'scripts.templates.outflow.steps'],
    [
      { scripts: { templates: { outflow: { guidance: 7 } } } },
      'scripts.templates.outflow.guidance',
    ],
    [{ __proto__: null, constructor: 1 }, 'constructor'],
    [[], ''],
    [null, ''],
  ])('%j is refused at %j', (source, key) => {
    expect(readSettings(source, WORDS)).toEqual({ ok: false, fault: { key } });
  });

  test.each([
    [{ templates: { outflow: { guidance: '到{网店}来' } } }, 'scripts.templates.outflow.guidance'],
    [
      { templates: { inflow: { steps: [...STEPS.slice(0, 6), '[{网店}见]'] } } },
      'scripts.templates.inflow.steps[7]',
    ],
    [{ activity: '在{网店}喝茶' }, 'scripts.activity'],
  ])('%j names the placeholder that means nothing', (scripts, key) => {
    const result = readSettings({ scripts }, WORDS);
    expect(result).toMatchObject({ ok: false, fault: { key, placeholder: { unknown: '网店' } } });
  });

  test('what is written is read as the same settings', () => {
    const result = readSettings(FULL, WORDS);
    if (!result.ok) throw new Error(result.fault.key);
    const written: unknown = JSON.parse(JSON.stringify(describeSettings(result.value)));
    expect(written).toEqual(FULL);
    expect(readSettings(written, WORDS)).toEqual(result);
  });

  test('later layers come before earlier ones and the defaults', () => {
    const chosen = mergeChosen(
      {
        ...NOTHING_CHOSEN,
        settings: { classAShare: 0.7, me: 'a', mappings: { 一: { balance: 'B' } } },
        scriptTemplates: { outflow: { guidance: 'a', firstMessage: 'a' } },
      },
      {
        ...NOTHING_CHOSEN,
        settings: { me: 'b', mappings: { 二: { balance: 'C' } } },
        scriptTemplates: { outflow: { guidance: 'b' } },
      },
    );
    expect(completeSettings(45991, chosen).settings).toEqual({
      ...DEFAULT_SETTINGS,
      today: 45991,
      classAShare: 0.7,
      me: 'b',
      mappings: { 一: { balance: 'B' }, 二: { balance: 'C' } },
    });
    expect(chosen.scriptTemplates).toEqual({ outflow: { guidance: 'b', firstMessage: 'a' } });
  });
});
