import fc from 'fast-check';
import {
  cleanId,
  cleanName,
  cleanText,
  idKey,
  isPlaceholder,
} from '../../../src/core/cleaning/cleanText';

describe('cleaning of texts (SPEC 2, Text)', () => {
  test.each([
    ['\ufeff 张三\u00a0', '张三'],
    ['张\u3000三', '张三'],
    ['张\u200b三', '张三'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽‧买买提', '阿依古丽·买买提'],
    ['阿依古丽・买买提', '阿依古丽·买买提'],
    ['John   Smith ', 'John Smith'],
    ['华夏（北京）有限公司', '华夏(北京)有限公司'],
    ['李\n四', '李四'],
  ])('the name %j becomes %j', (text, cleaned) => {
    expect(cleanName(text)).toBe(cleaned);
  });

  test('white space elsewhere is trimmed and collapsed', () => {
    expect(cleanText(' 大额存单 \t 三年\r\n')).toBe('大额存单 三年');
  });

  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const clean of [cleanText, cleanName, cleanId]) {
          expect(clean(clean(text))).toBe(clean(text));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('cleaning of ids (SPEC 2, Ids)', () => {
  test.each([
    ['\t6222021234567890', '6222021234567890'],
    ['6222 0212 3456 7890', '6222021234567890'],
    ['００１２３', '00123'],
    ["'00123", '00123'],
    ['123.0', '123'],
    ['123.00', '123'],
    ['123.5', '123.5'],
    ['\u202d12345\u202c', '12345'],
  ])('%j becomes %j', (text, id) => {
    expect(cleanId(text)).toBe(id);
  });

  test('all-digit ids are compared without leading zeros', () => {
    expect(idKey('00012345')).toBe(idKey('12345'));
    expect(idKey('000')).toBe('0');
    expect(idKey('0A12')).toBe('0A12');
  });

  test('what exports print for nothing is no text', () => {
    for (const text of ['-', '—', '--', 'null', 'N/A', '无', '/']) {
      expect(isPlaceholder(text)).toBe(true);
    }
    expect(isPlaceholder('无名')).toBe(false);
  });
});
