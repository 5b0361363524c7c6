import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What some build of WPS lacks, hangs on or forbids. */
const FORBIDDEN = /\bfetch\(|\bWebSocket\b|\bIntl\b|\.toLocale\w+|\bnew Function\b|\beval\(/g;

/** Scripts of a folder that ask for it, with what they ask for. */
export async function findForbidden(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const found = names.map(async (name) => {
    const text = await readFile(path.join(folder, name), 'utf8');
    return [...new Set(text.match(FORBIDDEN))].map((word) => `${name}: ${word}`);
  });
  return (await Promise.all(found)).flat();
}
