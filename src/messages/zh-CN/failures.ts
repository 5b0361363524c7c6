type Facts = Readonly<Record<string, string | number>>;
/** All take facts, also those that need none, so that a code chosen at run time can be worded. */
type FailureWord = (facts: Facts) => string;

function file({ name, path = name }: Facts): string {
  return path === undefined ? '文件' : `文件“${String(path)}”`;
}

function detail({ sheet: at, row, part, reason }: Facts): string {
  const place = at === undefined ? part : `工作表“${String(at)}”`;
  const line = row === undefined ? undefined : `第 ${String(row)} 行`;
  const why = reason === undefined ? undefined : (REASONS[reason] ?? reason);
  const facts = [place, line, why].filter((fact) => fact !== undefined);
  return facts.length === 0 ? '' : `（${facts.join('：')}）`;
}

/** What readers of files find wrong, in words; the rest is for who mends them. */
const REASONS: Readonly<Record<string, string>> = {
  'no central directory': '内容不完整，可能没有下载完',
  'central directory': '文件目录不完整',
  'zip64 directory': '文件目录不完整',
  'local header': '文件目录不完整',
  'stored size': '长度不符',
  truncated: '内容不完整',
  missing: '缺少这一部分',
  empty: '没有内容',
  checksum: '校验不符',
  deflate: '压缩数据有误',
  xml: 'XML 有误',
  'no table': '没有表格',
};

function sheet({ sheet: name }: Facts): string {
  return name === undefined ? '工作簿' : `工作表“${String(name)}”`;
}

const cancelled: FailureWord = () => '已取消，没有写出任何文件。';

export const failures = {
  'file.notFound': (facts: Facts) => `${file(facts)}不存在。请检查路径和文件名，文件夹也要先建好。`,
  'file.unreadable': (facts: Facts) =>
    `${file(facts)}读不了${detail(facts)}。请确认有读取权限，并且没有被其他程序独占。`,
  'file.directory': ({ path = '' }: Facts) =>
    `“${String(path)}”是一个文件夹。请选择文件夹里的文件。`,
  'file.empty': (facts: Facts) => `${file(facts)}是空的（0 字节）。请重新从系统导出。`,
  'file.unknownFormat': (facts: Facts) =>
    `${file(facts)}的格式不认识。能读的有 .xlsx、.xlsm、.xls、.csv，以及网页表格形式的 .xls；请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`,
  'file.encrypted': (facts: Facts) =>
    `${file(facts)}有打开密码。请用 Excel 或 WPS 打开，去掉密码另存一份再分析。`,
  'file.damaged': (facts: Facts) =>
    `${file(facts)}已损坏${detail(facts)}。请重新导出，或用 Excel、WPS 打开修复后另存为 .xlsx。`,
  'file.tooLarge': (facts: Facts) =>
    `${file(facts)}太大，超出能处理的范围${detail(facts)}。请按机构或客户经理分成几个文件导出。`,
  'file.unsupportedVersion': (facts: Facts) =>
    `${file(facts)}是太旧或不支持的格式版本${detail(facts)}。请用 Excel 或 WPS 另存为 .xlsx。`,
  'file.writeFailed': (facts: Facts) =>
    `${file(facts)}写不进去${detail(facts)}。请确认它没有在 Excel 或 WPS 里打开，并且有写入权限。`,
  'file.diskFull': (facts: Facts) =>
    `磁盘空间不足，${file(facts)}没有写成。请腾出空间，或换一个位置输出。`,
  'file.wouldOverwriteInput': (facts: Facts) =>
    `输出${file(facts)}就是输入文件，为保护原始数据不会覆盖。请换一个输出文件名。`,
  'workbook.tooManyRows': (facts: Facts) =>
    `结果超过了工作表能放的行数${facts.sheet === undefined ? '' : `（工作表“${String(facts.sheet)}”）`}，上限是 1,048,576 行。请把明细分成几个文件分别分析。`,
  'workbook.sheetMissing': (facts: Facts) =>
    `${sheet(facts)}不见了，可能被删除或改名。请恢复该表，或重新点“交接分析”。`,
  'workbook.protected': (facts: Facts) =>
    `${sheet(facts)}有保护，不能修改。请先在“审阅”里撤销保护，再试一次。`,
  'workbook.readOnly': () => '工作簿是只读打开的，不能写入。请另存一份再分析。',
  'workbook.filtered': (facts: Facts) =>
    `${sheet(facts)}有筛选，隐藏了一些行。请先在“数据”里清除筛选，再试一次。`,
  'workbook.arrayFormula': (facts: Facts) =>
    `${sheet(facts)}的 ${String(facts.cell ?? '')} 属于一个多单元格数组公式，不能单独修改。请在 Excel 或 WPS 里改整个数组公式。`,
  'workbook.busy': () => '表格正在编辑或弹着对话框。请先按回车结束编辑、关掉对话框，再试一次。',
  'workbook.changed': (facts: Facts) =>
    `${sheet(facts)}刚才被别人改动了，为免写错没有继续。请重新点“交接分析”。`,
  'customer.rowMissing': (facts: Facts) =>
    `${sheet(facts)}里找不到这位客户，或者有好几行；为免写到别人名下，没有写入。请在表里核对客户号，或重新点“交接分析”。`,
  'workbook.closed': () =>
    '工作簿已关闭，或者切换到了别的工作簿。请回到原来的工作簿，再点一次“交接分析”。',
  'host.connectionLost': () => '与表格程序的连接中断了。请保存后重新打开工作簿，再试一次。',
  'host.unsupported': (facts: Facts) =>
    `这个版本的表格程序不支持需要的功能${facts.member === undefined ? '' : `（${String(facts.member)}）`}。请升级，或改用命令行、网页版。`,
  'host.refused': (facts: Facts) =>
    `表格程序没有接受这次操作${detail(facts)}。请保存后再试；如果还不行，请把这句话发给管理员。`,
  'sharing.notAnnotated': (facts: Facts) =>
    `${file(facts)}还没有分析过。分享副本由分析后的工作簿生成，请先做“交接分析”，再生成副本。`,
  'sharing.isCopy': (facts: Facts) =>
    `${file(facts)}已经是脱敏的分享副本，里面没有原始数据，不能还原，也不用再脱敏。请使用原来的工作簿。`,
  'sharing.elsewhere': () =>
    '脱敏副本要从保存好的文件生成。请先保存工作簿，再用浏览器工作台打开它，点“更多”→“另存脱敏副本…”；或请管理员运行 handover share 文件名。',
  'sharing.leak': (facts: Facts) =>
    `副本检查时仍发现完整的手机号、证件号或账号${detail(facts)}，为安全起见没有写出任何文件。请把这句话发给管理员。`,
  'operation.cancelled': cancelled,
};
