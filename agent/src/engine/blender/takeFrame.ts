import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { EngineError } from '../EngineError.ts';

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
const CHUNK_BYTES = 1024 * 1024;

/**
 * Copies a frame out of a scene's reach: what is judged and hashed afterwards can no longer change. A scene may have put
 * a link, a pipe or an endless file in its place, so none is followed, waited for or read to its end. Throws EngineError.
 */
export async function takeFrame(
  from: string,
  to: string,
  mostBytes: number,
): Promise<{ sizeBytes: number; sha256: string }> {
  const source = await open(from, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((cause: unknown) => {
    throw new EngineError('FRAME_MISSING', 'Blender says that a frame is written, but there is none.', {
      cause,
    });
  });
  try {
    if (!(await source.stat()).isFile()) throw new EngineError('FRAME_MISSING', 'A frame is not a file.');
    const target = await open(to, 'w', 0o600);
    try {
      const hash = createHash('sha256');
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      let sizeBytes = 0;
      for (;;) {
        const { bytesRead } = await source.read(chunk, 0, chunk.length, sizeBytes);
        if (bytesRead === 0) break;
        sizeBytes += bytesRead;
        if (sizeBytes > mostBytes)
          throw new EngineError('FRAME_MISSING', `A frame exceeds ${mostBytes} bytes.`);
        const bytes = chunk.subarray(0, bytesRead);
        hash.update(bytes);
        await target.writeFile(bytes);
      }
      await target.sync();
      return { sizeBytes, sha256: hash.digest('hex') };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
