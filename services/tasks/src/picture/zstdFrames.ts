import type { FileHandle } from 'node:fs/promises';

/** Where a frame of compressed data lies in its file. */
interface Span {
  readonly start: number;
  /** Just behind it. */
  readonly end: number;
}

const frameMagic = 0xfd2fb528;
const isSkippable = (magic: number) => magic >>> 4 === 0x184d2a5;
const repeatedByte = 1;
const reserved = 3;
const dictionaryBytes = [0, 1, 2, 4];
const contentSizeBytes = [0, 2, 4, 8];

/**
 * Where the frames with data lie in a zstd file (RFC 8878). Blender writes many with an index behind them; Node unpacks
 * only one at a time. Throws when the file ends within one.
 */
export async function* zstdFrames(file: FileHandle): AsyncGenerator<Span> {
  const { size } = await file.stat();
  for (let start = 0; start < size;) {
    const magic = (await bytesAt(file, start, 4)).readUInt32LE();
    if (isSkippable(magic)) {
      start += 8 + (await bytesAt(file, start + 4, 4)).readUInt32LE();
      continue;
    }
    if (magic !== frameMagic) throw new Error('zstd: a frame begins with unknown bytes.');
    const end = await endOfFrame(file, start);
    if (end > size) throw new Error('zstd: the last frame is cut short.');
    yield { start, end };
    start = end;
  }
}

async function endOfFrame(file: FileHandle, start: number): Promise<number> {
  const descriptor = (await bytesAt(file, start + 4, 1))[0]!;
  const singleSegment = Boolean(descriptor & 0b10_0000);
  const sizeFlag = descriptor >> 6;
  const sizeBytes = singleSegment && sizeFlag === 0 ? 1 : contentSizeBytes[sizeFlag]!;
  let at = start + 5 + (singleSegment ? 0 : 1) + dictionaryBytes[descriptor & 0b11]! + sizeBytes;
  for (let last = false; !last;) {
    const header = (await bytesAt(file, at, 3)).readUIntLE(0, 3);
    const type = (header >> 1) & 0b11;
    if (type === reserved) throw new Error('zstd: a block is of no known type.');
    last = Boolean(header & 1);
    at += 3 + (type === repeatedByte ? 1 : header >> 3);
  }
  return at + (descriptor & 0b100 ? 4 : 0);
}

async function bytesAt(file: FileHandle, at: number, count: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, at);
  if (bytesRead < count) throw new Error('zstd: the file is cut short.');
  return buffer;
}
