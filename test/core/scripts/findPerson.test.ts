import type { Customers } from '../../../src/core';
import { findPerson } from '../../../src/core/scripts/findPerson';

function personOf(
  name: string,
  detail: Readonly<Partial<Record<'gender' | 'idNo' | 'customerType', string>>> = {},
) {
  const customers: Pick<Customers, 'name' | 'detail'> = {
    name: () => name,
    detail: (_, field) => new Map<string, string>(Object.entries(detail)).get(field) ?? '',
  };
  return findPerson(customers, 0);
}

describe('Who a call is for', () => {
  test.each([
    ['王芳', '王'],
    ['欧阳建国', '欧阳'],
    ['欧阳', '欧'],
    ['张王李明', undefined],
    ['买买提·艾力', undefined],
    ['Anna Berg', undefined],
  ])('the surname of %s is %s', (name, surname) => {
    expect(personOf(name)).toEqual({ kind: 'person', name, ...(surname && { surname }) });
  });

  test('a title needs a stated gender or a document number, never a guess from the name', () => {
    expect(personOf('王芳')).not.toHaveProperty('gender');
    expect(personOf('王芳', { gender: '女' })).toHaveProperty('gender', 'female');
    expect(personOf('王刚', { idNo: '11010119850307121X' })).toHaveProperty('gender', 'male');
    expect(personOf('王芳', { idNo: '110101850307122' })).toHaveProperty('gender', 'female');
    expect(personOf('王芳', { idNo: '1101' })).not.toHaveProperty('gender');
  });

  test.each(['王**', '张*', '李某某', '王xx'])('%s is only a mask', (name) => {
    expect(personOf(name)).toEqual({ kind: 'masked', surname: name.slice(0, 1) });
  });

  test.each(['恒通商贸有限公司', '城关镇财政所', '第一人民医院', '老王家快餐店'])(
    '%s is a company',
    (name) => {
      expect(personOf(name)).toEqual({ kind: 'company', name });
    },
  );

  test('the customer type decides before the name does', () => {
    expect(personOf('恒通', { customerType: '对公客户' }).kind).toBe('company');
    expect(personOf('何家店', { customerType: '个人' }).kind).toBe('person');
  });

  test('without a name nobody is known', () => {
    expect(personOf('')).toEqual({ kind: 'unknown' });
  });
});
