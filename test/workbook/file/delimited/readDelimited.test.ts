import { readDelimited } from '../../../../src/workbook/file/delimited/readDelimited';
import { sourceOf } from '../../bytesInMemory';
import { encodeGb18030 } from './gb18030';
import { readRows } from './readRows';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a delimited text is read as rows of texts', () => {
  test('numbers, leading zeros and 19-digit account numbers stay the texts that they are', async () => {
    expect(await readRows('客户号,账号,余额\n0012,6222021234567890123,1234.50\n')).toEqual([
      ['客户号', '账号', '余额'],
      ['0012', '6222021234567890123', '1234.50'],
    ]);
  });

  test('line ends may be LF, CR and CRLF side by side, and empty lines are rows', async () => {
    expect(await readRows('a,b\r\nc,d\n\ne,f\r\rg,h\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      [],
      ['e', 'f'],
      [],
      ['g', 'h'],
    ]);
  });

  test('empty lines and lines of delimiters at the end are no rows', async () => {
    expect(await readRows('a,b\n1,2\n,\n\n,,\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('quoted fields hold delimiters, line breaks and doubled quotes (RFC 4180)', async () => {
    expect(await readRows('a,"b,1","c\r\nd","say ""hi"""\n"",x,"""",y\n')).toEqual([
      ['a', 'b,1', 'c\r\nd', 'say "hi"'],
      [null, 'x', '"', 'y'],
    ]);
  });

  test('a quote inside an unquoted field is a quote, and text behind a quoted part is kept', async () => {
    expect(await readRows('a,5" disk,"x"y"z,b\n')).toEqual([['a', '5" disk', 'xy"z', 'b']]);
  });

  test('a quote that never closes costs its own field only', async () => {
    const rows = Array.from({ length: 200 }, (_, row) => `${String(row)},x,y`);
    rows[3] = '3,"stray,y';
    const read = await readRows(rows.join('\n'));
    expect(read).toHaveLength(200);
    expect(read[3]).toEqual(['3', '"stray', 'y']);
    expect(read[199]).toEqual(['199', 'x', 'y']);
  });

  test('a stray quote does not reach to the next quoted amount', async () => {
    expect(await readRows('1,"stray,a\n2,b,c\n3,"1,234.50",d\n4,e,f\n')).toEqual([
      ['1', '"stray', 'a'],
      ['2', 'b', 'c'],
      ['3', '1,234.50', 'd'],
      ['4', 'e', 'f'],
    ]);
  });

  test('a quoted field of more than 50 lines is a stray quote', async () => {
    const read = await readRows(`1,"stray,a\n${'2,b,c\n'.repeat(60)}3,x",d\n4,e,f\n`);
    expect(read).toHaveLength(63);
    expect(read[0]).toEqual(['1', '"stray', 'a']);
    expect(read[61]).toEqual(['3', 'x"', 'd']);
  });

  test('a quoted field longer than any cell is a stray quote as well', async () => {
    const filler = `${'x'.repeat(1000)},1\n`.repeat(140);
    const read = await readRows(`"stray,1\n${filler}"end",2\n`);
    expect(read).toHaveLength(142);
    expect(read.at(-1)).toEqual(['end', '2']);
  });

  test('a quoted field of 32,767 characters is one cell', async () => {
    const long = '长'.repeat(32_767);
    expect(await readRows(`a,"${long}",b\n`)).toEqual([['a', long, 'b']]);
  });

  test('="0012", by which exports keep Excel from reading a number, is the text 0012', async () => {
    expect(await readRows('="0012",="","=""0034""",=1+1,="a"&"b"\n')).toEqual([
      ['0012', '=""', '0034', '=1+1', '="a"&"b"'],
    ]);
  });

  test('NUL bytes, the byte order mark and the end mark of DOS are no content', async () => {
    expect(await readRows('\ufeffa\0\0,\0,"b\0"\n1,2,3\n\u001a')).toEqual([
      ['a', null, 'b'],
      ['1', '2', '3'],
    ]);
  });

  test('sep= in the first line names the delimiter and is not a row, as in Excel', async () => {
    expect(await readRows('sep=;\r\na;b,c\r\n1;2\r\n')).toEqual([
      ['a', 'b,c'],
      ['1', '2'],
    ]);
  });

  test('the sheet is named after the file, as Excel names it', async () => {
    const workbook = await readDelimited(sourceOf(utf8('a,b')), '2025[11]存款明细.2.csv');
    expect(workbook.name).toBe('2025[11]存款明细.2.csv');
    expect(workbook.sheets[0]).toMatchObject({ name: '2025_11_存款明细.2', hidden: false });
  });

  test('fields beyond column XFD are left out', async () => {
    const [row] = await readRows(`${'a,'.repeat(16_384)}beyond\n`);
    expect(row).toHaveLength(16_384);
    expect(row?.at(-1)).toBe('a');
  });

  test('rows beyond 1,048,576 are refused, empty ones at the end are not', async () => {
    const full = '\n'.repeat(1_048_575);
    await expect(readRows(`a,b${full}x,y\n\n\n`)).resolves.toHaveLength(1_048_576);
    await expect(readRows(`a,b\n${full}x,y\n`)).rejects.toMatchObject({
      code: 'workbook.tooManyRows',
    });
  });

  test('the text of a whole column survives the pages that it is decoded in', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => [`客户${String(row)}`, String(row % 7)]);
    expect(await readRows(rows.map((cells) => cells.join(',')).join('\n'))).toEqual(rows);
  });
});

describe('the encoding is told by the bytes', () => {
  const text = '客户号,姓名\n0012,张三·李四\n0013,欧阳娜娜😀一\n';
  const rows = [
    ['客户号', '姓名'],
    ['0012', '张三·李四'],
    ['0013', '欧阳娜娜😀一'],
  ];

  function utf16(content: string, isBigEndian: boolean): Uint8Array {
    const bytes = new Uint8Array(Buffer.from(content, 'utf16le'));
    return isBigEndian ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes;
  }

  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', utf8(`\ufeff${text}`)],
    ['GB18030', encodeGb18030(text)],
    ['UTF-16LE with its mark', utf16(`\ufeff${text}`, false)],
    ['UTF-16BE with its mark', utf16(`\ufeff${text}`, true)],
    ['UTF-16LE without a mark', utf16(text, false)],
    ['UTF-16BE without a mark', utf16(text, true)],
  ])('%s', async (_name, bytes) => {
    expect(await readRows(bytes)).toEqual(rows);
  });

  test('GB18030 with | between fields, which is also the second byte of characters', async () => {
    // 讄 is D7 7C, 剕 is 84 7C: their second byte is the one of |.
    const bytes = encodeGb18030('客户号|姓名|余额\n1|讄剕|2\n3|張|4\n');
    expect(bytes.filter((byte) => byte === 0x7c).length).toBeGreaterThan(6);
    expect(await readRows(bytes)).toEqual([
      ['客户号', '姓名', '余额'],
      ['1', '讄剕', '2'],
      ['3', '張', '4'],
    ]);
  });

  test('one character cut in a UTF-8 export garbles that character only', async () => {
    const good = utf8(`客户号,姓名\n${'0012,张三\n'.repeat(50)}`);
    const broken = Uint8Array.from([
      ...good,
      ...utf8('0013,李').subarray(0, 7),
      0x0a,
      ...utf8('9,x\n'),
    ]);
    const read = await readRows(broken);
    expect(read[1]).toEqual(['0012', '张三']);
    expect(read[51]?.[1]).toContain('\ufffd');
    expect(read[52]).toEqual(['9', 'x']);
  });

  test('Chinese in GBK that is well-formed UTF-8 by chance is Chinese', async () => {
    const bytes = encodeGb18030('a,一女\n');
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe('a,һŮ\n');
    expect(await readRows(bytes)).toEqual([['a', '一女']]);
  });
});
