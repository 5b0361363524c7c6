import type { ByteSource } from '../bytes';
import { createUtf8Evidence, detectMarkedEncoding, type EncodingGuess } from './detectEncoding';

const HEAD_LENGTH = 65_536;
const CHUNK_LENGTH = 1 << 20;
const CTRL_Z = 0x1a;

/** A text file as bytes in which delimiters, quotes and line ends can be told from characters. */
export interface SearchableText {
  /** The first bytes, in UTF-8. */
  readonly head: Uint8Array;
  /** All bytes, in {@link SearchableChunks.encoding}, for a text split at `delimiter`. */
  open(delimiter: number): SearchableChunks;
}

interface SearchableChunks {
  readonly encoding: 'utf-8' | 'gb18030';
  /** At least one chunk; `done` bytes of the source are read with it. */
  readonly chunks: AsyncIterable<SearchableChunk>;
}

interface SearchableChunk {
  readonly bytes: Uint8Array;
  readonly done: number;
  readonly isLast: boolean;
}

/** The text in `source`, whatever its encoding, without byte order mark and DOS end mark. */
export async function openSearchableText(source: ByteSource): Promise<SearchableText> {
  const head = await source.read(0, HEAD_LENGTH);
  const guess = detectMarkedEncoding(head) ?? (await guessEncoding(source));
  const end = (await source.read(source.size - 1, 1))[0] === CTRL_Z ? source.size - 1 : source.size;
  const decoder = new TextDecoder(guess.encoding, { ignoreBOM: true });
  return {
    head: new TextEncoder().encode(decoder.decode(head.subarray(guess.bomLength))),
    open(delimiter) {
      const range = { from: guess.bomLength, to: end };
      return isSearchable(guess, delimiter)
        ? {
            encoding: guess.encoding === 'gb18030' ? 'gb18030' : 'utf-8',
            chunks: readChunks(source, range),
          }
        : { encoding: 'utf-8', chunks: transcoded(readChunks(source, range), guess) };
    },
  };
}

async function guessEncoding(source: ByteSource): Promise<EncodingGuess> {
  const evidence = createUtf8Evidence();
  for (let at = 0; at < source.size && !evidence.isCertain; at += CHUNK_LENGTH) {
    evidence.push(await source.read(at, CHUNK_LENGTH));
  }
  return { encoding: evidence.isUtf8() ? 'utf-8' : 'gb18030', bomLength: 0 };
}

/** Trail bytes of GB18030 are digits or 0x40 and above. */
function isSearchable({ encoding }: EncodingGuess, delimiter: number): boolean {
  if (encoding === 'gb18030') return delimiter < 0x30 || (delimiter > 0x39 && delimiter < 0x40);
  return encoding === 'utf-8';
}

async function* readChunks(
  source: ByteSource,
  { from, to }: { readonly from: number; readonly to: number },
): AsyncGenerator<SearchableChunk> {
  const readAt = (offset: number) => source.read(offset, Math.min(CHUNK_LENGTH, to - offset));
  let offset = from;
  let ahead = readAt(offset);
  for (;;) {
    const bytes = await ahead;
    offset += bytes.length;
    // A source that ends early (a file cut while being read) ends the text.
    const isLast = offset >= to || bytes.length === 0;
    if (!isLast) {
      // The next chunk is read while this one is scanned; a failure is met where it is awaited.
      ahead = readAt(offset);
      ahead.catch(() => undefined);
    }
    yield { bytes, done: isLast ? source.size : offset, isLast };
    if (isLast) return;
  }
}

async function* transcoded(
  chunks: AsyncIterable<SearchableChunk>,
  { encoding }: EncodingGuess,
): AsyncGenerator<SearchableChunk> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk.bytes, { stream: !chunk.isLast });
    yield { ...chunk, bytes: encoder.encode(text) };
  }
}
