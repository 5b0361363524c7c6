import { fitsMask, resolveName } from '../../../src/core/names/resolveName';

describe('resolveName (SPEC 4)', () => {
  test.each([
    ['all rows agree', ['张三'], ['张三'], '张三', 'ledger'],
    ['no list', ['张三'], [], '张三', 'ledger'],
    ['a mask in some rows that fits', ['张三', '张*'], [], '张三', 'ledger'],
    ['only a mask, the list knows', ['张*'], ['张三'], '张三', 'list'],
    ['blank, the list knows', [], ['张三'], '张三', 'list'],
    ['only a mask', ['李某某'], [], '李某某', 'masked'],
    ['nothing', [], [], '', 'missing'],
    ['ledger and list differ', ['张三'], ['李四'], '张三', 'conflict'],
    [
      'the ledger disagrees with itself, the list decides',
      ['张三', '李四'],
      ['李四'],
      '李四',
      'conflict',
    ],
    ['the ledger disagrees with itself', ['张三', '李四'], [], '张三', 'conflict'],
    ['a mask that does not fit the list', ['王*'], ['张三'], '张三', 'conflict'],
    ['a mask that does not fit the ledger', ['张三', '王*'], [], '张三', 'conflict'],
    ['a list mask that fits', ['张三'], ['张*'], '张三', 'ledger'],
    [
      'duplicate ids in the list with different names',
      ['张三'],
      ['张三', '李四'],
      '张三',
      'conflict',
    ],
    ['the same, ledger blank', [], ['张三', '李四'], '张三', 'conflict'],
    ['a list that knows a name and its mask', [], ['张*', '张三'], '张三', 'list'],
    ['a list mask that does not fit its own name', [], ['李*', '张三'], '张三', 'conflict'],
  ])('%s', (_case, ledger, list, name, source) => {
    expect(resolveName(ledger, list)).toEqual({ name, source });
  });
});

describe('fitsMask (SPEC 4: each * or 某 stands for one or more characters)', () => {
  test.each([
    ['王小明', '王*', true],
    ['王小明', '王**', true],
    ['王明', '王**', false],
    ['王小明', '王*明', true],
    ['王小明', '*明', true],
    ['王小明', '**', true],
    ['王小明', '李*', false],
    ['王小明', '王*华', false],
    ['李某某', '李某某', true],
    ['欧阳小明', '欧阳某某', true],
    ['王.明', '王*明', true],
    ['王明', '王明', true],
  ])('%s fits %s: %s', (name, mask, fits) => {
    expect(fitsMask(name, mask)).toBe(fits);
  });
});
