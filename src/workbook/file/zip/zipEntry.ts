/** One file in a zip archive, as its central directory states it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; other methods cannot be read. */
  readonly method: number;
  /** General purpose flags; bit 0 encrypted, bit 3 data descriptor, bit 11 UTF-8 name. */
  readonly flags: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  /** Offset of the local header from the start of the source, prefix bytes included. */
  readonly localHeaderOffset: number;
  /** Offset of the compressed bytes from the start of the source. */
  readonly dataOffset: number;
  /** Bytes from the local header to the end of the data and of its descriptor, if any. */
  readonly rawLength: number;
  /** DOS date (high 16 bits) and time (low 16 bits) of the last change. */
  readonly modified: number;
}

/** The files of an archive in the order of its central directory; names are unique. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Finds by exact name. */
  find(name: string): ZipEntry | undefined;
}
