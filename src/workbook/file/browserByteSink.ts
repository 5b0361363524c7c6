import type { ByteSink } from './bytes';

/** A Blob of this size leaves the script's memory for the browser's, which may use the disk. */
const PART_BYTES = 4 << 20;

/** What the bytes are, for the name that a browser gives a download. */
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sink that gathers a file, and hands it on as one Blob when it is closed. */
export function browserByteSink(onClose: (file: Blob) => void): ByteSink {
  let parts: Blob[] = [];
  let gathered = new Uint8Array(PART_BYTES);
  let length = 0;

  function flush(): void {
    if (length > 0) parts.push(new Blob([gathered.subarray(0, length)]));
    length = 0;
  }

  return {
    write(chunk) {
      for (let done = 0; done < chunk.length;) {
        const count = Math.min(chunk.length - done, PART_BYTES - length);
        gathered.set(chunk.subarray(done, done + count), length);
        length += count;
        done += count;
        if (length === PART_BYTES) flush();
      }
      return Promise.resolve();
    },
    close() {
      flush();
      onClose(new Blob(parts, { type: XLSX_TYPE }));
      return Promise.resolve();
    },
    abort() {
      parts = [];
      gathered = new Uint8Array(0);
      return Promise.resolve();
    },
  };
}
