import { PictureError } from './PictureError.ts';
import type { SceneLimits } from './sceneLimits.ts';

/** Passes on what was unpacked from so many bytes, counting it, until it is more than a scene may have. */
export async function* boundBytes(
  unpacked: AsyncIterable<Uint8Array>,
  packedBytes: number,
  limits: SceneLimits,
): AsyncGenerator<Uint8Array> {
  const mostBytes = Math.min(limits.bytes, Math.max(limits.harmlessBytes, packedBytes * limits.ratio));
  let bytes = 0;
  for await (const chunk of unpacked) {
    bytes += chunk.length;
    if (bytes > mostBytes)
      throw new PictureError(
        'SCENE_TOO_LARGE',
        `A scene has at most ${limits.bytes / 2 ** 30} GiB when it is unpacked.`,
      );
    yield chunk;
  }
}
