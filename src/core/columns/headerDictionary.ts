import type { Field } from './fields';

/**
 * Normalised headers by field, best first (SPEC 1; public bank software's vocabulary). Balance and
 * daily average are not listed: they are read word by word in `amountHeader.ts`.
 */
const SYNONYMS: Readonly<Partial<Record<Field, string>>> = {
  customerId:
    '客户号 客户编号 客户代码 核心客户号 核心客户编号 核心客户代码 cif cif号 cifno 客户cif 客户cif号 客户id 客户内码 客户标识 客户码 客户编码 客户识别号 客户识别码 客户号码 ecif ecif号 ecif客户号 行内客户号 行内客户编号 个人客户号 个人客户编号 对公客户号 对公客户编号 统一客户号 客户管理号 customerid customerno customernumber custid custno cifnumber clientid clientno',
  customerName:
    '客户名称 客户姓名 姓名 户名 账户名称 账户户名 客户名 存款人名称 存款人姓名 存款人 储户姓名 储户名称 账户名 存款户名 客户全称 客户中文名称 中文名称 客户简称 名称 单位名称 企业名称 公司名称 customername name clientname accountname',
  accountNo:
    '账号 账户 主账号 卡号 存款账号 账户号 账户号码 账户编号 账号卡号 卡号账号 卡账号 账卡号 客户账号 个人客户账号 对公客户账号 存款账户 存款账户号 存款账户账号 账户账号 结算账号 结算账户 核心账号 客户账户 银行账号 存折号 存单号 存单账号 卡折号 介质号 一本通账号 借记卡号 银行卡号 账号号码 accountno account accountnumber cardno',
  product:
    '产品名称 产品 储种 存款种类 账户类型 业务品种 定活标志 储种名称 存款品种 存款类型 存款产品 产品信息 产品种类 产品类型 产品类别 存款产品名称 存款类别 账户性质 存款分类 存款性质 业务种类 业务类型 业务品种名称 品种 品种名称 定活期标志 定活类型 定期活期标志 定活期 活定期标志 储蓄种类 储蓄品种 产品大类 产品小类 账户种类 科目名称 存期 product producttype productname',
  openDate:
    '开户日期 开户日 开户时间 账户开户日期 账户开立日期 开立日期 开立日 起息日 起息日期 起存日期 起存日 存入日期 存入日 存款日期 最早开户日期 opendate openingdate valuedate startdate',
  maturityDate:
    '到期日 到期日期 到期时间 存款到期日 存款到期日期 账户到期日 账户到期日期 产品到期日 产品到期日期 存单到期日 到期 止息日 止息日期 maturitydate maturity duedate enddate',
  branch:
    '开户机构 开户网点 网点名称 开户机构名称 开户网点名称 机构名称 开户行 开户行名称 开户支行 开户支行名称 网点 支行 支行名称 所属网点 所属支行 所属机构 所属机构名称 开立网点 开立机构 营业网点 营业机构 管户机构 管户机构名称 归属机构 归属网点 归属支行 经办机构 经办网点 核算机构 核算机构名称 所属分行 主办机构 机构 行名 分支机构 branch branchname',
  phone:
    '手机号 手机号码 手机 联系电话 联系方式 电话 电话号码 移动电话 客户手机号 客户手机号码 客户手机 客户电话 联系手机 联系手机号 预留手机号 预留手机 预留电话 手机电话 联系号码 客户联系电话 客户联系方式 phone mobile phonenumber tel telephone',
  idNo: '证件号码 证件号 身份证号 身份证号码 身份证 证件编号 客户证件号码 客户证件号 有效证件号码 统一社会信用代码 idno idnumber',
  birthDate: '出生日期 生日 出生年月日 出生年月 出生日 birthdate birthday dateofbirth',
  gender: '性别 客户性别 gender sex',
  address:
    '地址 联系地址 家庭地址 家庭住址 住址 通讯地址 通信地址 居住地址 现住址 客户地址 address',
  employer: '工作单位 工作单位名称 就职单位 任职单位 所在单位 单位 代发单位 employer company',
  customerType: '客户类型 客户种类 客户类别 公私标志 对公对私标志 客户性质 customertype',
  status:
    '账户状态 状态 开销户状态 账户状态名称 存款状态 客户账户状态 账户状况 销户标志 账户状态描述 status accountstatus',
  rate: '利率 执行利率 年利率 存款利率 挂牌利率 rate interestrate',
  currency:
    '币种 币别 货币 货币种类 币种名称 货币名称 货币代码 币种代码 币制 账户币种 currency ccy',
  dataDate:
    '数据日期 统计日期 截止日期 报表日期 年日均最新日期 数据截止日期 余额日期 日期 datadate',
  sequence: '序号 no 行号 项次 顺序号 序列 序列号 序 # 行次 seq index 排序 serialno',
};

/** Words that name the role of the person in a column, with or without 姓名/名称 or a number behind. */
const MANAGER_STEMS =
  '管户客户经理 管户经理 管户人 管户员 管户人员 管户员工 客户经理 主办客户经理 主办经理 主管客户经理 维护客户经理 维护经理 维护人 维护人员 归属客户经理 归属经理 归属人 归属员工 所属客户经理 所属经理 管护客户经理 管护经理 管护人 管理客户经理 业绩归属人 存款归属人 业绩归属客户经理 理财经理 责任客户经理 责任人 现管户人 现客户经理 relationshipmanager rm manager accountmanager';
const ACQUIRER_STEMS =
  '揽储人 揽储人员 揽储员工 揽储客户经理 揽存人 揽存人员 营销人 营销人员 营销员工 营销客户经理 营销经理 吸存人 吸储人 账户吸存人 拓展人 拓展人员 拓展客户经理 拓户人 开发人 推荐人 acquirer';
const NAME_SUFFIX = /(?:姓名|名称|名|name)$/;
const CODE_SUFFIX = /(?:编号|编码|代码|工号|员工号|柜员号|柜员编号|员工编号|号码|号|id|code|no)$/;
const NUMBER_SUFFIX = /(?:[一二三四五六七八九十]{1,3}|\d{1,2})$/;
const MANAGER_CODES = new Set('员工号 柜员编号 员工编号 工号 柜员号 员工工号'.split(' '));
const ACQUIRER_CODES = new Set('吸存号 揽储号 营销号'.split(' '));
const SHARE =
  /^(?:(管户|归属|业绩|分成|分配|分润|客户经理|认领|业绩归属|业绩分成|客户经理业绩|客户经理分成|分户|存款)?(?:占比|比例|份额)|(?:揽储|营销|吸存|拓展)(?:人)?(?:占比|比例|份额))$/;
const ACQUIRER_SHARE = /^(?:揽储|营销|吸存|拓展)/;

interface DictionaryEntry {
  readonly field: Field;
  /** Position in its list: the lower, the surer. */
  readonly order: number;
}

const DICTIONARY = new Map<string, DictionaryEntry>();
for (const [field, words] of Object.entries(SYNONYMS)) {
  words.split(' ').forEach((word, order) => {
    if (!DICTIONARY.has(word)) DICTIONARY.set(word, { field: field as Field, order });
  });
}
const MANAGERS = new Set(MANAGER_STEMS.split(' '));
const ACQUIRERS = new Set(ACQUIRER_STEMS.split(' '));

/** The field that a normalised header names, with the order of preference within the field. */
export function findField(key: string): DictionaryEntry | undefined {
  const entry = DICTIONARY.get(key);
  if (entry) return entry;
  if (SHARE.test(key)) {
    return { field: ACQUIRER_SHARE.test(key) ? 'acquirerShare' : 'managerShare', order: 0 };
  }
  if (MANAGER_CODES.has(key)) return { field: 'managerCode', order: 1 };
  if (ACQUIRER_CODES.has(key)) return { field: 'acquirerCode', order: 1 };
  return findPerson(key);
}

function findPerson(key: string): DictionaryEntry | undefined {
  const name = key.replace(NUMBER_SUFFIX, '');
  for (const candidate of [key, name]) {
    const stem = candidate.replace(NAME_SUFFIX, '').replace(NUMBER_SUFFIX, '');
    if (MANAGERS.has(candidate) || MANAGERS.has(stem)) return { field: 'manager', order: 0 };
    if (ACQUIRERS.has(candidate) || ACQUIRERS.has(stem)) return { field: 'acquirer', order: 0 };
    const coded = candidate.replace(CODE_SUFFIX, '');
    if (coded === candidate) continue;
    const owner = coded.replace(NAME_SUFFIX, '').replace(NUMBER_SUFFIX, '');
    if (MANAGERS.has(coded) || MANAGERS.has(owner)) return { field: 'managerCode', order: 0 };
    if (ACQUIRERS.has(coded) || ACQUIRERS.has(owner)) return { field: 'acquirerCode', order: 0 };
  }
  return undefined;
}
