import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFileWorkbook } from '../../../../src/workbook/file/createFileWorkbook';
import { createNodeCompression } from '../../../../src/workbook/file/nodeCompression';
import { joinWorkbooks } from '../../../../src/app/joinWorkbooks';
import { NOTHING_CHOSEN } from '../../../../src/app/chosenSettings';
import { runHandover } from '../../../../src/app/runHandover';
import { messages } from '../../../../src/messages';
import { sinkTo, sourceOf } from '../../bytesInMemory';
import { unzip } from '../ooxml-write/memory';

const SAMPLE = readFileSync(join(__dirname, '../../../../assets/sample-export.xlsx'));
const CSV = Buffer.from('客户号,客户名称,余额,日均\n001,张三,500,900\n002,李四,300,100\n');
const CJK = /[\u4e00-\u9fff]/;

async function partsOf(name: string, bytes: Uint8Array, language: 'zh-CN' | 'en') {
  let written = new Uint8Array(0);
  const workbook = createFileWorkbook({
    inputs: [{ name, source: sourceOf(bytes) }],
    join: joinWorkbooks,
    openSink: () => Promise.resolve(sinkTo((all) => (written = Uint8Array.from(all)))),
    compression: createNodeCompression(),
  });
  const words = messages(language);
  await runHandover({ workbook, today: 45991, chosen: NOTHING_CHOSEN, words });
  const parts = [...unzip(written)].map(([part, { text }]) => [part, text] as const);
  return (pattern: RegExp): string[] =>
    parts.flatMap(([part, text]) => (pattern.test(part) ? [text] : []));
}

describe.each(['zh-CN', 'en'] as const)('For a reader who listens (SPEC 10), in %s', (language) => {
  test('sheets and charts say in its language what they are; the document’s own properties stay', async () => {
    const parts = await partsOf('export.xlsx', SAMPLE, language);
    const names = [...(parts(/workbook\.xml$/)[0] ?? '').matchAll(/<sheet name="([^"]*)"/g)];
    const own = names
      .map(([, name = '']) => name)
      .filter((name) => !/^(?:存款明细|客户信息|填表说明|原始|Original)/.test(name));
    expect(own.length).toBeGreaterThanOrEqual(8);
    for (const name of own) expect([name, CJK.test(name)]).toEqual([name, language === 'zh-CN']);

    const frames =
      parts(/drawings\/drawing\d+\.xml$/)
        .join('')
        .match(/<xdr:cNvPr [^>]*>/g) ?? [];
    expect(frames).toHaveLength(3);
    for (const frame of frames) {
      const [, text = ''] = /descr="([^"]*)"/.exec(frame) ?? [];
      expect(text).toMatch(language === 'en' ? /^[A-Z][a-z]+ chart/ : /图：/);
      expect(text.length).toBeGreaterThan(15);
    }
    const charts = parts(/charts\/chart\d+\.xml$/);
    expect(charts).toHaveLength(3);
    for (const chart of charts) {
      const languages = [...chart.matchAll(/(?: lang=|<c:lang val=)"([^"]*)"/g)].map(
        ([, at]) => at,
      );
      expect(new Set(languages)).toEqual(new Set([language]));
    }
    const properties = unzip(SAMPLE).get('docProps/core.xml')?.text;
    expect(parts(/core\.xml$/)).toEqual([properties]);
  });

  test('a workbook laid out anew says its language as well', async () => {
    const parts = await partsOf('export.csv', CSV, language);
    expect(parts(/core\.xml$/).join()).toContain(`<dc:language>${language}</dc:language>`);
  });
});
