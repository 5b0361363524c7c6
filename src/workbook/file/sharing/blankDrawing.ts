/** Empty drawings in the vector formats that keep their texts as text. */

/** A metafile of the kind that `contentType` says, with nothing in it. */
export function blankDrawing(contentType: string): Uint8Array {
  return contentType.toLowerCase().endsWith('wmf') ? blankWmf() : blankEmf();
}

/** Header and end-of-file record, as [MS-EMF] 2.3.4 has them. */
function blankEmf(): Uint8Array {
  const bytes = new Uint8Array(108);
  const view = new DataView(bytes.buffer);
  const put = (at: number, value: number) => {
    view.setUint32(at, value, true);
  };
  put(0, 1); // EMR_HEADER
  put(4, 88);
  put(40, 0x464d4520); // " EMF"
  put(44, 0x10000);
  put(48, 108);
  put(52, 2); // records
  view.setUint16(56, 1, true); // handles
  for (const at of [72, 76, 80, 84]) put(at, 100); // device, millimetres
  put(88, 14); // EMR_EOF
  put(92, 20);
  put(100, 16);
  put(104, 20);
  return bytes;
}

/** Header and end-of-file record, as [MS-WMF] 2.3.2 has them. */
function blankWmf(): Uint8Array {
  const bytes = new Uint8Array(24);
  const view = new DataView(bytes.buffer);
  [1, 9, 0x300, 12, 0, 0, 3, 0, 0, 3, 0, 0].forEach((word, i) => {
    view.setUint16(i * 2, word, true);
  });
  return bytes;
}
