import { readHeader } from '../../../src/core/columns/readHeader';

/** Headers that public bank software uses. */
const FIELD_HEADERS = {
  customerId: '客户编号 客户号 客户ID 核心客户号',
  customerName: '客户名称 户名 账户名称 客户简称',
  customerType: '客户类型 客户种类 公私标志',
  accountNo: '账号 主账号 卡号 账户 对公客户账号',
  product:
    '产品名称 产品信息 存款类型 存款种类 储种 储种名称 账户类型 账户性质 存款分类 存期 定活标志',
  manager: '管户客户经理 管户人 管户人姓名 客户经理 客户经理名称 客户经理姓名 主办客户经理 维护人',
  managerCode: '客户经理编号 客户经理ID 管户人工号 柜员编号 员工号',
  acquirer: '揽储人 吸存人姓名 账户吸存人 营销人 拓展人姓名 营销人名称一 营销人名称一十二 营销人2',
  acquirerCode: '吸存号 营销人编号',
  managerShare: '管户比例(%) 管户比例 分配比例 业绩占比 分成比例 占比(%)',
  acquirerShare: '拓展比例（%）',
  branch: '机构名称 开户网点名称 开立网点 开户机构名称 所属机构 所属分行 管户机构 主办机构',
  openDate: '开户日期 最早开户日期 起息日 起息日期',
  maturityDate: '到期日 到期日期',
  rate: '利率（%） 执行利率(%) 执行利率',
  idNo: '证件号码 身份证号',
  phone: '联系方式 联系电话 手机号',
  status: '账户状态 开销户状态',
  currency: '币种',
  dataDate: '数据日期 年日均最新日期',
} as const;

const each = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).flatMap(([name, words]) =>
    words.split(' ').map((word): [string, string] => [word, name]),
  );

describe('the vocabulary of public bank software (SPEC 1)', () => {
  test.each(each(FIELD_HEADERS))('%s is %s', (header, field) => {
    expect(readHeader(header).field).toBe(field);
  });

  test.each(
    each({
      balance:
        '余额 存款余额 账户余额 客户余额 本日余额 当前余额（折人民币） 时点存款 期末存款余额 存款-本期 折算后存款余额',
      dailyAverage:
        '本年日均 本年日均余额 年日均 年日均余额 年日均存款余额 账户年日均余额 当年日均余额 存款本年日均 ' +
        '存款年日平 存款年日平余额 客户年日平余额 年日平余额',
    }),
  )('%s is this year’s %s', (header, measure) => {
    const { amount } = readHeader(header);
    expect(amount).toMatchObject({ measure, deposit: true });
    expect(amount?.period).not.toBe('other');
  });

  test.each(
    (
      '本月日均 月日均余额 账户月日均余额 月存款日平余额 本季日均 近六个月日均余额 上年日均余额 ' +
      '(年初)存款年日平 存量存款年日平 存款上月日均 时点存款比昨日 年日均存款比年初'
    ).split(' '),
  )('%s is of another period', (header) => {
    expect(readHeader(header).amount?.period).toBe('other');
  });

  test.each(
    '存款-比上月 月累计转入 协办客户经理 对应贷款管户人 机构编号 销户日期 证件类型'.split(' '),
  )('%s is no field', (header) => {
    const { field, amount } = readHeader(header);
    expect([field, amount]).toEqual([undefined, undefined]);
  });
});
