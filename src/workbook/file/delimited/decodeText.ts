import { createUtf8Evidence, detectMarkedEncoding, type EncodingGuess } from './detectEncoding';

/**
 * The text that the bytes of a whole file spell: by byte order mark, else UTF-8 if it is valid,
 * else GB18030. What a file says about itself (`charset=`) is not asked: bank exports lie.
 * NUL characters are kept, the byte order mark is not.
 */
export function decodeText(bytes: Uint8Array): string {
  const { encoding, bomLength } = detectEncoding(bytes);
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(bomLength));
}

function detectEncoding(bytes: Uint8Array): EncodingGuess {
  const marked = detectMarkedEncoding(bytes);
  if (marked !== undefined) return marked;
  const evidence = createUtf8Evidence();
  evidence.push(bytes);
  return { encoding: evidence.isUtf8() ? 'utf-8' : 'gb18030', bomLength: 0 };
}
