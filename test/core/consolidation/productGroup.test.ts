import { groupProduct } from '../../../src/core/consolidation/productGroup';

describe('product groups (SPEC 3)', () => {
  test.each([
    ['个人活期', 'demand'],
    ['活期储蓄存款', 'demand'],
    ['个人定期', 'term'],
    ['整存整取三年', 'term'],
    ['零存整取', 'term'],
    ['存本取息', 'term'],
    ['定活两便', 'term'],
    ['七天通知存款', 'term'],
    ['大额存单2025第3期', 'term'],
    ['单位协定存款', 'other'],
    ['协议存款', 'other'],
    ['结构性存款', 'other'],
    ['代销理财产品', 'other'],
    ['货币基金', 'other'],
    ['', 'other'],
  ])('%s is %s', (product, group) => {
    expect(groupProduct(product)).toBe(group);
  });
});
