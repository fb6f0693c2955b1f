import type { UpdateQuery } from 'mongoose';
import type { EndedDocument } from '../model/task.ts';
import type { WorkerRecordDocument } from '../model/workerRecord.ts';
import type { World } from './world.ts';
import { limits } from './limits.ts';

/** Adds an attempt that ended to its worker's record; once, however often it is told. */
export async function countAttempt({ workers, clock, times }: World, ended: EndedDocument): Promise<void> {
  const { attemptId, workerId, startedAt, endedAt } = ended;
  const { $inc, $set } = standing(ended);
  await workers.updateOne(
    { _id: workerId, counted: { $ne: attemptId } },
    {
      $inc: { ...$inc, computeMs: Math.max(0, endedAt.getTime() - startedAt.getTime()) },
      $set: { ...$set, idleDueAt: new Date(clock.now() + times.idleAfter) },
      $push: { counted: { $each: [attemptId], $slice: -limits.rememberedAttempts } },
    },
  );
}

/** With this code an agent says that the scene itself cannot be rendered. */
const sceneRefused = 'SCENE_REFUSED';
/** A re-run by another version of Blender came out otherwise: no blame, but its next results are re-run. */
const versionDiffers = 'VERSION_DIFFERS';

/** What an end says about the worker; a check says nothing, nor does a scene that nobody can render. */
function standing({ check, state, reasonCode }: EndedDocument): UpdateQuery<WorkerRecordDocument> {
  if (check || reasonCode === sceneRefused) return {};
  if (state === 'VERIFIED') return { $inc: { verified: 1, validInARow: 1 } };
  if (state === 'REFUSED' && reasonCode === versionDiffers) return { $set: { validInARow: 0 } };
  if (state === 'REFUSED') return { $inc: { refused: 1 }, $set: { validInARow: 0 } };
  if (state === 'FAILED' || state === 'LOST') return { $inc: { failed: 1 } };
  return {};
}
