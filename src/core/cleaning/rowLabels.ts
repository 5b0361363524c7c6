import { cleanText } from './cleanText';

const TOTAL = /合计|小计|总计|共计|累计|总额|汇总|^total$|^subtotal$|^grandtotal$/i;
/** What may stand around the word in a total row: `本页合计：`, `合计 12 笔`, `张三小计`. */
const TOTAL_LABEL =
  /^[^\d]{0,12}(?:合计|小计|总计|共计|累计|总额|汇总)(?:金额|余额|数|额|行|户数|笔数)?[:：]?(?:[(（]?[\d,.]*(?:笔|户|条|人|元|万元)?[)）]?)*$/;
const PAGE_TOTAL = /小计|本页|页合计|分组|累计|共计/;
const FOOTER =
  /^(?:制表|复核|审核|打印|经办|填表|批准|审批|负责人|科室负责人|主管|导出|生成|统计人|报表日期|报送|备注[:：]|备注$|说明[:：]|注[:：]|注\d*[、.．]|附注|数据来源|以下空白|本表|本报表|盖章|签章|签字|操作员|柜员[:：]|页码|第[\d一二三四五六七八九十]+页|共[\d一二三四五六七八九十]+页|page\d*|printed|preparedby|---)/i;
const COUNT = /^共?计?[\d,]+(?:笔|户|条|人|个|行|项)(?:客户|账户|存款|记录)?$/;
const PAGE = /^(?:第?\d+页?[/／]共?\d+页?|第\d+页.*|.*共\d+页)$/;

/** True for the label of a total row in a cell's text (SPEC 2). */
export function isTotalLabel(text: string): boolean {
  if (text.length > 40) return false;
  const compact = compactText(text);
  if (!TOTAL.test(compact)) return false;
  return TOTAL_LABEL.test(compact) || /^(?:sub|grand)?total[:：]?$/i.test(compact);
}

/** True for what total rows print beside their label: `共 256 户`, `79笔`. */
export function isCount(text: string): boolean {
  return COUNT.test(compactText(text));
}

/** True for the label of the export's own total over everything, not of a page or a group. */
export function isGrandTotalLabel(text: string): boolean {
  const compact = compactText(text);
  return /合计|总计|汇总|^(?:grand)?total/i.test(compact) && !PAGE_TOTAL.test(compact);
}

/** True for a cell of a footer line: 制表, 复核, 打印时间, 第x页, 备注 … (SPEC 2). */
export function isFooterLabel(text: string): boolean {
  const compact = compactText(text);
  return FOOTER.test(compact) || (compact.length < 24 && PAGE.test(compact));
}

function compactText(text: string): string {
  return cleanText(text).replace(/\s/g, '');
}
