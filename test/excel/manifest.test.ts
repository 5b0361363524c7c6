import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { validateManifest } from '../../src/excel/manifest/validateManifest.mjs';

jest.setTimeout(60_000);

const ROOT = path.join(__dirname, '../..');
const XML = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');

test('the manifest keeps Microsoft’s rules', async () => {
  expect(await validateManifest(XML)).toEqual([]);
});

describe('what breaks Microsoft’s rules is refused', () => {
  const broken: readonly (readonly [string, (xml: string) => string])[] = [
    ['no XML', (xml) => xml.replace('</OfficeApp>', '')],
    ['an id that is none', (xml) => xml.replace(/<Id>.*<\/Id>/, '<Id>handover</Id>')],
    ['a missing name', (xml) => xml.replace(/<DisplayName[^]*?<\/DisplayName>/, '')],
    ['an empty name', (xml) => xml.replace('DefaultValue="柜组交接">', 'DefaultValue="">')],
    [
      'elements in another order',
      (xml) =>
        xml.replace(
          /( *<Version>.*\n)( *<ProviderName>.*\n)/,
          (_all, a: string, b: string) => b + a,
        ),
    ],
    [
      'a plain http address',
      (xml) => xml.replace('https://localhost:3000/taskpane.html"', 'http://localhost/"'),
    ],
    ['a version of three numbers', (xml) => xml.replace('<Version>0.1.0.0', '<Version>0.1.0')],
    ['another permission', (xml) => xml.replace('ReadWriteDocument', 'ReadWriteMailbox')],
    ['a label that is not there', (xml) => xml.replace('id="Call.Label"', 'id="Calls.Label"')],
    ['a page that is not there', (xml) => xml.replace('id="Call.Url"', 'id="Calls.Url"')],
    ['an icon that is not there', (xml) => xml.replace('id="Icon.call.32"', 'id="Icon.call.33"')],
    ['a missing size of an icon', (xml) => xml.replace(/ *<bt:Image size="80".*\n/, '')],
    [
      'an id that stands twice',
      (xml) => xml.replace('id="Handover.Call"', 'id="Handover.Restore"'),
    ],
    ['an id that is too long', (xml) => xml.replaceAll('Call.Label', `Call.${'L'.repeat(30)}`)],
    ['a tip that is too long', (xml) => xml.replace('按联系先后查看客户。', '长'.repeat(251))],
    ['a label that is too long', (xml) => xml.replace('"拨打"', `"${'长'.repeat(126)}"`)],
    [
      'a tab’s label before its group',
      (xml) => {
        const label = '<Label resid="Tab.Label"/>';
        return xml.replace(label, '').replace('<Group id', `${label}<Group id`);
      },
    ],
    ['an unknown element', (xml) => xml.replace('<Hosts>', '<Extra/><Hosts>')],
  ];
  test.each(broken)('%s', async (_what, breakIt) => {
    const xml = breakIt(XML);
    expect(xml).not.toBe(XML);
    expect(await validateManifest(xml)).not.toEqual([]);
  });
});

test('every icon is there, in the size that is said', () => {
  const icons = [...XML.matchAll(/icons\/([a-z]+-(\d+)\.png)"/g)];
  expect(icons.length).toBeGreaterThan(30);
  for (const [, name = '', size] of icons) {
    const png = readFileSync(path.join(ROOT, 'assets/icons', name));
    expect([name, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      name,
      Number(size),
      Number(size),
    ]);
  }
});

describe('npm run manifest', () => {
  const SCRIPT = path.join(ROOT, 'src/excel/manifest/writeManifest.mjs');
  const folder = mkdtempSync(path.join(tmpdir(), 'handover-manifest-'));
  const out = path.join(folder, 'bank.xml');
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (...args: string[]) =>
    spawnSync(process.execPath, [SCRIPT, ...args, '--out', out], { encoding: 'utf8' });

  test('writes the bank’s copy, which keeps the rules and names no other address', async () => {
    const { status, stdout } = write('--base-url', 'https://addin.bank.example:8443/交接/a&b/');
    expect(status).toBe(0);
    expect(stdout).toContain(out);
    const xml = readFileSync(out, 'utf8');
    expect(await validateManifest(xml)).toEqual([]);
    const addresses = [...xml.matchAll(/"(https?:[^"]*)"/g)].map(([, address = '']) => address);
    const ours = addresses.filter((address) => !/microsoft\.com|w3\.org/.test(address));
    expect(ours.length).toBeGreaterThan(30);
    const base = 'https://addin.bank.example:8443/%E4%BA%A4%E6%8E%A5/a&amp;b/';
    expect(ours.filter((address) => !address.startsWith(base))).toEqual([]);
  });

  test.each([
    [[]],
    [['--base-url', 'http://bank.example']],
    [['--base-url', 'bank']],
    [['--base-url', 'https://bank.example/?a=1']],
    [['--base-url', 'https://user@bank.example/']],
    [['--base-url', `https://bank.example/${'x'.repeat(2048)}`]],
  ])('refuses %j', (args) => {
    rmSync(out, { force: true });
    const { status, stderr } = write(...args);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
    expect(() => readFileSync(out)).toThrow();
  });
});
