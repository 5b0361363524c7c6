import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveSite } from '../../src/workbench/server/staticServer.mjs';
import { startWorkbenchSite, type WorkbenchSite } from './openWorkbench';
import { sampleExport, SAMPLE_SHEETS } from './sampleFiles';
import { NOTHING } from './watchPage';
import { analyze, goTo, openFiles, paneOf, save, waitForSheets } from './workbenchActions';

jest.setTimeout(400_000);

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startWorkbenchSite();
});
afterAll(() => site.close());

test('once loaded it works with the network cable out', async () => {
  const bench = await site.open();
  const { page, words, watch } = bench;
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: words.workbench.welcome.sample }).click();
  await page.getByText(words.workbench.welcome.sampleFailed).waitFor();
  await openFiles(bench, [await sampleExport()]);
  await waitForSheets(bench, SAMPLE_SHEETS);
  await analyze(bench);
  await goTo(bench, words.pane.places.call);
  await paneOf(bench).getByText(words.pane.call.progress(0, 20)).waitFor();
  expect((await save(bench)).bytes.length).toBeGreaterThan(80_000);
  // The sample is the one thing that is loaded when it is asked for.
  expect(watch).toEqual({
    ...NOTHING,
    errors: [expect.stringContaining('ERR_INTERNET_DISCONNECTED')],
  });
});

test('it works from any folder of any server that serves files', async () => {
  const server = await serveUnder('/tools/handover/');
  try {
    const bench = await site.open({ url: server.url });
    await bench.page.getByRole('button', { name: bench.words.workbench.welcome.sample }).click();
    await waitForSheets(bench, SAMPLE_SHEETS);
    await analyze(bench);
    expect(bench.watch).toEqual(NOTHING);
  } finally {
    server.close();
  }
});

test("the page's own policy refuses scripts from texts and other origins", async () => {
  // A server that says nothing of it: what holds is written in the page.
  const server = await serveUnder('/');
  try {
    const { page, watch } = await site.open({ url: server.url });
    const reached = await page.evaluate(async () => {
      const attempts = await Promise.allSettled([
        fetch('https://example.com/'),
        new Promise((resolve, reject) => {
          const script = document.createElement('script');
          script.textContent = 'window.wasRun = true';
          document.body.append(script);
          if ('wasRun' in window) resolve(true);
          else reject(new Error('refused'));
        }),
        new Promise((resolve, reject) => {
          const picture = new Image();
          picture.onload = resolve;
          picture.onerror = reject;
          picture.src = 'https://example.com/picture.png';
        }),
      ]);
      return attempts.filter(({ status }) => status === 'fulfilled').length;
    });
    expect(reached).toBe(0);
    for (const directive of ['connect-src', 'script-src', 'img-src']) {
      expect(watch.refusals.join('\n')).toContain(directive);
    }
  } finally {
    server.close();
  }
});

test('the server of `npm start` says the policy as well, without eval', async () => {
  const { url, close } = await serveSite(0);
  const response = await fetch(url);
  await close();
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe-eval');
});

/** The site as another server has it: under a path, without headers of its own. */
async function serveUnder(path: string): Promise<{ readonly url: string; close(): void }> {
  const own = await serveSite(0);
  const server: Server = createServer((request, response) => {
    const { url = '' } = request;
    if (!url.startsWith(path)) {
      response.writeHead(404).end();
      return;
    }
    void fetch(new URL(url.slice(path.length), own.url))
      .then(async (answer) => {
        const type = answer.headers.get('content-type') ?? 'text/plain';
        response.writeHead(answer.status, { 'content-type': type });
        response.end(Buffer.from(await answer.arrayBuffer()));
      })
      // The test is over before the page has loaded all.
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}${path}`,
    close() {
      server.close();
      server.closeAllConnections();
      void own.close();
    },
  };
}
