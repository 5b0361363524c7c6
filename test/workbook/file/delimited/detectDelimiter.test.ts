import { detectDelimiter } from '../../../../src/workbook/file/delimited/detectDelimiter';

function delimiterOf(text: string): string {
  return String.fromCharCode(detectDelimiter(new TextEncoder().encode(text)).delimiter);
}

test.each([
  [',', '客户号,姓名,余额\n1,张三,2\n2,李四,3\n'],
  ['\t', '客户号\t姓名\t余额\n1\t张三\t2\n'],
  [';', '客户号;姓名;余额\n1;张三;2\n'],
  ['|', '客户号|姓名|余额|\n1|张三|2|\n'],
  ['^', '客户号^姓名^余额\n1^张三^2\n'],
  ['\u001f', '客户号\u001f姓名\n1\u001f张三\n'],
  ['\u0001', '客户号\u0001姓名\n1\u0001张三\n'],
])('%j is told from the lines', (delimiter, text) => {
  expect(delimiterOf(text)).toBe(delimiter);
});

test('title lines without a delimiter do not matter', () => {
  expect(
    delimiterOf('城东支行个人存款明细\n单位：元; 日期: 2025-11-30\na,b,c\n1,2,3\n4,5,6\n'),
  ).toBe(',');
});

test('commas that group thousands are no delimiters, however regular', () => {
  const row = '0012\t1,234,567.00\t2,345,678.00\n';
  expect(delimiterOf(`客户号\t余额\t日均\n${row.repeat(20)}`)).toBe('\t');
});

test('decimal commas are no delimiters', () => {
  expect(delimiterOf(`Kunde;Saldo;Schnitt\n${'1;1234,5;2345,6\n'.repeat(20)}`)).toBe(';');
});

test('tabs that keep Excel from reading numbers are no delimiters', () => {
  const row = '1,\t0012345678,张三,\t6222021234567890123,1.00\n';
  expect(delimiterOf(`序号,客户号,姓名,账号,余额\n${row.repeat(20)}`)).toBe(',');
});

test('characters inside quotes do not count', () => {
  const row = '"a;b;c;d";"x,y,z,1,2,3"\n';
  expect(delimiterOf(`h;i\n${row.repeat(20)}`)).toBe(';');
});

test('a stray quote does not hide the lines behind it', () => {
  const rows = 'a|b|c|d\n'.repeat(2000);
  expect(delimiterOf(`客户|"姓名|余额|日均\n${rows}`)).toBe('|');
});

test('one column is split nowhere', () => {
  expect(delimiterOf('客户号\n1\n2\n')).toBe(',');
});

test.each(['sep=;\na,b', 'sep=;\r\na,b', '"sep=;"\na,b', 'SEP=;\na,b'])(
  'sep= decides and is skipped: %j',
  (text) => {
    const { delimiter, skip } = detectDelimiter(new TextEncoder().encode(text));
    expect(delimiter).toBe(';'.charCodeAt(0));
    expect(text.slice(skip)).toBe('a,b');
  },
);
