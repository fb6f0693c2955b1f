import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { ZipWriter } from '@zip.js/zip.js';
import { DiskReader } from './DiskReader.ts';
import type { PictureWork } from './messages.ts';

type Archive = PictureWork['archive'];

const stored = 0;
/** The same files make the same archive, whenever it is made; a zip's dates begin in 1980, in local time. */
const date = new Date(1980, 0, 1);

/** Puts files into one zip, as they are, from disk to disk. */
export async function archiveFiles({ entries, archive }: Archive['input']): Promise<Archive['output']> {
  const writer = new ZipWriter(Writable.toWeb(createWriteStream(archive)), {
    lastModDate: date,
    extendedTimestamp: false,
  });
  for (const { path, name } of entries) {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      // Told size and checksum before, the writer neither holds a file back nor puts them behind it, where few look.
      await writer.add(name, new DiskReader(file, size), {
        passThrough: true,
        compressionMethod: stored,
        uncompressedSize: size,
        crc32: await checksumOf(path),
      });
    } finally {
      await file.close();
    }
  }
  await writer.close();
  return { sizeBytes: (await stat(archive)).size };
}

async function checksumOf(path: string): Promise<number> {
  let sum = 0;
  for await (const chunk of createReadStream(path)) sum = crc32(chunk as Buffer, sum);
  return sum;
}
