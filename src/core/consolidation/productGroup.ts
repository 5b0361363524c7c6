/** The product groups of SPEC 3. */
export type ProductGroup = 'demand' | 'term' | 'other';

const OTHER = /理财|结构性|基金|保险|国债|信托|资管|贵金属|黄金|保证金/;
const TERM =
  /定期|整存|零存|存本取息|定活|通知|大额存单|存单|(?<![协约])定存|教育储蓄|整整|time ?deposit|term|fixed/i;
const DEMAND = /活期|活存|结算|一卡通|储蓄卡|借记卡|demand|current|saving/i;
/** A bare term such as 三个月, 一年, 12M or 3Y names a term deposit. */
const BARE_TERM = /^(?:[一二三四五六七八九十两半\d]+(?:个月|月|年|天|m|y|d))+(?:期)?$/i;

/**
 * The group of a product by its name: 定活两便 and 通知存款 are term deposits although demand-like;
 * structured deposits and funds are other (SPEC 3).
 */
export function groupProduct(product: string, hint = ''): ProductGroup {
  return findGroup(product) ?? findGroup(hint) ?? 'other';
}

function findGroup(text: string): ProductGroup | undefined {
  const compact = text.replace(/\s/g, '');
  if (OTHER.test(compact)) return 'other';
  if (TERM.test(compact) || BARE_TERM.test(compact)) return 'term';
  return DEMAND.test(compact) ? 'demand' : undefined;
}
