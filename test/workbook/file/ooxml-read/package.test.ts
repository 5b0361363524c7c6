/** Where the parts of a workbook lie, and what its small parts say. */
import { CellKind } from '../../../../src/core';
import type { Progress } from '../../../../src/workbook/workbook';
import {
  buildXlsx,
  type Parts,
  plainParts,
  relationships,
  STRICT_DOCUMENT,
  STRICT_MAIN,
  worksheet,
} from './buildXlsx';
import { cellsOf, readBytes } from './readCells';

const CELL = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
const PARTS = plainParts(CELL, '<si><t>甲</t></si>');
const SHEET = PARTS['xl/worksheets/sheet1.xml'] ?? '';

async function firstCell(parts: Parameters<typeof buildXlsx>[0]): Promise<unknown> {
  const { workbook } = await readBytes(buildXlsx(parts));
  return workbook.sheets[0] && cellsOf(workbook.sheets[0])[0]?.[0];
}

describe('parts are found through relationships', () => {
  const move = (path: string, target: string): Record<string, string | undefined> => ({
    ...PARTS,
    'xl/worksheets/sheet1.xml': undefined,
    [path]: SHEET,
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', target],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
    ]),
  });
  it.each([
    ['absolute', 'data/any.xml', '/data/any.xml'],
    ['relative', 'data/any.xml', '../data/any.xml'],
    ['with back-slashes', 'xl/data/any.xml', 'data\\any.xml'],
    ['in another case', 'xl/Worksheets/Sheet1.xml', 'worksheets/SHEET1.xml'],
    ['with percent-escapes', 'xl/my sheet.xml', 'my%20sheet.xml'],
    ['with dots', 'xl/any.xml', './x/../any.xml'],
    ['climbing above the root, which is the root', 'any.xml', '../../../any.xml'],
  ])('%s', async (_, path, target) => {
    expect(await firstCell(move(path, target))).toBe('甲');
  });

  it('the workbook itself anywhere', async () => {
    const parts: Record<string, string | undefined> = {
      ...PARTS,
      '_rels/.rels': relationships([['r', 'officeDocument', '/book.xml']]),
      'book.xml': PARTS['xl/workbook.xml'],
      'xl/workbook.xml': undefined,
      '_rels/book.xml.rels': relationships([
        ['rId1', 'worksheet', 'xl/worksheets/sheet1.xml'],
        ['rId3', 'sharedStrings', 'xl/sharedStrings.xml'],
      ]),
    };
    expect(await firstCell(parts)).toBe('甲');
  });

  it('and by content type where the package has no relationships', async () => {
    expect(await firstCell({ ...PARTS, '_rels/.rels': undefined })).toBe('甲');
  });

  it('with back-slashes in the archive', async () => {
    const parts = Object.fromEntries(
      Object.entries(PARTS).map(([path, xml]) => [path.replaceAll('/', '\\'), xml]),
    );
    expect(await firstCell(parts)).toBe('甲');
  });
});

it('reads strict workbooks, with ISO dates', async () => {
  const strict = (xml = ''): string =>
    xml
      .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', STRICT_MAIN)
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        STRICT_DOCUMENT,
      );
  const parts = plainParts(
    '<row r="1"><c r="A1" s="1" t="d"><v>2025-11-30</v></c><c r="B1" s="1"><v>5</v></c></row>',
  );
  const { workbook } = await readBytes(
    buildXlsx(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strict(xml)]))),
  );
  expect(workbook.sheets.map(cellsOf)).toEqual([[[{ date: 45991 }, { date: 5 }]]]);
});

it('reads workbooks whose parts all have namespace prefixes', async () => {
  const parts = mapParts((xml) =>
    xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1p:').replace('xmlns=', 'xmlns:p='),
  );
  expect(await firstCell(parts)).toBe('甲');
});

it('reads UTF-16 and byte order marks', async () => {
  const utf16 = mapParts((xml) =>
    Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
  );
  expect(await firstCell(utf16)).toBe('甲');
  expect(await firstCell(mapParts((xml) => `\ufeff${xml}`))).toBe('甲');
});

it('reads the encoding that a part declares, if the platform knows it', async () => {
  const declared = (encoding: string): Parts =>
    mapParts((xml) =>
      Buffer.concat([
        Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>`),
        ...Array.from(xml.replace(/<\?.*?\?>\s*/, ''), (letter) =>
          letter === '甲' ? Buffer.from([0xbc, 0xd7]) : Buffer.from(letter),
        ),
      ]),
    );
  expect(await firstCell(declared('GB2312'))).toBe('甲');
  await expect(firstCell(declared('klingon'))).rejects.toMatchObject({ code: 'file.damaged' });
});

function mapParts(change: (xml: string) => string | Uint8Array): Parts {
  return Object.fromEntries(Object.entries(PARTS).map(([path, xml]) => [path, change(xml)]));
}

it('reads zip64, data descriptors and stored parts', async () => {
  for (const entry of [
    { zip64: true, descriptor: 'long' as const },
    { descriptor: 'short' as const },
    { stored: true },
  ]) {
    const bytes = buildXlsx(PARTS, entry, { zip64: entry.zip64 ?? false });
    const { workbook } = await readBytes(bytes);
    expect(workbook.sheets.map(cellsOf)).toEqual([[['甲']]]);
  }
});

describe('the workbook part', () => {
  const sheets =
    '<sheet name="A&amp;B" sheetId="7" r:id="rId1"/><sheet name="图" sheetId="8" r:id="rId9"/>' +
    '<sheet name="藏" sheetId="9" state="veryHidden" r:id="rId8"/>';
  const parts = {
    ...PARTS,
    'xl/workbook.xml': (PARTS['xl/workbook.xml'] ?? '')
      .replace(/<sheets>.*<\/sheets>/, `<workbookPr date1904="1"/><sheets>${sheets}</sheets>`)
      .replace(
        '</workbook>',
        '<definedNames><definedName name="HANDOVER_SHEET" localSheetId="2" hidden="1">"customers"</definedName><definedName name="x">A!$A$1</definedName></definedNames></workbook>',
      ),
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId9', 'chartsheet', 'chartsheets/sheet1.xml'],
      ['rId8', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/chartsheets/sheet1.xml': '<chartsheet/>',
    'xl/worksheets/sheet2.xml': worksheet(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
    ),
  };

  it('says which worksheets there are, their state and marks, and the date system', async () => {
    const {
      workbook,
      package: pack,
      sheets: scanned,
    } = await readBytes(buildXlsx(parts), {
      name: 'x.xlsx',
    });
    expect(workbook).toMatchObject({
      name: 'x.xlsx',
      sheets: [
        { name: 'A&B', hidden: false, date1904: true, rowCount: 1 },
        { name: '藏', hidden: true, date1904: true, rowCount: 1, mark: 'customers' },
      ],
    });
    expect(workbook.sheets[0]).not.toHaveProperty('mark');
    expect(pack.sheets.map(({ tab, sheetId, partPath }) => [tab, sheetId, partPath])).toEqual([
      [0, '7', 'xl/worksheets/sheet1.xml'],
      [2, '9', 'xl/worksheets/sheet2.xml'],
    ]);
    expect(pack.workbook.definedNames).toEqual([
      { name: 'HANDOVER_SHEET', tab: 2, hidden: true, value: '"customers"' },
      { name: 'x', hidden: false, value: 'A!$A$1' },
    ]);
    expect(pack.findPart('xl/chartsheets/sheet1.xml')).toBeDefined();
    expect(scanned.map(({ state }) => state)).toEqual(['visible', 'veryHidden']);
    expect(scanned[0]?.columns).toBe(workbook.sheets[0]?.columns);
  });

  it('lets marked sheets be passed over, but for their names', async () => {
    const { workbook, sheets: scanned } = await readBytes(buildXlsx(parts), { skipMarked: true });
    expect(scanned.map(({ name }) => name)).toEqual(['A&B']);
    expect(workbook.sheets[1]).toMatchObject({ name: '藏', rowCount: 0, mark: 'customers' });
  });
});

it('tells dates by custom number formats', async () => {
  const codes = ['yyyy&quot;年&quot;', '#,##0&quot;d&quot;', '[h]:mm'];
  const { workbook } = await readBytes(
    buildXlsx({
      ...plainParts(
        `<row r="1">${codes.map((_, i) => `<c s="${String(i)}"><v>1</v></c>`).join('')}<c s="77"><v>1</v></c></row>`,
      ),
      'xl/styles.xml': `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>${codes.map((code, i) => `<numFmt numFmtId="${String(176 + i)}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs>${codes.map((_, i) => `<xf numFmtId="${String(176 + i)}"/>`).join('')}</cellXfs></styleSheet>`,
    }),
  );
  const { date, number } = CellKind;
  expect(workbook.sheets[0]?.columns.map(({ kinds }) => kinds[0])).toEqual([
    date,
    number,
    date,
    number,
  ]);
});

it('counts progress in compressed bytes, up to the whole', async () => {
  const steps: Progress[] = [];
  const many = Array.from(
    { length: 60_000 },
    (_, i) => `<row><c><v>${String(Math.sin(i))}</v></c></row>`,
  ).join('');
  await readBytes(buildXlsx(plainParts(many)), { onProgress: (step) => steps.push(step) });
  expect(steps.length).toBeGreaterThan(2);
  expect(steps.map((step) => step.done)).toEqual(steps.map((s) => s.done).sort((a, b) => a - b));
  expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total);
});

it('stops when told to', async () => {
  const controller = new AbortController();
  const reading = readBytes(buildXlsx(PARTS), {
    signal: controller.signal,
    onProgress: () => {
      controller.abort();
    },
  });
  await expect(reading).rejects.toMatchObject({ code: 'operation.cancelled' });
});
