import { WorkbookFailure } from '../../../../src/workbook/workbookFailure';
import { readXlsx } from '../../../../src/workbook/file/ooxml/readXlsx';
import { annotateXlsx } from '../../../../src/workbook/file/ooxml/write/annotateXlsx';
import type { Progress } from '../../../../src/workbook/workbook';
import { annotate, annotateParts, cellFormats, textOf } from './annotateRich';
import { compression, memorySink, memorySource, unzip, zipOf } from './memory';
import { richLedgerPlan, richParts, richPlan } from './richLedger';

const WORKBOOK = 'xl/workbook.xml';

/** Replaces in one part, which must change. */
function changed(name: string, from: string | RegExp, to: string) {
  const parts = richParts();
  const part = parts.get(name);
  if (typeof part !== 'string') throw new Error(`There is no part ${name}.`);
  const text = part.replace(from, to);
  expect(text).not.toBe(part);
  return parts.set(name, text);
}

describe('the package around an annotated ledger', () => {
  test('parts that need not change keep their compressed bytes and their order', async () => {
    const input = await zipOf(richParts());
    const before = unzip(input);
    const after = unzip(await annotate(input, richPlan()));
    const untouched = [
      '_rels/.rels',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/sharedStrings.xml',
      'xl/drawings/drawing1.xml',
      'xl/vbaProject.bin',
    ];
    for (const name of untouched) {
      expect(after.get(name)?.compressed).toEqual(before.get(name)?.compressed);
    }
    const order = [...after.keys()].filter((name) => untouched.includes(name));
    expect(order).toEqual([...before.keys()].filter((name) => untouched.includes(name)));
  });

  test('the same input gives the same bytes', async () => {
    const input = await zipOf(richParts());
    expect(await annotate(input, richPlan())).toEqual(await annotate(input, richPlan()));
  });

  test('the overview is the first and active tab, the other sheets come last', async () => {
    const entries = await annotateParts(richParts(), richPlan());
    const xml = textOf(entries, WORKBOOK);
    const names = [...xml.matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)];
    expect(names.map(([, name, id]) => [name, id])).toEqual([
      ['概览', '8'],
      ['明细', '3'],
      ['客户', '7'],
      ["客户'汇总", '9'],
    ]);
    expect(xml).toContain('<workbookView xWindow="0"/>');
    expect(textOf(entries, 'xl/worksheets/sheet3.xml')).toContain('tabSelected="1"');
    expect(textOf(entries, 'xl/worksheets/sheet1.xml')).not.toContain('tabSelected');
  });

  test('a selected sheet that is copied stays the active one: no two sheets may be selected', async () => {
    const parts = changed(WORKBOOK, 'activeTab="0"', 'activeTab="1"');
    const entries = await annotateParts(parts, richPlan());
    expect(textOf(entries, WORKBOOK)).toContain('activeTab="2"');
    expect(textOf(entries, 'xl/worksheets/sheet3.xml')).not.toContain('tabSelected');
  });

  test('names of sheets keep their sheet, those of the ledger its new extent', async () => {
    const xml = textOf(await annotateParts(richParts(), richPlan()), WORKBOOK);
    expect(xml).toContain(
      '<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">明细!$A$3:$H$8</definedName>' +
        '<definedName name="_xlnm.Print_Area" localSheetId="1">明细!$A$1:$H$8</definedName>' +
        '<definedName name="_xlnm.Print_Titles" localSheetId="1">明细!$1:$3</definedName>' +
        '<definedName name="Local" localSheetId="2">客户!$A$1</definedName>' +
        '<definedName name="全部">明细!$D:$D</definedName>',
    );
  });

  test('sheets of ours carry the mark by which they are known again', async () => {
    const output = await annotate(await zipOf(richParts()), richPlan());
    const { workbook } = await readXlsx(memorySource(output), compression);
    expect(workbook.sheets.map((sheet) => sheet.mark)).toEqual([
      'overview',
      undefined,
      undefined,
      'customers',
    ]);
  });

  test('the calculation chain goes, and the workbook is computed when it is opened', async () => {
    const entries = await annotateParts(richParts(), richPlan());
    expect(entries.has('xl/calcChain.xml')).toBe(false);
    expect(textOf(entries, '[Content_Types].xml')).not.toContain('calcChain');
    expect(textOf(entries, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(textOf(entries, WORKBOOK)).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  });

  test('formats of the file stay where they were; ours are made with its own font', async () => {
    const entries = await annotateParts(richParts(), richPlan());
    const before = cellFormats(textOf(unzip(await zipOf(richParts())), 'xl/styles.xml'));
    const styles = textOf(entries, 'xl/styles.xml');
    expect(cellFormats(styles).slice(0, 8)).toEqual(before);
    expect(styles).toContain(
      '<font><b/><sz val="16"/><color rgb="FF1F3864"/><name val="仿宋"/><family val="3"/><charset val="134"/></font>',
    );
    expect(styles).toContain('<cellStyle name="常规" xfId="0" builtinId="0"/>');
    expect(styles).toContain(`<cellXfs count="${String(cellFormats(styles).length)}">`);
  });

  test('a workbook without styles gets them', async () => {
    const parts = changed('xl/_rels/workbook.xml.rels', /<Relationship Id="rId3"[^>]*\/>/, '');
    parts.delete('xl/styles.xml');
    const entries = await annotateParts(parts, richPlan());
    expect(cellFormats(textOf(entries, 'xl/styles.xml')).length).toBeGreaterThan(3);
    expect(textOf(entries, 'xl/_rels/workbook.xml.rels')).toContain('Target="styles.xml"');
    expect(
      textOf(entries, '[Content_Types].xml').match(/PartName="\/xl\/styles.xml"/g),
    ).toHaveLength(1);
  });

  test('dates of the plan are counted from 1904 where the workbook does', async () => {
    const parts = changed(WORKBOOK, '<workbookPr ', '<workbookPr date1904="1" ');
    const entries = await annotateParts(parts, richPlan());
    expect(textOf(entries, 'xl/worksheets/sheet4.xml')).toContain(`<v>${String(45991 - 1462)}</v>`);
  });

  test('a strict package gets strict parts', async () => {
    const parts = richParts();
    for (const [name, part] of parts) {
      if (typeof part !== 'string') continue;
      parts.set(
        name,
        part
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      );
    }
    const entries = await annotateParts(parts, richPlan());
    for (const name of ['xl/worksheets/sheet3.xml', 'xl/tables/table1.xml']) {
      expect(textOf(entries, name)).toContain(
        'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"',
      );
    }
    expect(textOf(entries, 'xl/_rels/workbook.xml.rels')).not.toContain(
      'schemas.openxmlformats.org/officeDocument',
    );
  });
});

describe('running again (SPEC 10)', () => {
  /** Rows of the annotated ledger as they are, the added columns in their place. */
  const again = richPlan({ order: Uint32Array.of(3, 4, 5, 6, 7) });

  test('nothing doubles: the second output has the parts, tabs and formats of the first', async () => {
    const first = await annotate(await zipOf(richParts()), richPlan());
    const second = unzip(await annotate(first, again));
    const before = unzip(first);
    expect([...second.keys()].sort()).toEqual([...before.keys()].sort());
    for (const name of [WORKBOOK, 'xl/worksheets/sheet4.xml', 'xl/tables/table1.xml']) {
      expect(textOf(second, name).length).toBe(textOf(before, name).length);
    }
    expect(cellFormats(textOf(second, 'xl/styles.xml'))).toEqual(
      cellFormats(textOf(before, 'xl/styles.xml')),
    );
  });

  test('a third run changes nothing any more', async () => {
    const first = await annotate(await zipOf(richParts()), richPlan());
    const second = await annotate(first, again);
    const third = unzip(await annotate(second, again));
    for (const [name, entry] of unzip(second)) expect(textOf(third, name)).toBe(entry.text);
  });

  test('sheets of an earlier run go with all that only they referred to', async () => {
    const first = await annotate(await zipOf(richParts()), richPlan());
    const plan = { ...again, sheets: [] };
    const entries = unzip(await annotate(first, plan));
    expect(entries.has('xl/worksheets/sheet3.xml')).toBe(false);
    expect(entries.has('xl/worksheets/_rels/sheet4.xml.rels')).toBe(false);
    expect(entries.has('xl/tables/table1.xml')).toBe(false);
    expect(entries.has('xl/drawings/drawing1.xml')).toBe(true);
    const xml = textOf(entries, WORKBOOK);
    expect(xml).not.toContain('HANDOVER_SHEET');
    expect(xml).toContain('localSheetId="0" hidden="1">明细!$A$3:$H$8');
    expect(textOf(entries, '[Content_Types].xml')).not.toContain('sheet3.xml');
  });

  test("a sheet of the user's keeps its place whatever it is called", async () => {
    const parts = changed(WORKBOOK, 'name="客户"', 'name="概览"');
    const entries = await annotateParts(parts, {
      ...richPlan(),
      sheets: [{ ...richPlan().sheets[0], name: '概览 (2)' } as never],
    });
    expect(textOf(entries, WORKBOOK)).toContain('<sheet name="概览" sheetId="7"');
  });
});

describe('a write that does not end well', () => {
  async function failing(
    change: object,
  ): Promise<{ sink: ReturnType<typeof memorySink>; failure: unknown }> {
    const { package: opened, sheets } = await readXlsx(
      memorySource(await zipOf(richParts())),
      compression,
    );
    const sink = memorySink();
    const job = { package: opened, sheets, plan: richPlan(), sink, compression, ...change };
    try {
      await annotateXlsx(job);
    } catch (failure) {
      return { sink, failure };
    }
    throw new Error('It did not fail.');
  }

  test('a cancelled write leaves nothing behind', async () => {
    const controller = new AbortController();
    const { sink, failure } = await failing({
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    expect(failure).toMatchObject({ name: 'WorkbookFailure', code: 'operation.cancelled' });
    expect(sink.state).toEqual({ closed: false, aborted: true });
  });

  test('a write cancelled before it begins writes nothing', async () => {
    const { sink, failure } = await failing({ signal: AbortSignal.abort() });
    expect(failure).toMatchObject({ code: 'operation.cancelled' });
    expect(sink.bytes()).toHaveLength(0);
  });

  test('what the sink refuses is passed on after it was told to clean up', async () => {
    const sink = memorySink();
    const { failure } = await failing({
      sink: { ...sink, write: () => Promise.reject(new WorkbookFailure('file.diskFull')) },
    });
    expect(failure).toMatchObject({ code: 'file.diskFull' });
    expect(sink.state.aborted).toBe(true);
  });

  test('an exception becomes a failure with its cause', async () => {
    const cause = new Error('a bug');
    const plan = richPlan({
      added: [
        {
          header: 'x',
          width: 1,
          column: {
            kind: 'text',
            style: 'text',
            values: () => {
              throw cause;
            },
          },
        },
      ],
    });
    const { sink, failure } = await failing({ plan });
    expect(failure).toMatchObject({ code: 'file.writeFailed', cause });
    expect(sink.state.aborted).toBe(true);
  });

  test('a plan for a sheet that is not there fails', async () => {
    const plan = { ...richPlan(), ledgers: [{ ...richLedgerPlan(), sheetName: '没有' }] };
    const { failure } = await failing({ plan });
    expect(failure).toMatchObject({ code: 'file.writeFailed' });
  });
});

test('progress counts the rows of ledgers and new sheets up to their total', async () => {
  const seen: Progress[] = [];
  await annotate(await zipOf(richParts()), richPlan(), {
    onProgress: (progress) => seen.push(progress),
  });
  expect(seen.at(-1)).toEqual({ stage: 'write', done: 12, total: 12 });
  expect(seen.every((progress, i) => progress.done >= (seen[i - 1]?.done ?? 0))).toBe(true);
});
