/** Where the Excel pane's page takes Microsoft's script from, by how it was built. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import webpack, { type Configuration } from 'webpack';

const folder = mkdtempSync(path.join(tmpdir(), 'handover-script-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Configure = (env: { readonly target: string; readonly office: string }) => Configuration;

const build = jest.requireActual<Configure>('../../webpack.config.js');

/** Builds the page around an empty script: what is looked at is the page. */
function buildPage(office: string): Promise<string> {
  const output = path.join(folder, office);
  const entry = path.join(folder, 'empty.js');
  writeFileSync(entry, '');
  const config = build({ target: 'excel', office });
  const page = {
    ...config,
    entry: { taskpane: entry },
    output: { ...config.output, path: output },
  };
  return new Promise((resolve, reject) => {
    webpack(page, (error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors() === true) reject(new Error(stats.toString('errors-only')));
      else resolve(output);
    });
  });
}

test.each([
  ['cdn', 'https://appsforoffice.microsoft.com'],
  ['china', 'https://appsforoffice.cdn.partner.office365.cn'],
])(
  '%s: the script and the policy name one address and no other',
  async (office, origin) => {
    const output = await buildPage(office);
    const html = readFileSync(path.join(output, 'taskpane.html'), 'utf8');
    const { document } = new JSDOM(html).window;
    const scripts = [...document.querySelectorAll('script')].map(({ src }) => src);
    expect(scripts).toHaveLength(2);
    expect(scripts[0]).toMatch(new RegExp(`^${origin}/.*lib/1/hosted/office\\.js$`));
    expect(scripts[1]).toBe('taskpane.js');
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    const directives = (policy?.getAttribute('content') ?? '').split('; ');
    expect(directives).toContain("default-src 'none'");
    expect(directives).toContain(`script-src 'self' ${origin}`);
    expect(directives.filter((directive) => directive.includes('https:'))).toHaveLength(1);
    expect(new Set(html.match(/https?:\/\/[^/"; ]+/g))).toEqual(new Set([origin]));
    expect(readdirSync(output).sort()).toEqual(['icons', 'taskpane.html', 'taskpane.js']);
  },
  60_000,
);

test('another address is refused', () => {
  expect(() => build({ target: 'excel', office: 'elsewhere' })).toThrow('own, cdn, china');
});
