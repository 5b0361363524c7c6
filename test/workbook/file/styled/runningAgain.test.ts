import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { all, viewPackage } from './packageView';
import { analyzed, restored } from './runInMemory';

const FIXTURES = join(__dirname, '../../../fixtures');

/** What grows in a file that is written again and again. */
function sizes(bytes: Uint8Array) {
  const view = viewPackage(bytes);
  const count = (part: string, local: string) => all(view.xml(part), local).length;
  return {
    bytes: bytes.length,
    parts: [...view.entries.keys()].sort(),
    formats: [...(all(view.xml('xl/styles.xml'), 'cellXfs')[0]?.children ?? [])].length,
    looks: count('xl/styles.xml', 'dxf'),
    fonts: count('xl/styles.xml', 'font'),
    names: count('xl/workbook.xml', 'definedName'),
    sheets: all(view.xml('xl/workbook.xml'), 'sheet').map((sheet) => sheet.getAttribute('name')),
    uncompressed: [...view.entries].map(([name, { content }]) => [name, content.length]),
  };
}

describe.each([
  ['a plain export', 4, join(__dirname, '../../../../assets/sample-export.xlsx')],
  ['a styled workbook', 10, join(FIXTURES, 'styled/styledLedger.xlsm')],
])('%s', (_, runs, path) => {
  test('does not grow in run after run (SPEC 10: running again is safe)', async () => {
    const original = new Uint8Array(readFileSync(path));
    const outputs = [await analyzed(original)];
    for (let run = 1; run < runs; run++) outputs.push(await analyzed(outputs.at(-1) ?? original));
    const [, second, ...later] = outputs.map(sizes);
    for (const size of later) expect(size).toEqual(second);
    const [first, last] = [outputs[0], outputs.at(-1)].map((bytes) => sizes(bytes ?? original));
    expect({ ...last, bytes: 0, uncompressed: [], sheets: [] }).toEqual({
      ...first,
      bytes: 0,
      uncompressed: [],
      sheets: [],
    });
    const before = viewPackage(original);
    const after = viewPackage(await restored(outputs.at(-1) ?? original));
    const sheet = before.sheet(
      all(before.xml('xl/workbook.xml'), 'sheet')[0]?.getAttribute('name') ?? '',
    );
    const rows = (text = '') => text.slice(text.indexOf('<sheetData'), text.indexOf('</sheetData'));
    expect(rows(after.entries.get(sheet)?.text)).toBe(rows(before.entries.get(sheet)?.text));
  }, 180_000);
});
