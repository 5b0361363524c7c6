import { readXlsx } from '../../../../src/workbook/file/ooxml/readXlsx';
import { annotate, textOf } from './annotateRich';
import { compression, memorySource, unzip, zipOf } from './memory';
import { richLedgerPlan, richParts, richPlan } from './richLedger';

const COPY = '原始数据·明细';
const PLAN = { ...richPlan(), originals: [{ sheetName: '明细', copyName: COPY }] };
/** After the overview's and the customers' sheets. */
const PART = 'xl/worksheets/sheet5.xml';

const NO_RELATIONSHIPS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

const between = (xml: string) => xml.slice(xml.indexOf('<sheetData>'), xml.indexOf('</sheetData>'));

async function copied(): Promise<Uint8Array> {
  return annotate(await zipOf(richParts()), PLAN);
}

describe('the untouched copy of a ledger (SPEC 10)', () => {
  test('its rows, columns, merges, formats and validations are those of the sheet', async () => {
    const entries = unzip(await copied());
    const before = String(richParts().get('xl/worksheets/sheet1.xml'));
    const xml = textOf(entries, PART);
    expect(between(xml)).toBe(between(before));
    for (const element of ['cols', 'mergeCells', 'dataValidations', 'conditionalFormatting']) {
      const found = new RegExp(`<${element}[ >].*</${element}>`);
      expect(found.exec(xml)?.[0]).toBe(found.exec(before)?.[0]);
    }
  });

  test('it is hidden, not selected, and knows its ledger by reference', async () => {
    const entries = unzip(await copied());
    const workbook = textOf(entries, 'xl/workbook.xml');
    expect(workbook).toMatch(new RegExp(`<sheet name="${COPY}" sheetId="\\d+" state="hidden"`));
    expect(workbook).toContain(
      `name="HANDOVER_LEDGER" localSheetId="4" hidden="1">'明细'!$A$1</definedName>`,
    );
    expect(textOf(entries, PART)).not.toContain('tabSelected');
    const { workbook: raw } = await readXlsx(memorySource(await copied()), compression);
    expect(raw.sheets.at(-1)).toMatchObject({ name: COPY, mark: 'original', copyOf: '明细' });
  });

  test('it has comments and links of its own and shares no part with the ledger', async () => {
    const entries = unzip(await copied());
    const targets = (sheet: string) =>
      [
        ...textOf(entries, `xl/worksheets/_rels/${sheet}.xml.rels`).matchAll(
          /Target="(\.\.[^"]*)"/g,
        ),
      ].map(([, target]) => target);
    expect(targets('sheet5')).toEqual([
      '../drawings/vmlDrawing2.vml',
      '../comments2.xml',
      '../threadedComments/threadedComment2.xml',
    ]);
    expect(targets('sheet1')).not.toContain('../comments2.xml');
    expect(textOf(entries, 'xl/comments2.xml')).toBe(richParts().get('xl/comments1.xml'));
    const threads = 'xl/threadedComments/threadedComment';
    expect(textOf(entries, `${threads}2.xml`)).toBe(
      String(richParts().get(`${threads}1.xml`)).replace(/id="\{([AB])\}"/g, (_, id) =>
        id === 'A' ? 'id="{2}"' : 'id="{3}"',
      ),
    );
    expect(textOf(entries, '[Content_Types].xml')).toContain('threadedComment2.xml');
    expect(textOf(entries, 'xl/drawings/vmlDrawing2.vml')).not.toContain('id="button"');
    expect(textOf(entries, PART)).toContain('<hyperlink ref="C4" r:id="rId2"/>');
  });

  test('the names in its scope are those of the ledger, for its own cells', async () => {
    const workbook = textOf(unzip(await copied()), 'xl/workbook.xml');
    expect(workbook).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="4" hidden="1">'${COPY}'!$A$3:$F$10</definedName>`,
    );
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="4">'${COPY}'!$1:$3</definedName>`,
    );
  });

  test('where nothing has to differ, it is the sheet’s part as it is compressed', async () => {
    const plain = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
    const parts = new Map(richParts())
      .set('xl/worksheets/sheet2.xml', `${plain}<sheetData><row r="1"/></sheetData></worksheet>`)
      .set('xl/worksheets/_rels/sheet2.xml.rels', NO_RELATIONSHIPS);
    const source = await zipOf(parts);
    const originals = [{ sheetName: '客户', copyName: COPY }];
    const entries = unzip(await annotate(source, { ...richPlan(), originals }));
    const before = unzip(source).get('xl/worksheets/sheet2.xml');
    expect(entries.get(PART)?.compressed).toEqual(before?.compressed);
    // What is compressed anew is written as a stream, and says so.
    expect(entries.get(PART)?.flags).toBe(0);
  });

  test('running again leaves one copy and the same parts', async () => {
    const first = await copied();
    const ledger = richLedgerPlan({ order: Uint32Array.of(3, 4, 5, 6, 7) });
    const kept = await annotate(first, { ...richPlan(), ledgers: [ledger] });
    expect([...unzip(kept).keys()].sort()).toEqual([...unzip(first).keys()].sort());
    expect(textOf(unzip(kept), PART)).toBe(textOf(unzip(first), PART));
    const original = { sheetName: '明细', copyName: COPY, columnLimit: 6 };
    let bytes = first;
    for (let run = 0; run < 3; run++) {
      bytes = await annotate(bytes, { ...PLAN, ledgers: [ledger], originals: [original] });
    }
    expect([...unzip(bytes).keys()].sort()).toEqual([...unzip(first).keys()].sort());
    const xml = textOf(unzip(bytes), PART);
    expect(xml).not.toContain('r="G4"');
    expect(xml).toContain('r="F4"');
    expect(textOf(unzip(bytes), 'xl/workbook.xml').match(/HANDOVER_LEDGER"/g)).toHaveLength(1);
  });
});
