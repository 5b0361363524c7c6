/**
 * GB18030 bytes of a text. Node decodes GB18030 but does not encode it, so the table is made by
 * decoding every code once; of two codes for one character the first is taken. Characters beyond the
 * basic plane do not occur in the ledgers.
 */
export function encodeGb18030(text) {
  table ??= makeTable();
  const out = Buffer.allocUnsafe(text.length * 4);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const code = unit < 0x80 ? unit : table[unit];
    if (code > 0xffff) length = out.writeUInt32BE(code, length);
    else if (code > 0xff) length = out.writeUInt16BE(code, length);
    else out[length++] = code;
  }
  return out.subarray(0, length);
}

let table;

function makeTable() {
  const codes = new Uint32Array(65536);
  for (const sequences of [twoByteCodes(), fourByteCodes()]) {
    const decoded = new TextDecoder('gb18030').decode(sequences.bytes);
    for (let index = 0; index < sequences.codes.length; index++) {
      const unit = decoded.charCodeAt(index);
      if (unit !== 0xfffd) codes[unit] ||= sequences.codes[index];
    }
  }
  return codes;
}

/** All defined codes of two bytes; undefined ones would shift the decoded text. */
function twoByteCodes() {
  return codesOf(2, function* () {
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) yield lead * 256 + trail;
    }
  });
}

/** The codes of four bytes that stand for the rest of the basic plane. */
function fourByteCodes() {
  return codesOf(4, function* () {
    for (let linear = 0; linear < 39_420; linear++) {
      const first = 0x81 + Math.floor(linear / 12_600);
      const second = 0x30 + (Math.floor(linear / 1260) % 10);
      const third = 0x81 + (Math.floor(linear / 10) % 126);
      yield ((first * 256 + second) * 256 + third) * 256 + 0x30 + (linear % 10);
    }
  });
}

function codesOf(width, list) {
  const decoder = new TextDecoder('gb18030');
  const codes = [];
  for (const code of list()) {
    const bytes = Buffer.alloc(width);
    bytes.writeUIntBE(code, 0, width);
    if (decoder.decode(bytes).length === 1) codes.push(code);
  }
  const bytes = Buffer.alloc(codes.length * width);
  codes.forEach((code, index) => bytes.writeUIntBE(code, index * width, width));
  return { codes, bytes };
}
