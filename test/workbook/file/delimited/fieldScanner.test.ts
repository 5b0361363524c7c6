import fc from 'fast-check';
import { createFieldScanner } from '../../../../src/workbook/file/delimited/fieldScanner';

/** The fields of `chunks` as `row:column=text`. */
function scan(chunks: readonly Uint8Array[]): string[] {
  const fields: string[] = [];
  const target = {
    arena: new Uint8Array(4),
    used: 1,
    grow() {
      const larger = new Uint8Array(2 * target.arena.length);
      larger.set(target.arena);
      target.arena = larger;
    },
  };
  const scanner = createFieldScanner(0x2c, {
    target: () => target,
    commit(row, column, { arena, used }, length) {
      const text = new TextDecoder().decode(arena.subarray(used, used + length));
      fields.push(`${String(row)}:${String(column)}=${text}`);
    },
  });
  for (const [at, chunk] of chunks.entries()) scanner.push(chunk, at === chunks.length - 1);
  return fields;
}

const NASTY = '客,"a""b","x\r\ny"\r\n"q"z,\r😀,"st\n"",x\n""",\n"open,1\n2,3\0,"4';

test('a text cut anywhere between two chunks gives the same fields', () => {
  const bytes = new TextEncoder().encode(NASTY);
  const whole = scan([bytes]);
  expect(whole).toContain('0:2=x\r\ny');
  for (let cut = 0; cut <= bytes.length; cut++) {
    expect(scan([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(whole);
  }
  expect(scan(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole);
});

test('any text cut into any chunks gives the same fields', () => {
  const part = fc.constantFrom('"', '""', ',', '\n', '\r', '\r\n', 'a', '客', '\0', ' ');
  fc.assert(
    fc.property(fc.array(part), fc.array(fc.nat(60)), (parts, cuts) => {
      const bytes = new TextEncoder().encode(parts.join(''));
      const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const chunks = edges.slice(1).map((edge, at) => bytes.subarray(edges[at], edge));
      expect(scan(chunks)).toEqual(scan([bytes]));
    }),
  );
});

test('no byte of a text is lost: what is not syntax stands in some field', () => {
  const part = fc.constantFrom('"', ',', '\n', '\r\n', 'a', '客', '1,234');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      const content = (fields: string) => fields.replace(/[^a客1-4]/g, '');
      const read = scan([new TextEncoder().encode(text)]).map((field) => field.split('=')[1] ?? '');
      expect(content(read.join(''))).toBe(content(text));
    }),
  );
});
