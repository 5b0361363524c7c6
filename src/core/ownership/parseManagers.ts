import { cleanText } from '../cleaning/cleanText';

/** A manager as a cell names it; name or code may be empty. `share` is 0–1, undefined if not given. */
export interface NamedManager {
  readonly name: string;
  readonly code: string;
  readonly share: number | undefined;
}

const SEPARATOR = /[/、;,|+&\n，；]/;
const CODE = '[A-Za-z]{0,4}\\d[\\dA-Za-z]*';
const BRACKETED = new RegExp(`^(.*?)[([]\\s*(${CODE})\\s*[)\\]]$`);
const CODE_FIRST = new RegExp(`^(${CODE})\\s*[-_:]?\\s*(\\D.*)$`);
const CODE_LAST = new RegExp(`^(.*?[^\\dA-Za-z\\s_-])\\s*[-_]?\\s*(${CODE})$`);
const ONLY_CODE = new RegExp(`^${CODE}$`);
const NOBODY = /^(?:[-—–_/]*|null|n\/a|无|none|nan|空|待分配|未分配|暂无)$/i;

/**
 * The managers that a cell names, with their codes and shares (SPEC 2, Managers).
 *
 * @example parseManagers('01234-张三:60') // [{ name: '张三', code: '01234', share: 0.6 }]
 */
export function parseManagers(text: string): NamedManager[] {
  const parts = cleanText(text.replace(/\r?\n/g, ';')).split(SEPARATOR).map(parseShare);
  // `60` and `40` beside each other are percents, `0.6` and `0.4` are not.
  const scale = parts.some((part) => (part.plainShare ?? 0) > 1) ? 100 : 1;
  return parts.flatMap(({ rest, share, plainShare }) => {
    if (NOBODY.test(rest)) return [];
    const stated = share ?? (plainShare === undefined ? undefined : plainShare / scale);
    return [{ ...splitName(rest), share: stated }];
  });
}

/** `张三60%` states a share, `张三:60` a plain number whose scale the whole cell tells. */
function parseShare(part: string): { rest: string; share?: number; plainShare?: number } {
  const percent = /^(.+?)[\s:]*\(?\s*(\d+(?:\.\d+)?)\s*%\s*\)?$/.exec(part);
  if (percent) return { rest: (percent[1] ?? '').trim(), share: Number(percent[2]) / 100 };
  const plain = /^(.+?)\s*:\s*(\d+(?:\.\d+)?)$/.exec(part);
  if (plain) return { rest: (plain[1] ?? '').trim(), plainShare: Number(plain[2]) };
  return { rest: part.trim() };
}

function splitName(text: string): { name: string; code: string } {
  if (ONLY_CODE.test(text)) return { name: '', code: text };
  const bracketed = BRACKETED.exec(text);
  if (bracketed) return { name: compactName(bracketed[1] ?? ''), code: bracketed[2] ?? '' };
  const first = CODE_FIRST.exec(text);
  if (first) return { name: compactName(first[2] ?? ''), code: first[1] ?? '' };
  const last = CODE_LAST.exec(text);
  if (last) return { name: compactName(last[1] ?? ''), code: last[2] ?? '' };
  return { name: compactName(text), code: '' };
}

function compactName(name: string): string {
  const trimmed = name.replace(/^[-_:\s]+|[-_:\s]+$/g, '');
  return /[\u3400-\u9fff]/.test(trimmed) ? trimmed.replace(/\s/g, '') : trimmed;
}
