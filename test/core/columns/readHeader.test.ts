import { readHeader, readJoinedHeader } from '../../../src/core/columns/readHeader';

describe('headers by their text (SPEC 1)', () => {
  test.each([
    ['客户号', 'customerId'],
    ['CIF号', 'customerId'],
    ['核心客户号', 'customerId'],
    ['客 户 编 号', 'customerId'],
    ['户名', 'customerName'],
    ['客户姓名', 'customerName'],
    ['卡号/账号', 'accountNo'],
    ['卡号／账号', 'accountNo'],
    ['帐号', 'accountNo'],
    ['主账号', 'accountNo'],
    ['管户客户经理', 'manager'],
    ['归属客户经理', 'manager'],
    ['客户经理姓名', 'manager'],
    ['管户人', 'manager'],
    ['客户经理编号', 'managerCode'],
    ['客户经理工号', 'managerCode'],
    ['管户人工号', 'managerCode'],
    ['揽储人', 'acquirer'],
    ['营销人一', 'acquirer'],
    ['营销人名称十二', 'acquirer'],
    ['吸存人姓名', 'acquirer'],
    ['拓展人', 'acquirer'],
    ['业绩占比', 'managerShare'],
    ['占比(%)', 'managerShare'],
    ['管户比例（%）', 'managerShare'],
    ['储种', 'product'],
    ['定活标志', 'product'],
    ['起息日', 'openDate'],
    ['到期日期', 'maturityDate'],
    ['账户状态', 'status'],
    ['币种', 'currency'],
    ['序号', 'sequence'],
    ['No.', 'sequence'],
    ['手机号码', 'phone'],
    ['身份证号', 'idNo'],
    ['出生日期', 'birthDate'],
    ['利率（%）', 'rate'],
  ])('%s is %s', (text, field) => {
    expect(readHeader(text).field).toBe(field);
  });

  test.each([
    ['本年余额', 'balance', 'year'],
    ['余额', 'balance', 'bare'],
    ['余额(万元)', 'balance', 'bare'],
    ['当前余额（折人民币）', 'balance', 'year'],
    ['时点余额', 'balance', 'year'],
    ['存款余额', 'balance', 'bare'],
    ['期末余额', 'balance', 'year'],
    ['本日余额', 'balance', 'year'],
    ['年日均', 'dailyAverage', 'year'],
    ['年日均存款余额', 'dailyAverage', 'year'],
    ['存款年日平余额', 'dailyAverage', 'year'],
    ['当年日均余额', 'dailyAverage', 'year'],
    ['日均余额', 'dailyAverage', 'bare'],
    ['上年余额', 'balance', 'other'],
    ['上年末余额', 'balance', 'other'],
    ['上年日均', 'dailyAverage', 'other'],
    ['本月日均余额', 'dailyAverage', 'other'],
    ['月日均', 'dailyAverage', 'other'],
    ['季日均余额', 'dailyAverage', 'other'],
    ['近三个月日均余额', 'dailyAverage', 'other'],
    ['年日均较年初', 'dailyAverage', 'other'],
    ['余额比上日', 'balance', 'other'],
    ['Balance', 'balance', 'bare'],
    ['Current Balance (CNY)', 'balance', 'year'],
    ['Average Daily Balance', 'dailyAverage', 'bare'],
    ['Average Daily Balance YTD', 'dailyAverage', 'year'],
    ['YTD Avg. Balance', 'dailyAverage', 'year'],
    ['Daily average', 'dailyAverage', 'bare'],
  ])('%s is a %s of period %s', (text, measure, period) => {
    expect(readHeader(text).amount).toMatchObject({ measure, period, deposit: true });
  });

  test.each(['贷款余额', '贷款年日平', '年日均贷款余额', '理财余额'])(
    '%s is no deposit',
    (text) => {
      expect(readHeader(text).amount?.deposit).toBe(false);
    },
  );

  test.each(['Average', 'Monthly average balance', 'Last year balance', 'Loan balance'])(
    '%s is none of this year’s deposits',
    (text) => {
      expect(readHeader(text).amount).toBeUndefined();
    },
  );

  test('a unit in brackets is read and dropped', () => {
    expect(readHeader('余额(万元)').unit).toBe(4);
    expect(readHeader('本年日均（单位：元）').unit).toBe(0);
    expect(readHeader('余额').unit).toBeUndefined();
  });

  test('a foreign currency is told', () => {
    expect(readHeader('余额(美元)').foreign).toBe(true);
    expect(readHeader('美元余额').foreign).toBe(true);
  });
});

describe('headers of two rows (SPEC 1: the two texts are joined, in either order)', () => {
  test.each([
    ['余额', '本年', 'balance', 'year'],
    ['余额', '上年', 'balance', 'other'],
    ['本年', '日均', 'dailyAverage', 'year'],
    ['日均', '本月', 'dailyAverage', 'other'],
    ['存款', '余额', 'balance', 'bare'],
  ])('%s over %s', (top, bottom, measure, period) => {
    expect(readJoinedHeader(top, bottom).amount).toMatchObject({ measure, period });
  });

  test('a loan group makes a balance a loan', () => {
    expect(readJoinedHeader('贷款', '余额').amount?.deposit).toBe(false);
  });

  test.each([
    ['账户信息', '账号', 'accountNo'],
    ['客户信息', '客户号', 'customerId'],
    ['揽储人信息', '姓名', 'acquirer'],
    ['揽储人信息', '柜员编号', 'acquirerCode'],
    ['客户号', '', 'customerId'],
    ['', '客户号', 'customerId'],
  ])('%s over %s is %s', (top, bottom, field) => {
    expect(readJoinedHeader(top, bottom).field).toBe(field);
  });
});
