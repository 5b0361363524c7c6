import { NOTHING_CHOSEN, type ChosenSettings } from '../../../src/app/chosenSettings';
import { draftOf, readDraft } from '../../../src/app/pane/settingsDraft';
import { messages } from '../../../src/messages';

const words = messages('zh-CN').scripts;

test('what is chosen survives the way through the fields', () => {
  const chosen: ChosenSettings = {
    settings: {
      me: '陈新任',
      predecessors: ['李前任(0101)'],
      classAShare: 0.7,
      stableFloorFen: 2_000_50,
      mappings: { abc: { balance: 'C' } },
    },
    scriptSettings: { branch: '城东支行', tie: 'colleague', veryLargeFen: 1_000_000_00 },
    scriptTemplates: { general: { weChatRequest: '{称呼}{你}好，我是{我}' } },
  };
  expect(readDraft(draftOf(chosen), chosen, words)).toEqual({ ok: true, value: chosen });
});

test('untouched fields choose nothing: defaults stay defaults', () => {
  expect(readDraft(draftOf(NOTHING_CHOSEN), NOTHING_CHOSEN, words)).toEqual({
    ok: true,
    value: NOTHING_CHOSEN,
  });
});

test('percent and full-width figures are read as people write them', () => {
  const draft = draftOf(NOTHING_CHOSEN);
  const numbers = { ...draft.numbers, classAShare: '７５％', stableCap: '60,000' };
  const read = readDraft({ ...draft, numbers }, NOTHING_CHOSEN, words);
  expect(read.ok && read.value.settings).toEqual({ classAShare: 0.75, stableCapFen: 60_000_00 });
});

test.each([
  ['classAShare', { classAShare: '180' }],
  ['stableFloor', { stableFloor: '很多' }],
  ['reminderDays', { reminderDays: '' }],
])('a number that does not fit names its field: %s', (key, change) => {
  const draft = draftOf(NOTHING_CHOSEN);
  const numbers = { ...draft.numbers, ...change };
  expect(readDraft({ ...draft, numbers }, NOTHING_CHOSEN, words)).toMatchObject({
    ok: false,
    fault: { key },
  });
});

test('a placeholder that means nothing is named', () => {
  const draft = { ...draftOf(NOTHING_CHOSEN), activity: '来领{礼物}' };
  expect(readDraft(draft, NOTHING_CHOSEN, words)).toMatchObject({
    ok: false,
    fault: { placeholder: { unknown: '礼物' } },
  });
});
