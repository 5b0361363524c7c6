/** What other readers make of our files; the ones that are at hand here are libraries. */
import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { readXlsx as readWithHucre } from 'hucre';
import { CellKind } from '../../../../src/core';
import { readXlsx } from '../../../../src/workbook/file/ooxml/readXlsx';
import type { WorkbookPlan } from '../../../../src/workbook/sheetPlan';
import { annotate, annotateParts, textOf } from './annotateRich';
import { compression, memorySource, zipOf } from './memory';
import { richParts, richPlan } from './richLedger';

const EXPECTED = [
  [6, 'C006', '孙七', -0.25, 1e21, 46030, 'P1', 1],
  [1, 'C001', '张三', 100.5, 90, 46000, 'P2', -2.5],
  // SheetJS leaves errors out of rows.
  [4, 'C004', '赵六', undefined, true, 46020, 'P3', 0],
  [3, 'C003', '王五', 300, 600, undefined, 'P4', 300],
  [2, 'C002', '李四 & co', '1,234.50', 80, 46010, '=P5', undefined],
];

test('SheetJS reads the annotated ledger as it is meant', async () => {
  const output = await annotate(await zipOf(richParts()), richPlan());
  const book = XLSX.read(output, { type: 'buffer' });
  expect(book.SheetNames).toEqual(['概览', '明细', '客户', "客户'汇总"]);
  const sheet = book.Sheets['明细'];
  if (sheet === undefined) throw new Error('There is no ledger.');
  const rows: unknown[][] = XLSX.utils.sheet_to_json(sheet, {
    header: 1,
    range: 3,
    blankrows: false,
  });
  expect(rows.map((row) => [...row])).toEqual(EXPECTED.map(trimmed));
  expect(sheet.D6).toMatchObject({ t: 'e', w: '#N/A' });
  expect(sheet.H5).toMatchObject({ t: 'n', f: 'IF(E5<>"",E5-D5,0)', v: -2.5 });
  expect(sheet.C5?.l?.Target).toBe('https://example.com/a');
});

test('hucre reads the annotated ledger and our sheets as they are meant', async () => {
  const output = await annotate(await zipOf(richParts()), richPlan());
  const book = await readWithHucre(output);
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(['概览', '明细', '客户', "客户'汇总"]);
  expect(book.sheets[1]?.rows[4]?.slice(0, 4)).toEqual([1, 'C001', '张三', 100.5]);
  expect(book.sheets[3]?.rows[2]?.[0]).toBe('@C002');
});

/** Plans whose overview holds the texts, one per row. */
function planOfTexts(texts: readonly string[]): WorkbookPlan {
  const plan = richPlan();
  const overview = plan.sheets[0];
  if (overview === undefined) throw new Error('The plan has an overview.');
  return {
    ...plan,
    sheets: [
      {
        ...overview,
        merges: [],
        blocks: [
          {
            kind: 'columns',
            row: 0,
            column: 0,
            rowCount: texts.length,
            columns: [{ kind: 'text', values: texts, style: 'text' }],
          },
          {
            kind: 'cells',
            row: 0,
            column: 1,
            cells: texts.map((value) => [{ value, style: 'wrapped' }]),
          },
        ],
      },
    ],
  };
}

const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '_x0041_',
        '_x',
        '_',
        'x0041_',
        '_x005F_',
        '\u0001',
        '\r\n',
        '\t',
        ']]>',
        '<c>&amp;',
        '"\'',
        '=1+1',
        '\ufffe',
        '😀',
        '  ',
      ),
    ),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.join(''));

test('any text comes back as it was: markup, escapes, control characters', async () => {
  const input = await zipOf(richParts());
  await fc.assert(
    fc.asyncProperty(fc.array(nasty, { minLength: 1, maxLength: 60 }), async (texts) => {
      const output = await annotate(input, planOfTexts(texts));
      const sheet = XLSX.read(output, { type: 'buffer' }).Sheets['概览'];
      const { workbook } = await readXlsx(memorySource(output), compression);
      const raw = workbook.sheets[0];
      for (const [c, column] of ['A', 'B'].entries()) {
        const cells = texts.map((_, row): XLSX.CellObject | undefined =>
          sheetCell(sheet, `${column}${String(row + 1)}`),
        );
        expect(cells.some((cell) => cell?.f !== undefined)).toBe(false);
        // SheetJS makes one line end of two characters, our reader � of half a pair.
        expect(cells.map((cell) => cell?.v ?? '')).toEqual(
          texts.map((text) => text.replaceAll('\r\n', '\n')),
        );
        const { kinds, values } = raw?.columns[c] ?? { kinds: [], values: [] };
        const read = texts.map((_, row) =>
          kinds[row] === CellKind.text ? raw?.texts.get(values[row] ?? -1) : '',
        );
        expect(read).toEqual(texts.map((text) => text.replace(/\p{Surrogate}/gu, '\ufffd')));
      }
    }),
    { numRuns: 30 },
  );
}, 30_000);

test('a text longer than a cell holds is cut and says so', async () => {
  const entries = await annotateParts(richParts(), planOfTexts(['客'.repeat(40_000)]));
  const text = /<t>(客+…)<\/t>/.exec(textOf(entries, 'xl/worksheets/sheet3.xml'))?.[1];
  expect(text).toHaveLength(32_767);
});

function sheetCell(sheet: XLSX.WorkSheet | undefined, name: string): XLSX.CellObject | undefined {
  return sheet?.[name] as XLSX.CellObject | undefined;
}

/** A row without the empty cells at its end. */
function trimmed(row: readonly unknown[]): unknown[] {
  return row.at(-1) === undefined ? row.slice(0, -1) : [...row];
}
