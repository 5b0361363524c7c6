import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built site. */
export const SITE = fileURLToPath(new URL('../../../dist/workbench', import.meta.url));

const POLICY = new URL('../contentSecurityPolicy.json', import.meta.url);

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Serves the built site on this machine alone, with the policy of what a page may do as a header.
 * @param {number} port 0 for any free one.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveSite(port) {
  const headers = {
    'Content-Security-Policy': await policy(),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  };
  const server = createServer((request, response) => {
    void answer(request, response, headers);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function policy() {
  const directives = JSON.parse(await readFile(POLICY, 'utf8'));
  const all = { ...directives, 'frame-ancestors': "'none'" };
  return Object.entries(all)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

async function answer({ method, url, headers: { host } }, response, headers) {
  const end = (status) => response.writeHead(status, headers).end();
  // A page elsewhere must not reach this server under a name of its own.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host ?? '')) return end(403);
  if (method !== 'GET' && method !== 'HEAD') return end(405);
  const path = pathOf(url);
  const facts = path && (await stat(path).catch(() => undefined));
  if (!facts?.isFile()) return end(404);
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': facts.size });
  if (method === 'HEAD') return response.end();
  return createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The file that a URL names; none outside the site. */
function pathOf(url) {
  try {
    const { pathname } = new URL(url, 'http://localhost');
    const path = normalize(join(SITE, decodeURIComponent(pathname)));
    if (path !== SITE && !path.startsWith(SITE + sep)) return undefined;
    return pathname.endsWith('/') ? join(path, 'index.html') : path;
  } catch {
    return undefined;
  }
}
