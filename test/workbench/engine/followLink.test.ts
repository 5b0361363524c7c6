import { NOTHING_CHOSEN } from '../../../src/app/chosenSettings';
import { createEngine } from '../../../src/workbench/engine/createEngine';
import { evaluateFormula } from '../../../src/workbench/engine/links/evaluateFormula';

const LEDGER = `客户号,客户名称,账号,产品名称,本年余额,本年日均,客户经理
001,赵一,6001,活期,300000,100000,江桐
002,钱二,6002,活期,200000,200000,江桐
003,孙三,6003,定期一年,100000,300000,江桐
`;

test('links of the written sheets lead to and fro, and a cell without one nowhere', async () => {
  const engine = createEngine();
  await engine.open([{ name: '存款.csv', file: new Blob([LEDGER]) }]);
  await engine.startAnalysis('zh-CN');
  const request = {
    today: 45_992,
    chosen: NOTHING_CHOSEN,
    language: 'zh-CN',
  } as const;
  expect((await engine.analyze(request)).ok).toBe(true);
  await engine.write(null);
  const to = async (sheet: string, row: number, column: number) => {
    const area = await engine.followLink({ sheet, row, column });
    return area && [area.sheet, area.target.firstRow + 1, area.target.firstColumn];
  };
  expect(await to('客户汇总', 3, 5)).toEqual(['话术', 4, 0]);
  expect(await to('客户汇总', 4, 5)).toEqual(['话术', 16, 0]);
  expect(await to('话术', 16, 2)).toEqual(['客户汇总', 5, 3]);
  expect(await to('客户汇总', 3, 3)).toBeNull();
});

test.each([
  [`HYPERLINK("#'话术'!A"&(12*B2-8),"话术 ›")`, "#'话术'!A16"],
  [`HYPERLINK("#'名''单'!D"&(3+MATCH(B2,'名''单'!$A$1:$A$9,0)),"x")`, "#'名''单'!D8"],
  [`IF(B2<=1,HYPERLINK("#'a'!A1","x"),"")`, ''],
  [`HYPERLINK("#'a'!A"&MATCH(77,名单!A1:A9,0),"x")`, undefined],
  ['SUM(A1:A9)', undefined],
  ['1+', undefined],
])('%s', (formula, value) => {
  // B2 is 2, which stands in A5 of the other sheet.
  const columnA = [9, 8, 7, 6, 2, 4, 3, 1, 5];
  const valueAt = (sheet: string | undefined, row: number, column: number) =>
    column === 1 ? 2 : sheet === undefined ? undefined : columnA[row];
  expect(evaluateFormula(formula, valueAt)).toBe(value);
});
