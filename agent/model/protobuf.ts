/** The bytes of one or more encoded protobuf fields. */
export type Fields = Buffer;

const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** Encodes a non-negative integer field. */
export function integerField(field: number, value: number): Fields {
  return Buffer.concat([varint((field << 3) | VARINT), varint(value)]);
}

/** Encodes a field of text, of bytes, or of a nested message that is already encoded. */
export function bytesField(field: number, value: string | Uint8Array): Fields {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
  return Buffer.concat([varint((field << 3) | LENGTH_DELIMITED), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${value} is not a non-negative integer`);
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}
