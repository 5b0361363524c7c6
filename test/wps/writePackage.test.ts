import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { JSDOM } from 'jsdom';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const FOLDER = `handover-analyst_${version}`;

/** What a small built folder is packed into. */
function pack(url = 'http://intranet/handover/'): string {
  const dist = mkdtempSync(path.join(os.tmpdir(), 'wps-package-'));
  mkdirSync(path.join(dist, 'online/images'), { recursive: true });
  writeFileSync(path.join(dist, 'online/ribbon.xml'), '<customUI/>');
  writeFileSync(path.join(dist, 'online/pane.js'), 'x'.repeat(70_000));
  writeFileSync(path.join(dist, 'online/images/a-64.png'), 'png');
  execFileSync('node', ['src/wps/package/writePackage.mjs', '--url', url, '--folder', dist], {
    stdio: 'pipe',
  });
  return dist;
}

test('writes the online folder’s address, the offline folder and its archive', () => {
  const dist = pack();
  const read = (name: string) => readFileSync(path.join(dist, name), 'utf8');
  expect(readdirSync(path.join(dist, 'offline')).sort()).toEqual(['handover-analyst.7z', FOLDER]);
  expect(read(`offline/${FOLDER}/ribbon.xml`)).toBe('<customUI/>');
  expect(read('offline/handover-analyst.7z').startsWith('7z')).toBe(true);
  expect(read('jsplugins.xml')).toContain('url="http://intranet/handover/online/"');
  expect(read('publish.xml')).toContain(`version="${version}"`);
  for (const name of [
    'publish.html',
    'jsplugins.xml',
    'publish.xml',
    'install.sh',
    'install.ps1',
  ]) {
    expect(read(name)).not.toContain('{{');
  }
});

test('marks the script for Windows as UTF-8, with nothing in it that its old PowerShell lacks', () => {
  const script = readFileSync(path.join(pack(), 'install.ps1'));
  expect([...script.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const code = script.toString().replace(/^\s*#.*$/gm, '');
  expect(code).not.toMatch(/\$PSScriptRoot|-Directory\b|-File\b|\?\?|\?\./);
  // PowerShell ends a text in double quotes at a Chinese quotation mark as well.
  expect(code).not.toMatch(/"[^"\n]*[“”][^"\n]*"/);
});

test('refuses an address that WPS cannot append to', () => {
  expect(() => pack('http://intranet/handover')).toThrow(/--url/);
  expect(() => pack('http://intranet/?a/')).toThrow(/--url/);
});

const OTHER = '<jspluginonline name="other" type="wps" url="http://a/" enable="enable_dev"/>';

describe('install.sh', () => {
  const install = (dist: string, addons: string, ...options: string[]) => {
    execFileSync('sh', [path.join(dist, 'install.sh'), ...options], {
      env: { ...process.env, WPS_JSADDONS: addons },
      stdio: 'pipe',
    });
    return readFileSync(path.join(addons, 'publish.xml'), 'utf8');
  };
  const entriesOf = (xml: string) =>
    [...new JSDOM(xml, { contentType: 'text/xml' }).window.document.documentElement.children].map(
      (element) => `${element.tagName} ${String(element.getAttribute('name'))}`,
    );

  test.each([
    ['nothing', undefined, []],
    ['an empty list', '<?xml version="1.0"?><jsplugins/>', []],
    ['another add-in', `<jsplugins>${OTHER}</jsplugins>`, ['jspluginonline other']],
    [
      'an older version of ours over several lines, in other quotes',
      `<jsplugins>\r\n  ${OTHER}\r\n  <jsplugin\r\n    name='handover-analyst'\r\n    version='0.0.1'/>\r\n</jsplugins>`,
      ['jspluginonline other'],
    ],
    [
      'an older version of ours, in one line with another',
      `<?xml version="1.0"?><jsplugins>${OTHER}<jsplugin name="handover-analyst" version="0.0.1"/></jsplugins>`,
      ['jspluginonline other'],
    ],
  ])('keeps what a desktop has: %s', (_, before, others) => {
    const dist = pack();
    const addons = mkdtempSync(path.join(os.tmpdir(), 'jsaddons-'));
    if (before !== undefined) writeFileSync(path.join(addons, 'publish.xml'), before);
    mkdirSync(path.join(addons, 'handover-analyst_0.0.1'));
    mkdirSync(path.join(addons, 'other_1.0.0'));
    const once = install(dist, addons);
    expect(entriesOf(once)).toEqual([...others, 'jsplugin handover-analyst']);
    expect(install(dist, addons)).toBe(once);
    if (before !== undefined) {
      expect(readFileSync(path.join(addons, 'publish.xml.bak'), 'utf8')).toBe(before);
    }
    expect(existsSync(path.join(addons, FOLDER, 'images/a-64.png'))).toBe(true);
    expect(existsSync(path.join(addons, 'handover-analyst_0.0.1'))).toBe(false);
    expect(entriesOf(install(dist, addons, '--remove'))).toEqual(others);
    expect(readdirSync(addons)).toContain('other_1.0.0');
    expect(readdirSync(addons).filter((name) => name.includes('handover-analyst'))).toEqual([]);
  });

  test('leaves a list that it cannot read as it is', () => {
    const dist = pack();
    const addons = mkdtempSync(path.join(os.tmpdir(), 'jsaddons-'));
    writeFileSync(path.join(addons, 'publish.xml'), 'garbage');
    expect(() => install(dist, addons)).toThrow();
    expect(readFileSync(path.join(addons, 'publish.xml'), 'utf8')).toBe('garbage');
  });
});
