import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const DIST = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../dist');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.png': 'image/png' };

/** Serves the files of a built folder, of no folder inside it, at a free port. */
export function serveFolder(folder) {
  const listening = createServer((request, response) => {
    const file = path.basename(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    readFile(path.join(DIST, folder, file)).then(
      (bytes) => response.writeHead(200, { 'content-type': TYPES[path.extname(file)] }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    listening.listen(0, '127.0.0.1', () => resolve(listening));
  });
}
