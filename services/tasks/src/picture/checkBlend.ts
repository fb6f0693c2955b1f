import { open, type FileHandle } from 'node:fs/promises';
import { pipeline, type Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { blendHeaderBytes, blendVersion } from './blendHeader.ts';
import { boundBytes } from './boundBytes.ts';
import { PictureError } from './PictureError.ts';
import type { SceneLimits } from './sceneLimits.ts';
import { blendPacking, type BlendPacking } from './sceneType.ts';
import { zstdFrames } from './zstdFrames.ts';

/** How far from the end the mark of the last block may begin: that block is a header of at most 32 bytes and nothing else. */
const tailBytes = 64;
const pieceBytes = 2 ** 18;
const lastBlock = 'ENDB';

/** Whether a file is a whole .blend of which we know how it is packed; returns the version of the Blender that saved it. */
export async function checkBlend(path: string, limits: SceneLimits): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { head, tail } = await endsOf(boundBytes(unpack(file, await packingOf(file), size), size, limits));
    const version = blendVersion(head);
    if (!tail.includes(lastBlock)) throw broken();
    return version;
  } catch (cause) {
    // What the decompressors throw is about the bytes they were given.
    throw isOfBytes(cause as NodeJS.ErrnoException) ? broken(cause) : cause;
  } finally {
    await file.close();
  }
}

async function packingOf(file: FileHandle) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(7), 0, 7, 0);
  const packing = blendPacking(buffer.subarray(0, bytesRead));
  if (!packing) throw new PictureError('NOT_A_SCENE', 'The file is not a .blend.');
  return packing;
}

async function* unpack(file: FileHandle, packing: BlendPacking, size: number): AsyncGenerator<Uint8Array> {
  if (packing === 'plain') yield* pieces(file, 0, size);
  else if (packing === 'gzip') yield* through(createGunzip(), pieces(file, 0, size));
  else
    for await (const { start, end } of zstdFrames(file))
      yield* through(createZstdDecompress(), pieces(file, start, end));
}

async function* pieces(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end;) {
    const length = Math.min(pieceBytes, end - at);
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, at);
    if (!bytesRead) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

function through(unpacker: Transform, packed: AsyncIterable<Buffer>): Transform {
  // Whoever reads the unpacker hears of errors on either side.
  pipeline(packed, unpacker, () => {});
  return unpacker;
}

/** The first and the last bytes of a stream. */
async function endsOf(chunks: AsyncIterable<Uint8Array>): Promise<{ head: Buffer; tail: Buffer }> {
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head.length < blendHeaderBytes) head = Buffer.concat([head, chunk.subarray(0, blendHeaderBytes)]);
    tail = Buffer.concat([tail, chunk.subarray(-tailBytes)]).subarray(-tailBytes);
  }
  return { head, tail };
}

function isOfBytes({ code, message }: NodeJS.ErrnoException): boolean {
  return /^(Z_|ZSTD_)/.test(code ?? '') || message.startsWith('zstd:');
}

function broken(cause?: unknown): PictureError {
  return new PictureError('NOT_A_SCENE', 'The .blend is broken or cut short.', { cause });
}
