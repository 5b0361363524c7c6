import { countDue, nextToCall, progressOn, withOutcome } from '../../../src/app/pane/callStep';
import { viewSample } from './samplePane';

const { customers } = viewSample();
const connected = '已接通';
const phone = { round: 'phone', connected } as const;
const weChat = { round: 'weChat', connected } as const;

test('the phone round asks for the first whose call has no result', () => {
  expect(nextToCall(customers, new Map(), { ...phone, after: -1 })).toBe(0);
  const called = withOutcome(new Map(), customers, { position: 0, change: { callResult: '未接' } });
  expect(nextToCall(customers, called, { ...phone, after: -1 })).toBe(1);
  expect(countDue(customers, called, phone)).toBe(customers.count - 1);
});

test('the WeChat round asks for those who answered and have no WeChat state', () => {
  let outcomes = withOutcome(new Map(), customers, { position: 1, change: { callResult: '未接' } });
  expect(nextToCall(customers, outcomes, { ...weChat, after: -1 })).toBeUndefined();
  outcomes = withOutcome(outcomes, customers, { position: 2, change: { callResult: connected } });
  expect(nextToCall(customers, outcomes, { ...weChat, after: -1 })).toBe(2);
  outcomes = withOutcome(outcomes, customers, { position: 2, change: { weChat: '已添加' } });
  expect(countDue(customers, outcomes, weChat)).toBe(0);
});

test('nobody is next after the last', () => {
  const after = customers.count - 1;
  expect(nextToCall(customers, new Map(), { ...phone, after })).toBeUndefined();
});

test('a new day begins at no calls', () => {
  expect(progressOn(46000, { day: 46000, done: 7 }).done).toBe(7);
  expect(progressOn(46001, { day: 46000, done: 7 })).toEqual({ day: 46001, done: 0 });
});
