import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** A scene as it was written. */
export interface WrittenScene {
  readonly sizeBytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Writes a scene and hashes it on the way. */
export async function writeScene(chunks: AsyncIterable<Uint8Array>, path: string): Promise<WrittenScene> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  await pipeline(
    chunks,
    async function* (passing: AsyncIterable<Uint8Array>) {
      for await (const chunk of passing) {
        hash.update(chunk);
        sizeBytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(path),
  );
  return { sizeBytes, sha256: hash.digest('hex') };
}
