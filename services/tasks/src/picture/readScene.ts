import { createReadStream } from 'node:fs';
import { checkBlend } from './checkBlend.ts';
import type { PictureWork } from './messages.ts';
import { PictureError } from './PictureError.ts';
import { sceneLimits } from './sceneLimits.ts';
import { sceneType } from './sceneType.ts';
import { unzipScene } from './unzipScene.ts';
import { writeScene } from './writeScene.ts';

type Scene = PictureWork['scene'];

/** Writes the scene that an upload is or holds, as it is, and looks through it. */
export async function readScene(
  { upload, contentType, scene }: Scene['input'],
  limits = sceneLimits,
): Promise<Scene['output']> {
  if ((await sceneType(upload)) !== contentType)
    throw new PictureError('NOT_A_SCENE', `The file is not of the announced type ${contentType}.`);
  const written =
    contentType === 'application/zip'
      ? await unzipScene(upload, scene, limits)
      : await writeScene(createReadStream(upload), scene);
  return { ...written, version: await checkBlend(scene, limits) };
}
