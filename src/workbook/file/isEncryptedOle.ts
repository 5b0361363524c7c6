const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const STREAM_NAME = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat();

/**
 * True for a workbook under a password: an OLE compound file that holds a stream
 * `EncryptedPackage`. `bytes` are the whole file, or enough of it to hold the OLE directory.
 */
export function isEncryptedOle(bytes: Uint8Array): boolean {
  return matchesAt(bytes, 0, OLE_SIGNATURE) && findsName(bytes);
}

/** Directory entries are 128 bytes long and begin with their name. */
function findsName(bytes: Uint8Array): boolean {
  for (let at = 512; at < bytes.length; at += 128) {
    if (matchesAt(bytes, at, STREAM_NAME)) return true;
  }
  return false;
}

function matchesAt(bytes: Uint8Array, at: number, pattern: readonly number[]): boolean {
  return pattern.every((byte, i) => bytes[at + i] === byte);
}
