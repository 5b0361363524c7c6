/** Bytes that XML syntax is made of. */
export const Byte = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  bang: 0x21,
  doubleQuote: 0x22,
  hash: 0x23,
  ampersand: 0x26,
  singleQuote: 0x27,
  minus: 0x2d,
  dot: 0x2e,
  slash: 0x2f,
  zero: 0x30,
  colon: 0x3a,
  semicolon: 0x3b,
  lessThan: 0x3c,
  equals: 0x3d,
  greaterThan: 0x3e,
  question: 0x3f,
  upperA: 0x41,
  upperZ: 0x5a,
  leftBracket: 0x5b,
  rightBracket: 0x5d,
  underscore: 0x5f,
  x: 0x78,
} as const;

const decoder = new TextDecoder();

/** The text of `bytes` from `start` to `end` (exclusive), read as UTF-8. */
export function decodeSlice(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}

export function isXmlSpace(byte: number | undefined): boolean {
  return (
    byte === Byte.space ||
    byte === Byte.lineFeed ||
    byte === Byte.carriageReturn ||
    byte === Byte.tab
  );
}

/** True where `bytes` holds the ASCII text `ascii` at `at`. */
export function matchesAscii(bytes: Uint8Array, at: number, ascii: string): boolean {
  for (let i = 0; i < ascii.length; i++) {
    if (bytes[at + i] !== ascii.charCodeAt(i)) return false;
  }
  return true;
}
