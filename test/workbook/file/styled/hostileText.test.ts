import { read, type CellObject, type WorkBook } from '@e965/xlsx';
import { buildXlsx, plainParts } from '../ooxml-read/buildXlsx';
import { all, viewPackage, type PackageView } from './packageView';
import { analyzed, restored } from './runInMemory';

/** A text, and a part of it by which it is found again however it was cleaned. */
type Hostile = readonly [kind: string, text: string, marker: string];

const LONG = '长'.repeat(39_990) + 'LONGMARKER';
const HOSTILE: readonly Hostile[] = [
  ['a formula', '=HYPERLINK("http://evil.example/","MARKA")', 'MARKA'],
  ['a command', "+cmd|' /C MARKB'!A0", 'MARKB'],
  ['an at sign', '@SUM(1)MARKC', 'MARKC'],
  ['a minus', '-2+3+MARKD', 'MARKD'],
  ['a tab before a formula', '\t=MARKE()', 'MARKE'],
  ['forty thousand characters', LONG, '长'.repeat(50)],
  ['control characters', 'a\u0001b\u000b\u001f\u007fMARKF', 'MARKF'],
  ['the end of a CDATA section', ']]>MARKG<![CDATA[', 'MARKG'],
  ['markup', '<b>&amp;"\'MARKH</v></c>', 'MARKH'],
  ['what looks like an escape', '_x000D_MARKI_x0041_', 'MARKI'],
  ['lone surrogates', '\ud83dMARKJ\udc00', 'MARKJ'],
  ['characters that are none', '\ufffe\uffffMARKK', 'MARKK'],
  ['emoji', '👨‍👩‍👧‍👦🇨🇳MARKL', 'MARKL'],
  ['right-to-left marks', '\u202eMARKM\u200f\u2067', 'MARKM'],
  ['line breaks', 'MARKN\r\n=1+1', 'MARKN'],
  ['placeholders of templates', '{姓名}$&$1[MARKO]', 'MARKO'],
];
const HEADER = '=HEADER()&"<b>"]]>';
const SHEET = `=1+1'&<b>"`;
const HEADERS = [
  '客户号',
  '客户名称',
  '账号',
  '产品名称',
  '本年余额',
  '本年日均',
  '客户经理',
  '开户机构',
  '备注',
  HEADER,
];
const REMARK = 8;

let output: Uint8Array;
let view: PackageView;
let book: WorkBook;

beforeAll(async () => {
  output = await analyzed(ledgerFile(), `${SHEET}.xlsx`, { me: '王一', predecessors: ['=PRE(1)'] });
  view = viewPackage(output);
  book = read(output, { type: 'array', cellFormula: true });
}, 60_000);

describe.each(HOSTILE)('%s', (_, text, marker) => {
  test('is no formula, rule, name, link or file name anywhere', () => {
    const active = [...view.entries].flatMap(([name, { text: xml }]) =>
      /\.(?:xml|rels|vml)$/.test(name) ? activeTexts(view, name, xml) : [name],
    );
    expect(active.length).toBeGreaterThan(100);
    expect(active.filter((item) => item.includes(marker.slice(0, 20)))).toEqual([]);
  });

  test('is a text in every sheet that shows it', () => {
    const shown = new Map<string, CellObject[]>();
    for (const [name, sheet] of Object.entries(book.Sheets)) {
      const found = Object.entries(sheet).flatMap(([at, cell]: [string, CellObject]) =>
        !at.startsWith('!') && String(cell.v).includes(marker) ? [cell] : [],
      );
      if (found.length > 0) shown.set(name, found);
    }
    for (const name of [SHEET, '客户汇总', '话术', '剔除数据']) {
      expect([name, shown.has(name)]).toEqual([name, true]);
    }
    const cells = [...shown.values()].flat();
    // A name may be shown by a formula that looks it up; no formula may hold the text itself.
    expect(cells.filter(({ t, f }) => t !== 's' || f?.includes(marker))).toEqual([]);
    const looked = cells.flatMap(({ f }) => f ?? []);
    expect(looked.filter((f) => !/^HYPERLINK\("#'客户汇总'!D"&.*INDEX\(/.test(f))).toEqual([]);
    // The untouched copy is untouched.
    const written = [...shown].filter(([name]) => !name.startsWith('原始数据'));
    const lengths = written.flatMap(([, found]) => found.map(({ v }) => String(v).length));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(32_767);
  });

  test('stays in a column that no analysis needs, but for what is invisible (SPEC 2, Text)', () => {
    const remarks = Object.entries(book.Sheets[SHEET] ?? {})
      .filter(([at]) => at.startsWith('I'))
      .map(([, cell]) => String((cell as CellObject).v))
      .filter((value) => value.includes(marker));
    expect(new Set(remarks)).toEqual(
      new Set([text === LONG ? `${text.slice(0, 32_766)}…` : visible(text)]),
    );
  });
});

test('every part is well-formed to a strict parser', () => {
  const names = [...view.entries.keys()].filter((name) => /\.(?:xml|rels|vml)$/.test(name));
  for (const name of names) view.xml(name);
  expect(names.length).toBeGreaterThan(20);
});

test('a column’s header stays a text', () => {
  const headers = Object.values(book.Sheets).map((sheet) => Object.values(sheet) as CellObject[]);
  const found = headers.flat().filter(({ v }) => v === HEADER);
  expect(found.length).toBeGreaterThan(1);
  expect(found.filter(({ t, f }) => t !== 's' || f !== undefined)).toEqual([]);
});

test('a chart’s cache holds names as texts', () => {
  const cached = [...view.entries.keys()]
    .filter((name) => name.startsWith('xl/charts/'))
    .flatMap((name) => all(view.xml(name), 'strCache'))
    .flatMap((cache) => all(cache, 'v').map((item) => item.textContent));
  expect(cached.filter((value) => value.includes('MARK')).length).toBeGreaterThan(5);
});

test('formulas name the sheet quoted, and running again and restoring know it', async () => {
  const formulas = Object.values(book.Sheets['概览'] ?? {}).flatMap(
    (cell: CellObject) => cell.f ?? [],
  );
  const quoted = `'${SHEET.replaceAll("'", "''")}'!`;
  expect(formulas.filter((formula) => formula.includes(quoted)).length).toBeGreaterThan(3);
  const again = await analyzed(output);
  const twice = read(again, { type: 'array' });
  expect([...twice.SheetNames].sort()).toEqual([...book.SheetNames].sort());
  const before = read(ledgerFile(), { type: 'array' });
  const after = read(await restored(again), { type: 'array' });
  expect(after.SheetNames).toEqual([SHEET]);
  expect(after.Sheets).toEqual(before.Sheets);
}, 60_000);

/** On one line, without characters that cannot be seen; half an emoji is U+FFFD once read. */
function visible(text: string): string {
  return (
    text
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      // eslint-disable-next-line no-control-regex -- these are what cleaning takes away
      .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0001\u001f\u007f]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** What a program would compute, follow or open. */
function activeTexts({ xml }: PackageView, name: string, text: string): string[] {
  const root = text === '' ? undefined : xml(name);
  if (root === undefined) return [];
  const formulas = ['f', 'formula', 'formula1', 'formula2', 'definedName'].flatMap((local) =>
    all(root, local).map((item) => item.textContent),
  );
  const attributes = ['location', 'Target', 'ref', 'sqref', 'macro'].flatMap((attribute) =>
    [...root.querySelectorAll(`[${attribute}]`)].map((item) => item.getAttribute(attribute) ?? ''),
  );
  return [...formulas, ...attributes];
}

/** Each text as a customer's name, product, manager, branch and remark; every row twice. */
function ledgerFile(): Uint8Array {
  const rows = HOSTILE.flatMap(([, text], i) => {
    const id = `C${String(100 + i)}`;
    const money = [String(900_000 - i * 1000), String(700_000 + i * 3000)];
    const own = [
      id,
      text,
      `62220000${String(1000 + i)}`,
      '定期',
      ...money,
      '王一',
      '城东支行',
      '',
      '',
    ];
    const other = [id, text, `62220000${String(2000 + i)}`, text, ...money, text, text, text, text];
    return [own, other, other];
  });
  const xml = [HEADERS, ...rows].map((cells, r) => {
    const items = cells.map((value, c) => {
      const at = `${String.fromCharCode(65 + c)}${String(r + 1)}`;
      return r > 0 && (c === 4 || c === 5)
        ? `<c r="${at}"><v>${value}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${encode(value)}</t></is></c>`;
    });
    return `<row r="${String(r + 1)}">${items.join('')}</row>`;
  });
  const parts = plainParts(xml.join(''));
  const workbook = parts['xl/workbook.xml'] ?? '';
  expect(HEADERS[REMARK]).toBe('备注');
  return buildXlsx({
    ...parts,
    'xl/workbook.xml': workbook.replace(
      'name="S"',
      () => `name="${encode(SHEET).replaceAll('"', '&quot;')}"`,
    ),
  });
}

/** As Excel writes a text: what XML cannot hold as `_xHHHH_`. */
function encode(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      // eslint-disable-next-line no-control-regex -- these are what XML forbids
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
