import type { ProblemWords } from '../messages';
import { format } from './format';
import { terms } from './terms';

const { amount, count, day, list } = format;

export const problems: ProblemWords = {
  'workbook.noSheets': () =>
    '工作簿里没有可读的工作表。请重新从系统导出，打开确认能看到存款明细后再分析。',
  'workbook.sharingCopy': () =>
    '这是脱敏的分享副本，账号已经分不清，不能再分析。请打开原来的工作簿。',
  'ledger.notFound': ({ sheets }) =>
    `没有找到存款明细：在工作表 ${quoted(sheets)} 里没有认出表头行。明细表头至少要有“本年余额”或“本年日均”之一，以及“客户号”“客户名称”“账号”之一。请确认打开的是存款明细；列名特殊的，请先改成常用列名再分析。`,
  'ledger.hiddenOnly': ({ sheets }) =>
    `存款明细只在隐藏的工作表里：${quoted(sheets)}。请取消隐藏要分析的工作表，再运行一次。`,
  'column.missing': ({ sheet, headerRow, field }) =>
    field === 'amount'
      ? `工作表“${sheet}”第 ${String(headerRow)} 行的表头缺少金额列：“本年余额”“本年日均”一个也没有认出。请补上其中一列，或者指定哪一列是余额或日均。`
      : `工作表“${sheet}”第 ${String(headerRow)} 行的表头缺少客户标识列：“客户号”“客户名称”“账号”一个也没有认出。请补上其中一列，或者指定是哪一列。只有账号时，还需要一张客户清单来对应客户。`,
  'ledger.noRows': ({ sheet, headerRow }) =>
    `工作表“${sheet}”第 ${String(headerRow)} 行的表头下面没有数据。请检查导出条件，重新导出后再分析。`,
  'ledger.nothingKept': ({ rowsRead }) =>
    `读到 ${count(rowsRead)} 行，但全部被剔除（合计行、空行、无金额、外币等），没有可以分析的存款。请检查金额列和客户号列是否正确。`,
  'book.empty': ({ own, found }) =>
    `明细里没有 ${list(own)} 名下的客户。明细中的客户经理有：${list(found)}。请核对本人和前任的姓名或编号后重新运行。`,

  'dataDate.fromName': ({ day: dataDate, name }) =>
    `表内没有写明数据日期，按名称“${name}”取为 ${day(dataDate)}。不对的话，请指定数据日期。`,
  'dataDate.today': ({ day: dataDate }) =>
    `没有找到数据日期，按今天 ${day(dataDate)} 计算。到期天数、新户都以它为准；不对的话，请指定数据日期。`,
  'unit.assumedYuan': () =>
    '表里没有写明金额单位，按“元”计算。如果是“万元”，请在标题行或列名里注明，例如“余额(万元)”。',
  'own.assumed': ({ manager, accounts }) =>
    `没有指定本人和前任，按账户最多的客户经理 ${manager}（${count(accounts)} 个账户）作为本柜组。不对的话，请填写本人和前任的姓名。`,
  'basis.changed': ({ basis }) =>
    `明细里只有${terms.bases[basis]}，排名和分类改按${terms.bases[basis]}计算。`,
  'acquirer.asManager': () =>
    '明细里没有管户客户经理列，把揽储人（营销人）当作客户经理。管户人另有其人的，请补上“客户经理”列。',
  'duplicates.kept': ({ rows }) =>
    `有 ${count(rows)} 行与前面的行完全相同，仍按真实存款保留（与导出文件自带的合计相符，或设置为保留）。请抽查几笔。`,
  'dailyAverage.bareHeader': ({ sheet, column }) =>
    `工作表“${sheet}”${column} 列的表头只写“日均”，按本年日均使用。如果是月日均或季日均，请改正列名后重新分析。`,

  'own.notFound': ({ names, found }) =>
    `明细里没有客户经理 ${list(names)}。明细中的客户经理有：${list(found)}。请核对姓名或编号。`,
  'ledger.rowsGone': ({ sheet, rows }) =>
    `工作表“${sheet}”比它的原始数据少 ${count(rows)} 行（是你删掉的，或是上次运行时剔除的），这些行不计入。要找回，请先还原再分析。`,
  'settings.unreadable': () =>
    '工作簿里保存的设置读不出来，这次按默认设置计算，并已重新保存。以前改过的请再填一次。',
  'dataDate.differ': ({ days }) =>
    `各工作表的数据日期不一致：${list(days.map(day))}，以最晚的为准。请尽量用同一天导出的明细。`,
  'delta.missing': ({ amount: missing }) =>
    `明细里没有${terms.bases[missing]}，无法比较日均与余额：不计算差额，也不判断资金流向。请导出同时含有两列的明细。`,
  'account.columnMissing': () =>
    '明细里没有账号列，无法识别几位经理共管的同一笔存款，可能重复计算。请补上账号列。',
  'sheet.hiddenLedger': ({ sheet }) =>
    `隐藏的工作表“${sheet}”看起来也是存款明细，没有计入。需要计入的，请取消隐藏后重新分析。`,
  'column.ambiguous': ({ sheet, field, columns }) =>
    `工作表“${sheet}”有几列都像“${fieldName(field)}”：${list(columns)} 列，使用了第一列。不对的话，请指定列。`,
  'column.foreignAmount': ({ sheet, column, header }) =>
    `工作表“${sheet}”${column} 列“${header}”是外币金额，没有计入合计。`,
  'rows.foreignCurrency': ({ rows, currencies }) =>
    `有 ${count(rows)} 行外币存款（${list(currencies)}）没有计入合计，见“剔除数据”。需要计入的，请先折成人民币。`,
  'rows.duplicate': ({ rows, balanceFen, dailyAverageFen }) =>
    `有 ${count(rows)} 行与前面的行完全相同，只保留一次，去掉余额 ${amount(balanceFen)} 元、日均 ${amount(dailyAverageFen)} 元，见“剔除数据”。确是真实存款的，请打开“保留重复行”。`,
  'rows.invalidAmount': ({ rows }) =>
    `有 ${count(rows)} 行金额无法识别，已剔除，见“剔除数据”。请在原表改成数字后重新分析。`,
  'rows.noKey': ({ rows }) =>
    `有 ${count(rows)} 行没有客户号、账号和户名，无法归到客户，已剔除，见“剔除数据”。请补齐后重新分析。`,
  'id.precisionLost': ({ field, cells, sheet, cell }) =>
    `工作表“${sheet}”的${fieldName(field)}有 ${count(cells)} 格是 16 位以上的数字，末尾几位已被 Excel 改成 0（首处在 ${cell}）。这些编号不用于匹配；请把该列设为文本后重新导出。`,
  'names.mergedNamesakes': ({ customers }) =>
    `有 ${count(customers)} 户只能按姓名归户，同名的人可能被并成一户。请补上客户号后重新分析，或逐户核对。`,
  'names.conflict': ({ customers }) =>
    `有 ${count(customers)} 户在明细和客户清单里姓名不一致，已在“客户汇总”的“提示”列标出，请逐户核对。`,
  'names.missing': ({ customers }) =>
    `有 ${count(customers)} 户没有姓名，以客户号列出。请在客户清单里补上姓名后重新分析。`,
  'names.duplicateListIds': ({ ids }) =>
    `客户清单里有 ${count(ids)} 个客户号重复且姓名不同，请核对清单。`,
  'shares.scaled': ({ deposits }) =>
    `有 ${count(deposits)} 笔存款的业绩占比合计不是 100%，已按比例折算。请核对占比。`,
  'shares.unnamedOther': ({ deposits }) =>
    `有 ${count(deposits)} 笔存款的业绩占比不足 100%，其余部分记在“${terms.unnamedManager}”名下。请核对是否还有其他经理。`,
  'managers.blank': ({ customers }) =>
    `有 ${count(customers)} 户没有客户经理，没有别人认领，仍按本柜组客户列出。请补上客户经理后重新分析。`,
  'managers.sameNameDifferentCode': ({ names }) =>
    `同名但编号不同的客户经理：${list(names)}，按不同的人计算。如果是同一人，请统一编号。`,
  'deposits.shared': ({ deposits, balanceFen }) =>
    `有 ${count(deposits)} 笔存款由几位经理共管，明细里重复列出余额 ${amount(balanceFen)} 元，客户合计里只算一次，见“业务交叉”。`,
  'controlTotal.differs': ({ sheet, row, balanceDifferenceFen, dailyAverageDifferenceFen }) =>
    `与导出文件自带的合计不符：工作表“${sheet}”第 ${String(row)} 行，${list([
      ...differencePart('余额', balanceDifferenceFen),
      ...differencePart('日均', dailyAverageDifferenceFen),
    ])}（合计减明细）。请核对导出是否完整、有没有被筛选或改动。`,
  'caution.periodEnd': ({ period }) =>
    `数据日期是${PERIODS[period]}，当天余额可能冲高，看增长时请留意；建议隔几天再导一次对照。`,
  'caution.earlyYear': () =>
    '数据日期在一季度，年日均的天数还少，资金流向仅供参考；请结合上年情况判断。',
  'caution.newCustomers': ({ customers }) =>
    `有 ${count(customers)} 户是今年新开的户，年日均偏低，“增长”不一定真是增长，已标“新户”，联系前先看开户日期。`,
  'caution.roundedUnit': () =>
    '金额以万元、两位小数导出，每笔 100 元以内的差异是四舍五入造成的；要精确到分，请按“元”导出。',
  'customers.notInBook': ({ customers }) =>
    `有 ${count(customers)} 户没有本人或前任名下的存款，不属于本柜组，没有列入客户汇总。请核对本人和前任的姓名是否齐全。`,
  'scripts.capped': ({ left }) =>
    `话术只写到名单前列的客户，还有 ${count(left)} 户没有写。先联系完这些，再把话术上限调高。`,
};

const PERIODS = { month: '月末', quarter: '季末', year: '年末' } as const;

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、');
}

function fieldName(field: string): string {
  return new Map<string, string>(Object.entries(terms.fields)).get(field) ?? field;
}

function differencePart(label: string, differenceFen: number | undefined): string[] {
  return differenceFen === undefined || differenceFen === 0
    ? []
    : [`${label}相差 ${amount(differenceFen)} 元`];
}
