import type { Utf8Texts } from '../../src/core/columns/rawWorkbook';

/** The texts as bytes, as a host hands them over that has them so. */
export function encodeTexts(texts: readonly string[]): Utf8Texts {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const starts = new Uint32Array(texts.length + 1);
  encoded.forEach(({ length }, index) => (starts[index + 1] = (starts[index] ?? 0) + length));
  const bytes = new Uint8Array(starts[texts.length] ?? 0);
  encoded.forEach((text, index) => {
    bytes.set(text, starts[index]);
  });
  return { bytes, starts };
}
