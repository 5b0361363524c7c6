import { WorkbookFailure } from '../../workbookFailure';

const WIDE = 1;
const PHONETIC = 4;
const RICH = 8;

/** Reads values off the contents of a record and its continuations, as one run of bytes. */
export interface BlockReader {
  readonly isAtEnd: boolean;
  u8(): number;
  u16(): number;
  u32(): number;
  skip(count: number): void;
  /**
   * The characters of a Unicode string of version 8, whose flags come first here and again in each
   * continuation that splits it. Formatting runs and phonetic data are passed over.
   */
  unicode(characters: number): string;
}

/** @throws WorkbookFailure `file.damaged` (by its methods) where the blocks end too early. */
export function createBlockReader(blocks: readonly DataView[]): BlockReader {
  let index = 0;
  let at = 0;

  function skipFinished(): void {
    while (index < blocks.length && at >= (blocks[index]?.byteLength ?? 0)) {
      index++;
      at = 0;
    }
  }

  /** The block that holds the next byte. */
  function ensure(): DataView {
    skipFinished();
    const block = blocks[index];
    if (block === undefined) throw new WorkbookFailure('file.damaged', { reason: 'string' });
    return block;
  }

  const reader: BlockReader = {
    get isAtEnd() {
      skipFinished();
      return index >= blocks.length;
    },
    u8: () => ensure().getUint8(at++),
    u16: () => reader.u8() | (reader.u8() << 8),
    u32: () => (reader.u16() | (reader.u16() << 16)) >>> 0,
    skip(count) {
      for (let left = count; left > 0;) {
        const step = Math.min(left, ensure().byteLength - at);
        at += step;
        left -= step;
      }
    },
    unicode(characters) {
      const flags = reader.u8();
      const runs = (flags & RICH) === 0 ? 0 : reader.u16();
      const phonetic = (flags & PHONETIC) === 0 ? 0 : reader.u32();
      let isWide = (flags & WIDE) !== 0;
      let text = '';
      for (let left = characters; left > 0;) {
        const current = blocks[index];
        if (current === undefined || at >= current.byteLength) {
          ensure();
          // Each continuation says anew whether its characters take one byte or two.
          isWide = (reader.u8() & WIDE) !== 0;
        }
        const block = ensure();
        const size = isWide ? 2 : 1;
        const count = Math.min(left, Math.floor((block.byteLength - at) / size));
        if (count === 0) throw new WorkbookFailure('file.damaged', { reason: 'string' });
        text += decode(block, at, count, isWide);
        at += count * size;
        left -= count;
      }
      reader.skip(4 * runs + phonetic);
      return text;
    },
  };
  return reader;
}

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true });

function decode(block: DataView, at: number, count: number, isWide: boolean): string {
  if (isWide && count > 24) {
    // Half a surrogate pair may stand at the seam: keep it, where a decoder would replace it.
    const first = block.getUint16(at, true);
    const last = block.getUint16(at + 2 * (count - 1), true);
    if (!isSurrogate(first) && !isSurrogate(last)) {
      return UTF_16.decode(new Uint8Array(block.buffer, block.byteOffset + at, 2 * count));
    }
  }
  let text = '';
  for (let index = 0; index < count; index++) {
    const unit = isWide ? block.getUint16(at + 2 * index, true) : block.getUint8(at + index);
    text += String.fromCharCode(unit);
  }
  return text;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** A decoder for the byte strings of versions 2 to 5, by the number of their code page. */
export function createCodePageDecoder(codePage: number): TextDecoder {
  return new TextDecoder(CODE_PAGES[codePage] ?? 'gb18030', { ignoreBOM: true });
}

const CODE_PAGES: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1253: 'windows-1253',
  1254: 'windows-1254',
  65001: 'utf-8',
};
