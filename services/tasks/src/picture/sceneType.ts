import { open } from 'node:fs/promises';

const zipType = 'application/zip';
const blendType = 'application/x-blender';

/** The types of scenes that are taken. */
export const sceneTypes: readonly string[] = [blendType, zipType];

/** How a .blend is stored. */
export type BlendPacking = 'plain' | 'gzip' | 'zstd';

/** How the file with these first bytes is packed, if it can be a .blend: Blender below 3.0 wrote gzip, then zstd. */
export function blendPacking(head: Buffer): BlendPacking | undefined {
  if (head.toString('latin1', 0, 7) === 'BLENDER') return 'plain';
  if (head.toString('hex', 0, 2) === '1f8b') return 'gzip';
  const magic = head.toString('hex', 0, 4);
  return magic === '28b52ffd' || /^5.2a4d18$/.test(magic) ? 'zstd' : undefined;
}

/** A scene's type by its first bytes; undefined when it is none of those taken. */
export async function sceneType(path: string): Promise<string | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(7), 0, 7, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head.toString('hex', 0, 4) === '504b0304') return zipType;
    return blendPacking(head) && blendType;
  } finally {
    await file.close();
  }
}
