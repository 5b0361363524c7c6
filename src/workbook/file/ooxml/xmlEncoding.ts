import { WorkbookFailure } from '../../workbookFailure';

const DECLARATION = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/;

/** The text of a small XML part, in the encoding that its first bytes say. */
export function decodeXml(bytes: Uint8Array): string {
  return createDecoder(detectEncoding(bytes)).decode(bytes);
}

/**
 * The chunks of an XML part as UTF-8 without byte order mark. UTF-8 chunks pass as they are; other
 * encodings, known by the first bytes, are transcoded.
 * @throws WorkbookFailure `file.damaged` for an encoding that the platform does not know.
 */
export async function* toUtf8(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    if (first) {
      first = false;
      const encoding = detectEncoding(chunk);
      if (encoding !== 'utf-8') decoder = createDecoder(encoding);
      else if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
        yield chunk.subarray(3);
        continue;
      }
    }
    yield decoder ? encoder.encode(decoder.decode(chunk, { stream: true })) : chunk;
  }
}

/** Bytes count for more than the declaration, which some programs get wrong. */
function detectEncoding(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = DECLARATION.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  return /^(?:utf-?8|utf-?16.*|us-ascii|ascii)$/.test(declared) ? 'utf-8' : declared;
}

function createDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch (cause) {
    throw new WorkbookFailure('file.damaged', { reason: `encoding ${encoding}` }, { cause });
  }
}
