import { pinyinInitials } from '../../../src/app/pane/search/pinyinInitials';

test.each([
  ['王小明', 'wxm'],
  ['欧阳建国', 'oyjg'],
  ['闫睿', 'yr'],
  ['蔺瑾瑜', 'ljy'],
  ['鑫达商贸有限公司', 'xdsmyxgs'],
  ['Li Wei 2', 'liwei2'],
  ['', ''],
])('%s is found by %s', (name, initials) => {
  expect(pinyinInitials(name)).toContain(initials);
});

test.each([
  ['单雪', 'sx'],
  ['仇英', 'qy'],
  ['解缙', 'xj'],
])('%s is found by the reading of the surname, %s, and by the usual one', (name, initials) => {
  expect(pinyinInitials(name)).toHaveLength(2);
  expect(pinyinInitials(name)).toContain(initials);
});

test('the initials agree with the platform’s own order of pinyin where it knows it', () => {
  const collator = new Intl.Collator('zh-CN-u-co-pinyin');
  const starts = Array.from('阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫帀');
  const letters = 'abcdefghjklmnopqrstwxyz';
  const expected = (char: string) => {
    const reached = starts.filter((start) => collator.compare(char, start) >= 0).length;
    return letters.charAt(reached - 1);
  };
  const names = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜');
  expect(names.map((char) => pinyinInitials(char)[0])).toEqual(names.map(expected));
});
