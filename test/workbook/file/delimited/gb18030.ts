/** An encoder for GB18030, which platforms can decode but not encode. */

let bytesOf: Map<string, readonly number[]> | undefined;

/**
 * The text in GB18030: characters of one and two bytes, and those beyond the basic plane. Throws
 * for the rest, which take a table of their own.
 */
export function encodeGb18030(text: string): Uint8Array {
  bytesOf ??= createTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const known = code < 0x80 ? [code] : code > 0xffff ? astral(code) : bytesOf.get(character);
    if (known === undefined) throw new Error(`Not encodable: U+${code.toString(16)}`);
    bytes.push(...known);
  }
  return Uint8Array.from(bytes);
}

export function isEncodable(text: string): boolean {
  bytesOf ??= createTable();
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x80 && code <= 0xffff && !bytesOf.has(character)) return false;
  }
  return true;
}

/** All characters of two bytes, by asking the decoder for each pair. */
function createTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length !== 1 || character === '\ufffd') continue;
      if (!table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return table;
}

/** Beyond the basic plane GB18030 counts on from 90 30 81 30. */
function astral(code: number): readonly number[] {
  let rest = code - 0x10000;
  const fourth = 0x30 + (rest % 10);
  rest = Math.floor(rest / 10);
  const third = 0x81 + (rest % 126);
  rest = Math.floor(rest / 126);
  return [0x90 + Math.floor(rest / 10), 0x30 + (rest % 10), third, fourth];
}
