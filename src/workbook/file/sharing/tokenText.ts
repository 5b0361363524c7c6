/** Texts and attributes of tokens, decoded and put back. */
import { decodeEntities } from '../ooxml/decodeEntities';
import { decodeEscapes } from '../ooxml/decodeEscapes';
import { escapeAttribute, escapeText, toXstring } from '../ooxml/write/xmlText';
import type { XmlToken } from './xmlTokens';

const CDATA = '<![CDATA[';
const ATTRIBUTE = /(\s+)([^\s=/>]+)(\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;

/** What a text token says, entities and Excel's own escapes decoded. */
export function textOf({ raw }: XmlToken): string {
  const text = raw.startsWith(CDATA) ? raw.slice(CDATA.length, -3) : decodeEntities(raw);
  return decodeEscapes(text);
}

export function textToken(text: string): XmlToken {
  return { kind: 'text', raw: escapeText(toXstring(text)), name: '' };
}

/** An attribute's value by its local name, decoded. */
export function attributeOf({ raw }: XmlToken, name: string): string | undefined {
  for (const match of raw.matchAll(ATTRIBUTE)) {
    if (localOf(match[2] ?? '') === name) return decodeEntities(match[4] ?? match[5] ?? '');
  }
  return undefined;
}

/** The tag with its attributes' values changed by `change`; undefined takes one out. */
export function mapAttributes(
  { raw }: XmlToken,
  change: (name: string, value: string) => string | undefined,
): string {
  return raw.replace(
    ATTRIBUTE,
    (
      whole: string,
      space: string,
      name: string,
      equals: string,
      double: string | undefined,
      single: string | undefined,
    ) => {
      const value = decodeEntities(double ?? single ?? '');
      const changed = change(name, value);
      if (changed === value) return whole;
      return changed === undefined ? '' : `${space}${name}${equals}"${escapeAttribute(changed)}"`;
    },
  );
}

/** The local part of a qualified name. */
export function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
