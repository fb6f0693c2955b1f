const finalText = 0x81;
const max7Bits = 125;
const max16Bits = 65_535;

/** Texts as WebSocket messages of a server (RFC 6455: whole, uncompressed, unmasked) in one piece, for one write. */
export function textFrames(texts: readonly string[]): Buffer {
  let size = 0;
  for (const text of texts) size += frameBytes(Buffer.byteLength(text));
  const frames = Buffer.allocUnsafe(size);
  let at = 0;
  for (const text of texts) {
    at = writeHead(frames, at, Buffer.byteLength(text));
    at += frames.write(text, at);
  }
  return frames;
}

function frameBytes(length: number): number {
  if (length <= max7Bits) return 2 + length;
  return (length <= max16Bits ? 4 : 10) + length;
}

function writeHead(frames: Buffer, at: number, length: number): number {
  frames[at] = finalText;
  if (length <= max7Bits) return frames.writeUInt8(length, at + 1);
  if (length <= max16Bits) {
    frames[at + 1] = 126;
    return frames.writeUInt16BE(length, at + 2);
  }
  frames[at + 1] = 127;
  return frames.writeUInt32BE(length, frames.writeUInt32BE(0, at + 2)); // bodies stay far below 4 GiB
}
