export function encodeGb18030(text: string): Uint8Array<ArrayBuffer>;
