import fc from 'fast-check';
import {
  fillTemplate,
  findPlaceholders,
  parseTemplate,
  type Filling,
} from '../../../src/core/scripts/fillTemplate';

const KNOWN = new Map<string, Filling>([
  ['我', { kind: 'value', text: '陈新' }],
  ['网点', { kind: 'missing', text: '【网点名称】' }],
]);
const find = (name: string): Filling => KNOWN.get(name) ?? { kind: 'unknown' };
const fill = (template: string): string => fillTemplate(parseTemplate(template), find);

describe('Templates (SPEC 9)', () => {
  test('placeholders take their value, also with spaces in the braces', () => {
    expect(fill('我是{我}，{ 我 }。')).toBe('我是陈新，陈新。');
  });

  test('a missing fact leaves its visible mark', () => {
    expect(fill('我在{网点}')).toBe('我在【网点名称】');
  });

  test('an unknown placeholder stays as it is spelled and is found', () => {
    expect(fill('你好{呼称}')).toBe('你好{呼称}');
    expect(findPlaceholders(parseTemplate('{我}[在{呼称}]'))).toEqual(['我', '呼称']);
  });

  test('an optional passage is left out where one of its facts is missing', () => {
    expect(fill('我是{我}[，就在{网点}旁边]。')).toBe('我是陈新。');
    expect(fill('我是[{我}，]你好')).toBe('我是陈新，你好');
  });

  test('braces and brackets that do not close are text', () => {
    expect(fill('a{我 b]c[d}')).toBe('a{我 b]c[d}');
  });

  test('a value is never taken for a template', () => {
    const name = '{我}[x]';
    const text = fillTemplate(parseTemplate('你好{姓名}'), () => ({ kind: 'value', text: name }));
    expect(text).toBe('你好{我}[x]');
  });

  test('a text without braces and brackets comes out unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = text.replace(/[[\]{}]/g, '');
        expect(fill(plain)).toBe(plain);
      }),
    );
  });
});
