import type { ConditionalFormatPlan, SheetPlan } from '../../../../src/workbook/sheetPlan';
import { annotate, textOf } from './annotateRich';
import { unzip, zipOf } from './memory';
import { overviewPlan, richLedgerPlan, richParts, richPlan } from './richLedger';

const BAR: ConditionalFormatPlan = {
  kind: 'dataBar',
  range: { firstRow: 3, lastRow: 7, firstColumn: 7, lastColumn: 7 },
  color: '9DC3E6',
  negativeColor: 'f4b183',
};
const RULE: ConditionalFormatPlan = {
  kind: 'formula',
  range: { firstRow: 3, lastRow: 7, firstColumn: 6, lastColumn: 6 },
  formula: '$H4<"&"',
  look: { bold: true, color: 'C00000', fill: 'FFF2CC' },
};

const LEDGER = 'xl/worksheets/sheet1.xml';

async function run(input?: Uint8Array, sheet: Partial<SheetPlan> = {}) {
  const ledger = richLedgerPlan({ conditionalFormats: [RULE, BAR] });
  const plan = { ...richPlan(), ledgers: [ledger], sheets: [{ ...overviewPlan(), ...sheet }] };
  return annotate(input ?? (await zipOf(richParts())), plan);
}

describe('conditional formats', () => {
  test('a rule of ours refers to a look among the differential formats', async () => {
    const entries = unzip(await run());
    const rule = /<conditionalFormatting sqref="G4:G8">(.*?)<\/conditionalFormatting>/;
    expect(rule.exec(textOf(entries, LEDGER))?.[1]).toBe(
      '<cfRule type="expression" dxfId="0" priority="10"><formula>$H4&lt;"&amp;"</formula></cfRule>',
    );
    expect(textOf(entries, 'xl/styles.xml')).toContain(
      '<dxfs count="1"><dxf><font><b/><color rgb="FFC00000"/></font><fill><patternFill ' +
        'patternType="solid"><fgColor rgb="FFFFF2CC"/><bgColor rgb="FFFFF2CC"/></patternFill></fill></dxf></dxfs>',
    );
  });

  test('a bar begins at zero and shows negatives in their own colour', async () => {
    const xml = textOf(unzip(await run()), LEDGER);
    const id = /<x14:id>(\{[^<]*\})<\/x14:id>/.exec(xml)?.[1] ?? '-';
    expect(xml).toContain('<cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FF9DC3E6"/>');
    expect(xml).toContain(`<x14:cfRule type="dataBar" id="${id}">`);
    expect(xml).toContain('<x14:negativeFillColor rgb="FFF4B183"/>');
    // Within the extension that the user's own rules are in.
    expect(xml.match(/<x14:conditionalFormattings>/g)).toHaveLength(1);
    expect(xml).toMatch(/<xm:sqref>H4:H8<\/xm:sqref><\/x14:conditionalFormatting><\/x14:cond/);
  });

  test('they stand between the merged cells and the validations, below the user’s', async () => {
    const xml = textOf(unzip(await run()), LEDGER);
    const order = [
      '<mergeCells',
      '<conditionalFormatting sqref="D4:D8"',
      'sqref="G4:G8"',
      'sqref="H4:H8"',
      '<dataVal',
    ];
    const places = order.map((text) => xml.indexOf(text));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('running again leaves the same rules, the user’s among them', async () => {
    const plan = richLedgerPlan({
      order: Uint32Array.of(3, 4, 5, 6, 7),
      conditionalFormats: [RULE, BAR],
    });
    const first = await run();
    const again = await annotate(first, { ...richPlan(), ledgers: [plan] });
    const rules = (bytes: Uint8Array) =>
      textOf(unzip(bytes), LEDGER).match(/<(?:x14:)?conditionalFormatting .*?sqref="?[^">]*/g);
    expect(rules(again)).toEqual(rules(first));
    expect(textOf(unzip(again), 'xl/styles.xml')).toContain('<dxfs count="1">');
  });

  test('a sheet of the plan has its own', async () => {
    const entries = unzip(await run(undefined, { conditionalFormats: [BAR, RULE] }));
    const xml = textOf(entries, 'xl/worksheets/sheet3.xml');
    expect(xml).toContain('<cfRule type="dataBar" priority="1">');
    expect(xml).toMatch(/<extLst><ext [^>]*uri="\{78C0D931[^>]*>.*<\/extLst><\/worksheet>$/);
  });
});

describe('links, visibility and print', () => {
  test('a column links its rows, as many as Excel takes', async () => {
    const rowCount = 40_000;
    const rows = Int32Array.from({ length: rowCount }, (_, i) => (i === 1 ? -1 : i + 5));
    const links = { sheet: "客户'汇总", column: 2, rows };
    const column = {
      kind: 'text' as const,
      values: () => 'x',
      style: 'text' as const,
      links,
    };
    const blocks: SheetPlan['blocks'] = [
      { kind: 'columns', row: 1, column: 1, rowCount, columns: [column, column] },
    ];
    const entries = unzip(await run(undefined, { blocks, merges: [] }));
    const xml = textOf(entries, 'xl/worksheets/sheet3.xml');
    expect(xml).toContain(
      `<hyperlinks><hyperlink ref="B2" location="'客户''汇总'!C6"/><hyperlink ref="C2" location="'客户''汇总'!C6"/><hyperlink ref="B4"`,
    );
    expect(xml.match(/<hyperlink /g)).toHaveLength(65_530);
  });

  test('a sheet is hidden as the plan says, printed on one page with its footer', async () => {
    const print = { landscape: false, pagesHigh: 1, footer: '&L张三 & 李四' };
    const input = await zipOf(richParts());
    const sheets: SheetPlan[] = [
      { ...overviewPlan(), print },
      { ...overviewPlan(), role: 'settings', name: '设置', visibility: 'veryHidden' },
    ];
    const entries = unzip(await annotate(input, { ...richPlan(), sheets }));
    expect(textOf(entries, 'xl/workbook.xml')).toMatch(
      /<sheet name="设置" sheetId="\d+" state="veryHidden"/,
    );
    expect(textOf(entries, 'xl/worksheets/sheet3.xml')).toContain(
      '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="1"/>' +
        '<headerFooter><oddFooter>&amp;L张三 &amp; 李四</oddFooter></headerFooter>',
    );
  });

  test('a partial plan replaces the sheets it names and leaves our others', async () => {
    const first = await annotate(await zipOf(richParts()), richPlan());
    const settings: SheetPlan = { ...overviewPlan(), role: 'settings', name: '设置' };
    const partial = { ...richPlan(), ledgers: [], sheets: [settings], partial: true };
    let bytes = first;
    for (let times = 0; times < 2; times++) bytes = await annotate(bytes, partial);
    const names = [...textOf(unzip(bytes), 'xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)];
    expect(names.map(([, name]) => name)).toEqual(['概览', '明细', '客户', "客户'汇总", '设置']);
  });
});
