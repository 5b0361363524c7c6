import type { ChartPlan, SheetPlan } from '../../../../src/workbook/sheetPlan';
import { annotate, textOf } from './annotateRich';
import { unzip, zipOf } from './memory';
import { overviewPlan, richParts, richPlan } from './richLedger';

const NAMES = ['=HYPERLINK("x")', '+cmd|x', 'a<b>&"', '', '周😀\u0001\ud800'];
const AMOUNTS = [3, -2, NaN, 0.5, 1e6];
const area = (column: number) => ({
  firstRow: 1,
  lastRow: 5,
  firstColumn: column,
  lastColumn: column,
});
const SHEET = "概'览";
const categories = { sheet: SHEET, range: area(0), values: NAMES };
const values = { sheet: SHEET, range: area(1), values: AMOUNTS };

const PARETO: ChartPlan = {
  name: 'Pareto',
  title: '余额 <80/20>',
  alternativeText: '前五名客户 "余额"',
  anchor: { firstRow: 2, lastRow: 9, firstColumn: 3, lastColumn: 8 },
  legend: true,
  valueFormat: '#,##0"元"',
  secondaryFormat: '0%',
  secondaryMaximum: 1,
  series: [
    { name: '=余额', kind: 'column', categories, values, colors: ['AA0000', '00BB00'] },
    { name: '累计', kind: 'line', categories, values, colors: ['0000CC'], secondaryAxis: true },
  ],
};

const PIE: ChartPlan = {
  name: 'Trend',
  title: '趋势',
  alternativeText: '趋势',
  anchor: { firstRow: 10, lastRow: 20, firstColumn: 0, lastColumn: 3 },
  legend: false,
  series: [{ name: 'n', kind: 'pie', categories, values, colors: ['1', '2'], dataLabels: true }],
};

async function write(charts: readonly ChartPlan[], input?: Uint8Array): Promise<Uint8Array> {
  const sheet: SheetPlan = { ...overviewPlan(), name: SHEET, charts };
  const plan = { ...richPlan(), sheets: [sheet] };
  return annotate(input ?? (await zipOf(richParts())), plan);
}

describe('charts of a sheet of the plan', () => {
  test('a chart is a part of its own, shown by the drawing that the sheet refers to', async () => {
    const entries = unzip(await write([PARETO, PIE]));
    const sheet = textOf(entries, 'xl/worksheets/sheet3.xml');
    const id = /<drawing r:id="(rId\d)"\/>/.exec(sheet)?.[1] ?? '-';
    const target = `Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing2.xml"`;
    expect(textOf(entries, 'xl/worksheets/_rels/sheet3.xml.rels')).toContain(target);
    const drawing = textOf(entries, 'xl/drawings/drawing2.xml');
    expect(drawing).toContain('name="Pareto" descr="前五名客户 &quot;余额&quot;"');
    expect(drawing).toContain('<xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row>');
    expect(drawing).toContain(
      '<xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>10</xdr:row>',
    );
    const relationships = textOf(entries, 'xl/drawings/_rels/drawing2.xml.rels');
    for (const name of ['chart1', 'chart2']) {
      expect(relationships).toContain(`Target="../charts/${name}.xml"`);
      expect(textOf(entries, '[Content_Types].xml')).toContain(`PartName="/xl/charts/${name}.xml"`);
    }
  });

  test('names and values are cached as texts and numbers, gaps are left out (SPEC 10)', async () => {
    const xml = textOf(unzip(await write([PARETO])), 'xl/charts/chart1.xml');
    expect(xml).toContain('<c:tx><c:v>=余额</c:v></c:tx>');
    expect(xml).toContain(
      `<c:strRef><c:f>'概''览'!$A$2:$A$6</c:f><c:strCache><c:ptCount val="5"/>` +
        '<c:pt idx="0"><c:v>=HYPERLINK("x")</c:v></c:pt><c:pt idx="1"><c:v>+cmd|x</c:v></c:pt>' +
        '<c:pt idx="2"><c:v>a&lt;b&gt;&amp;"</c:v></c:pt>' +
        '<c:pt idx="4"><c:v>周😀_x0001__xD800_</c:v></c:pt></c:strCache>',
    );
    expect(xml).toContain(
      '<c:formatCode>#,##0"元"</c:formatCode><c:ptCount val="5"/><c:pt idx="0"><c:v>3</c:v></c:pt>' +
        '<c:pt idx="1"><c:v>-2</c:v></c:pt><c:pt idx="3"><c:v>0.5</c:v></c:pt>' +
        '<c:pt idx="4"><c:v>1000000</c:v></c:pt>',
    );
    // The only formulas are the references to the cells.
    const formulas = [...xml.matchAll(/<c:f>([^<]*)</g)].map(([, formula]) => formula);
    expect(new Set(formulas)).toEqual(new Set(["'概''览'!$A$2:$A$6", "'概''览'!$B$2:$B$6"]));
  });

  test('a cumulative line has its own axis at the right, points their own colours', async () => {
    const xml = textOf(unzip(await write([PARETO])), 'xl/charts/chart1.xml');
    expect(xml).toMatch(/<c:barChart>.*<c:axId val="1"\/><c:axId val="2"\/><\/c:barChart>/);
    expect(xml).toMatch(/<c:lineChart>.*<c:axId val="3"\/><c:axId val="4"\/><\/c:lineChart>/);
    expect(xml).toContain('<c:max val="1"/><c:min val="0"/>');
    expect(xml.match(/<c:dPt>/g)).toHaveLength(2);
    expect(xml).toContain('<c:lang val="zh-CN"/>');
  });

  test('a pie has labels with names and shares, and no axes', async () => {
    const xml = textOf(unzip(await write([PIE])), 'xl/charts/chart1.xml');
    expect(xml).toContain(
      '<c:showCatName val="1"/><c:showSerName val="0"/><c:showPercent val="1"/>',
    );
    expect(xml).not.toContain('Ax>');
  });

  test('running again leaves no chart, drawing or format behind', async () => {
    let bytes = await write([PARETO, PIE]);
    const names = [...unzip(bytes).keys()].sort();
    for (let run = 0; run < 3; run++) bytes = await write([PARETO, PIE], bytes);
    expect([...unzip(bytes).keys()].sort()).toEqual(names);
  });
});
