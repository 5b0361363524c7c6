import { findOtherManagers, findReasons, type Analysis } from '../../src/core';
import { messages } from '../../src/messages';
import { buildAnalysis } from '../report/buildAnalysis';
import { buildWorkbook } from '../report/buildWorkbook';
import { SAMPLE_WORKBOOK } from '../report/handoverSample';

function indexOf({ customers }: Analysis, name: string): number {
  for (let index = 0; index < customers.count; index++) {
    if (customers.name(index) === name) return index;
  }
  throw new Error(`no customer ${name}`);
}

describe('Reasons of a priority (SPEC 7)', () => {
  const analysis = buildAnalysis(SAMPLE_WORKBOOK);
  const reasonsOf = (name: string) => findReasons(analysis, indexOf(analysis, name));
  const wordsOf = (name: string) => reasonsOf(name).map(messages('zh-CN').reason);

  test('the class is the better one, with the amount by which it is reached', () => {
    expect(wordsOf('王芳')[0]).toBe('A类客户（按日均）');
    expect(wordsOf('恒通商贸有限公司')[0]).toBe('A类客户（按余额）');
  });

  test('the trend comes with its amount', () => {
    expect(wordsOf('王芳')[1]).toBe('年日均比余额多 34.8万，资金流出▼');
    expect(wordsOf('恒通商贸有限公司')[1]).toBe('余额比年日均多 54万，资金增长▲');
    expect(wordsOf('孙小梅')[1]).toBe('余额与年日均接近，资金稳定━');
  });

  test('cross-ownership says with whom, and that it raised the priority', () => {
    expect(wordsOf('郑大同')).toContain('与 钱同事 业务交叉（优先级上调一级）');
  });

  test('P1 cannot be raised, so nothing says that it was', () => {
    expect(wordsOf('王芳')).toContain('存款 2025-12-03 到期，距数据日期3天');
  });

  test('a maturity says that it raised the priority where it did, and only one reason does', () => {
    const rows = [
      ['客户号', '余额', '年日均', '到期日', '客户经理'],
      ['1', 1000000, 1000000, '', '李前任'],
      ['2', 10000, 10000, '2025-12-07', '李前任'],
      ['3', 9000, 9000, '2025-12-08', '李前任'],
      ['4', 4000, 4000, '2025-11-30', '李前任'],
      ['4', 4000, 4000, '', '钱同事'],
    ];
    const small = buildAnalysis(buildWorkbook({ 明细: rows }));
    const raisedBy = (id: number) =>
      findReasons(small, id - 1).flatMap((reason) =>
        'raised' in reason && reason.raised ? [reason.code] : [],
      );
    expect(raisedBy(2)).toEqual(['maturing']);
    expect(raisedBy(3)).toEqual([]);
    expect(raisedBy(4)).toEqual(['crossOwned']);
    expect(findReasons(small, 3).map(({ code }) => code)).toContain('maturing');
  });

  test('another manager’s customer says whose it is', () => {
    const assumed = buildAnalysis(SAMPLE_WORKBOOK, { me: '', predecessors: [] });
    const reasons = findReasons(assumed, indexOf(assumed, '冯别家'));
    expect(reasons[0]).toEqual({ code: 'foreign', managers: ['钱同事'] });
  });

  test('a new customer and a missing trend are told', () => {
    expect(reasonsOf('周**')).toContainEqual({ code: 'openedThisYear' });
    const rows = [
      ['客户号', '余额'],
      ['1', 100],
    ];
    const balanceOnly = buildAnalysis(buildWorkbook({ 明细: rows }), { predecessors: [] });
    expect(findReasons(balanceOnly, 0)).toContainEqual({ code: 'noTrend' });
  });

  test('other managers are named once, acquirers included', () => {
    const rows = [
      ['客户号', '账号', '余额', '客户经理', '揽储人'],
      ['1', 'a1', 100, '李前任', '孙同事'],
      ['1', 'a2', 100, '钱同事', '钱同事'],
    ];
    const shared = buildAnalysis(buildWorkbook({ 明细: rows }));
    expect(findOtherManagers(shared, 0)).toEqual(['钱同事', '孙同事']);
  });
});
