import type { ReasonWords } from '../messages';
import { format } from './format';
import { terms } from './terms';

const RAISED = ' (priority raised one level)';

export const reasons: ReasonWords = {
  class: ({ valueClass, by }) =>
    `Class ${valueClass} (by ${by === 'balance' ? 'balance' : 'daily average'})`,
  outflow: ({ deltaFen }) =>
    `Daily average ${format.shortAmount(deltaFen)} above balance: ${terms.trends.outflow}`,
  inflow: ({ deltaFen }) =>
    `Balance ${format.shortAmount(-deltaFen)} above daily average: ${terms.trends.inflow}`,
  stable: () => `Balance close to daily average: ${terms.trends.stable}`,
  noTrend: () => 'Only one amount: no trend',
  crossOwned: ({ managers, raised }) =>
    `Shared with ${format.list(managers)}${raised ? RAISED : ''}`,
  maturing: ({ day, days, raised }) =>
    `Deposit matures ${format.day(day)}, ${dueIn(days)}${raised ? RAISED : ''}`,
  foreign: ({ managers }) =>
    managers.length === 0
      ? 'Another manager’s customer'
      : `Another manager’s customer (${format.list(managers)})`,
  openedThisYear: () => 'New customer (opened this year: the average is low)',
};

function dueIn(days: number): string {
  if (days === 0) return 'on the data date itself';
  return `${String(days)} ${days === 1 ? 'day' : 'days'} after the data date`;
}
