import type { ReasonWords } from '../messages';
import { format } from './format';
import { terms } from './terms';

const RAISED = '（优先级上调一级）';

export const reasons: ReasonWords = {
  class: ({ valueClass, by }) => `${valueClass}类客户（按${by === 'balance' ? '余额' : '日均'}）`,
  outflow: ({ deltaFen }) =>
    `年日均比余额多 ${format.shortAmount(deltaFen)}，资金${terms.trends.outflow}`,
  inflow: ({ deltaFen }) =>
    `余额比年日均多 ${format.shortAmount(-deltaFen)}，资金${terms.trends.inflow}`,
  stable: () => `余额与年日均接近，资金${terms.trends.stable}`,
  noTrend: () => '只有一种金额，不判断资金趋势',
  crossOwned: ({ managers, raised }) =>
    `与 ${format.list(managers)} 业务交叉${raised ? RAISED : ''}`,
  maturing: ({ day, days, raised }) =>
    `存款 ${format.day(day)} 到期，${dueIn(days)}${raised ? RAISED : ''}`,
  foreign: ({ managers }) =>
    managers.length === 0 ? '他人客户' : `他人客户（${format.list(managers)}）`,
  openedThisYear: () => '新户（今年开户，日均偏低）',
};

function dueIn(days: number): string {
  return days === 0 ? '就在数据日期当天' : `距数据日期${String(days)}天`;
}
