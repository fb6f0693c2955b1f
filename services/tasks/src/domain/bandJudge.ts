import type { MadeDocument, UpscaleTask } from '../model/task.ts';
import type { Likeness } from '../picture/messages.ts';
import { PictureError } from '../picture/PictureError.ts';
import { assetIds } from './ids.ts';
import type { Judge } from './Judge.ts';
import { agrees, isPlausible } from './verdict.ts';
import type { World } from './world.ts';

/** Proves bands of a picture: by their input, seen from afar, and by their re-run. */
export const bandJudge: Judge<UpscaleTask> = {
  async inspect(world, task, made) {
    const likeness = await closenessToInput(world, task, made);
    if (!likeness) return { ok: false, reasonCode: 'RESULT_UNREADABLE', reason: unreadable };
    if (!isPlausible(likeness)) return { ok: false, reasonCode: 'RESULT_IMPLAUSIBLE', reason: implausible };
    return { ok: true };
  },

  async compare({ pictures, files }, _, made, check) {
    const paths = { result: files.path(made.assetId!), check: files.path(check.assetId!) };
    const likeness = await pictures.run('compare', paths);
    return likeness && { agrees: agrees(likeness), db: likeness.db };
  },
};

/** Null when it is not a result, or when reading it is more than a process survives. */
async function closenessToInput(
  { pictures, files }: World,
  { _id, band, width, factor }: UpscaleTask,
  { assetId, sha256 }: MadeDocument,
): Promise<Likeness | null> {
  const given = {
    band: files.path(assetIds.band(_id)),
    keepTop: band.top - band.inputTop,
    keepHeight: band.height,
  };
  try {
    return await pictures.run('inspect', { result: files.path(assetId!), sha256, width, factor, ...given });
  } catch (error) {
    const fatal = ['PICTURE_PROCESS_CRASHED', 'PICTURE_TOO_LARGE', 'NOT_A_PICTURE'];
    if (error instanceof PictureError && fatal.includes(error.code)) return null;
    throw error;
  }
}

const unreadable = 'The result is not an 8-bit RGB PNG of the right size.';
const implausible = 'The result does not look like its input.';
