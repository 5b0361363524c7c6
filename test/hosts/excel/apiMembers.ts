import { readFileSync } from 'node:fs';

/** In which ExcelApi set a member came: the minor version of `ExcelApi 1.n`. */
export interface ApiMembers {
  /** Nothing where Microsoft's declarations do not have the member. */
  setOf(type: string, member: string, use: 'get' | 'set'): number | undefined;
}

const CLASS = /^ {4}(?:export )?class (\w+)/;
const API_SET = /\[Api set: (.*)\]/;
const MEMBER = /^ {8}(?:readonly )?(\w+)\s*[(?:<]/;
/** Sets other than ExcelApi (web only, preview) are never declared by the simulated host. */
const NEVER = 99;

/** Reads the declarations that Microsoft ships with Office.js. */
export function readApiMembers(): ApiMembers {
  const lines = readFileSync(
    require.resolve('@microsoft/office-js/dist/office.d.ts'),
    'utf8',
  ).split('\n');
  const first = lines.findIndex((line) => line.startsWith('declare namespace Excel'));
  const length = lines.slice(first).findIndex((line) => line.startsWith('}'));
  const sets = new Map<string, string>();
  let type = '';
  let set = '';
  for (const line of lines.slice(first, first + length)) {
    const opened = CLASS.exec(line);
    if (opened) type = opened[1] ?? '';
    set = API_SET.exec(line)?.[1] ?? set;
    const member = MEMBER.exec(line)?.[1];
    if (member === undefined) continue;
    const key = `${type}.${member}`;
    if (set !== '' && !sets.has(key)) sets.set(key, set);
    set = '';
  }
  return {
    setOf(of, member, use) {
      const text = sets.get(`${of}.${member}`);
      return text === undefined ? undefined : minorVersion(text, use);
    },
  };
}

/** `ExcelApi 1.1 for reading visibility; 1.2 for setting it.` says two. */
function minorVersion(text: string, use: 'get' | 'set'): number {
  if (!text.startsWith('ExcelApi ')) return NEVER;
  const versions = [...text.matchAll(/1\.(\d+)/g)].map(([, minor]) => Number(minor));
  const forSet = text.includes(' for set') && use === 'set';
  return (forSet ? versions.at(-1) : versions[0]) ?? NEVER;
}
