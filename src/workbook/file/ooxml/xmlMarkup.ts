import { WorkbookFailure } from '../../workbookFailure';
import { Byte, isXmlSpace, matchesAscii } from './xmlBytes';

/** The position is past what has been read so far. */
export const INCOMPLETE = -1;

/**
 * The position after the markup (tag, comment, processing instruction, CDATA section) that begins
 * at `at`, or {@link INCOMPLETE}. A `>` in an attribute's value does not end a tag.
 * @throws WorkbookFailure `file.damaged` for a document type declaration.
 */
export function findMarkupEnd(bytes: Uint8Array, at: number, end: number): number {
  const next = bytes[at + 1];
  if (next === Byte.question) return findSequence(bytes, at + 2, end, '?>');
  if (next !== Byte.bang) return findTagEnd(bytes, at + 1, end);
  // Which kind it is shows only in the first nine bytes.
  if (end - at < 9) return INCOMPLETE;
  if (matchesAscii(bytes, at, '<!--')) return findSequence(bytes, at + 4, end, '-->');
  if (matchesAscii(bytes, at, '<![CDATA[')) return findSequence(bytes, at + 9, end, ']]>');
  throw new WorkbookFailure('file.damaged', { reason: 'document type' });
}

/**
 * The position after the end tag of the element that begins at `at`, or {@link INCOMPLETE}.
 */
export function findElementEnd(bytes: Uint8Array, at: number, end: number): number {
  let depth = 0;
  for (let p = at; p < end;) {
    if (bytes[p] !== Byte.lessThan) {
      p++;
      continue;
    }
    const next = findMarkupEnd(bytes, p, end);
    if (next === INCOMPLETE) return INCOMPLETE;
    const kind = bytes[p + 1];
    if (kind === Byte.slash) depth--;
    else if (kind !== Byte.bang && kind !== Byte.question && bytes[next - 2] !== Byte.slash)
      depth++;
    p = next;
    if (depth <= 0) return p;
  }
  return INCOMPLETE;
}

/** The name of the tag at `at` (which may be an end tag), without prefix and as text. */
export function localNameAt(bytes: Uint8Array, at: number): string {
  let name = '';
  for (let p = bytes[at + 1] === Byte.slash ? at + 2 : at + 1; p < bytes.length; p++) {
    const byte = bytes[p] ?? 0;
    if (byte === Byte.slash || byte === Byte.greaterThan || isXmlSpace(byte) || byte === 0) break;
    name = byte === Byte.colon ? '' : name + String.fromCharCode(byte);
  }
  return name;
}

/** Length of the prefix, with its colon, of the start tag at `at`; 0 for none. */
export function prefixLengthAt(bytes: Uint8Array, at: number): number {
  for (let p = at + 1; p < bytes.length; p++) {
    const byte = bytes[p] ?? 0;
    if (byte === Byte.colon) return p - at;
    if (byte === Byte.slash || byte === Byte.greaterThan || isXmlSpace(byte) || byte === 0) break;
  }
  return 0;
}

function findTagEnd(bytes: Uint8Array, from: number, end: number): number {
  let quote = 0;
  for (let p = from; p < end; p++) {
    const byte = bytes[p] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === Byte.greaterThan) {
      return p + 1;
    } else if (byte === Byte.doubleQuote || byte === Byte.singleQuote) {
      quote = byte;
    }
  }
  return INCOMPLETE;
}

function findSequence(bytes: Uint8Array, from: number, end: number, ascii: string): number {
  const first = ascii.charCodeAt(0);
  for (let p = from; p + ascii.length <= end; p++) {
    if (bytes[p] === first && matchesAscii(bytes, p, ascii)) return p + ascii.length;
  }
  return INCOMPLETE;
}
