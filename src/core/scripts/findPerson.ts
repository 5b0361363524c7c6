import type { Customers } from '../analysis';
import type { Gender } from './scriptTemplates';

/** Whom a call is for, as far as the data tells. */
export type CalledPerson =
  | {
      readonly kind: 'person';
      readonly name: string;
      readonly surname?: string;
      readonly gender?: Gender;
    }
  /** Only a mask such as 王** is known; the surname where the mask shows it. */
  | { readonly kind: 'masked'; readonly surname?: string; readonly gender?: Gender }
  | { readonly kind: 'company'; readonly name: string }
  | { readonly kind: 'unknown' };

/** Who the customer is, for asking and for speaking to; nothing is guessed from a given name. */
export function findPerson(
  customers: Pick<Customers, 'name' | 'detail'>,
  customer: number,
): CalledPerson {
  const name = customers.name(customer);
  if (name === '') return { kind: 'unknown' };
  if (isCompany(name, customers.detail(customer, 'customerType'))) return { kind: 'company', name };
  const gender = findGender(
    customers.detail(customer, 'gender'),
    customers.detail(customer, 'idNo'),
  );
  const surname = findSurname(name);
  const known = {
    ...(surname === undefined ? {} : { surname }),
    ...(gender === undefined ? {} : { gender }),
  };
  return isMasked(name) ? { kind: 'masked', ...known } : { kind: 'person', name, ...known };
}

function isMasked(name: string): boolean {
  return /[*＊xX×]{1,}$|[*＊某]/.test(name);
}

/** 公司, 厂 … at the end of a name: what no person is called. Short endings need a longer name. */
const COMPANY_ENDINGS =
  /(公司|集团|合作社|事务所|委员会|协会|基金会|工作室|商行|商店|超市|餐厅|酒店|宾馆|医院|学校|幼儿园|政府|财政所|经营部|分行|支行|中心|企业|\bLtd\.?|\bInc\.?|\bLLC|\bCo\.?)$/i;
const SHORT_COMPANY_ENDINGS = /[厂店局处社部院站馆所行队]$/;
const COMPANY_TYPES = /公司|对公|企业|单位|机构|法人|团体|corporate|company/i;

function isCompany(name: string, customerType: string): boolean {
  if (/个人|对私|personal|individual/i.test(customerType)) return false;
  if (COMPANY_TYPES.test(customerType)) return true;
  return COMPANY_ENDINGS.test(name) || (name.length >= 5 && SHORT_COMPANY_ENDINGS.test(name));
}

function findGender(gender: string, idNo: string): Gender | undefined {
  if (/女|^f/i.test(gender)) return 'female';
  if (/男|^m/i.test(gender)) return 'male';
  // GB 11643: the digit before the check character is odd for men; the 15-digit form ends with it.
  const digit = /^\d{17}[\dXx]$/.test(idNo)
    ? idNo[16]
    : /^\d{15}$/.test(idNo)
      ? idNo[14]
      : undefined;
  if (digit === undefined) return undefined;
  return Number(digit) % 2 === 1 ? 'male' : 'female';
}

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 ' +
    '太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 ' +
    '漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 ' +
    '公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师'
  ).split(' '),
);

/** The family name of a Chinese name of two to four characters; none for names of other kinds. */
function findSurname(name: string): string | undefined {
  if (!/^\p{Script=Han}[\p{Script=Han}*＊某xX×]{1,3}$/u.test(name)) return undefined;
  const first = name.slice(0, 2);
  if (COMPOUND_SURNAMES.has(first) && name.length > 2) return first;
  // Four characters without a compound surname may be a double surname: which, nobody can tell.
  return name.length <= 3 || isMasked(name) ? name.slice(0, 1) : undefined;
}
