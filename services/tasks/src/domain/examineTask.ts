import type { Likeness } from '../picture/messages.ts';
import { PictureError } from '../picture/PictureError.ts';
import type { MadeDocument, TaskDocument } from '../model/task.ts';
import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import { assetIds } from './ids.ts';
import { recheckTask } from './recheckTask.ts';
import { refuseResult } from './refuseResult.ts';
import { wantsCheck } from './trust.ts';
import { agrees, isPlausible } from './verdict.ts';
import { verifyTask } from './verifyTask.ts';

/** Looks at a reported result, or compares it with its re-run; what fails is taken up by the next sweep. Never rejects. */
export async function examineTask(world: World, taskId: string): Promise<void> {
  return world.underWay.run(`result ${taskId}`, async () => {
    try {
      const task = await world.tasks.findOne({ _id: taskId, state: 'REPORTED' }).lean();
      if (!task?.made) return;
      if (task.check) await examineCheck(world, task, task.made, task.check);
      else await examineResult(world, task, task.made);
    } catch (error) {
      world.log.warn({ err: error, taskId }, 'a result could not be looked at and will be again');
      const dueAt = new Date(world.clock.now() + world.times.recheckAfter);
      await world.tasks
        .updateOne({ _id: taskId, state: 'REPORTED' }, { $set: { dueAt } })
        .catch(() => undefined);
    }
  });
}

/** Looks at the results whose time has come. */
export async function examineTasks(world: World, max: number): Promise<void> {
  const due = await world.tasks
    .find({ state: 'REPORTED', dueAt: { $lte: new Date(world.clock.now()) } }, { _id: 1 })
    .sort({ dueAt: 1 })
    .limit(max)
    .lean();
  await Promise.all(due.map(({ _id }) => examineTask(world, _id)));
}

async function examineResult(world: World, task: TaskDocument, made: MadeDocument): Promise<void> {
  const likeness = await inspect(world, task, made);
  if (!likeness)
    return refuseResult(world, task, made, { reasonCode: 'RESULT_UNREADABLE', reason: unreadable });
  if (!isPlausible(likeness))
    return refuseResult(world, task, made, { reasonCode: 'RESULT_IMPLAUSIBLE', reason: implausible });
  const record = await world.workers.findById(made.workerId, { validInARow: 1 }).lean();
  if (!wantsCheck(record?.validInARow ?? 0, world.random))
    return verifyTask(world, task, made, { checked: false });
  const checkSince = new Date(world.clock.now());
  const waiting = await changeTask(world, task, 'CHECKING', { $set: { checkSince }, $unset: { dueAt: 1 } });
  if (!waiting) return;
  world.waiting.wake(1, true);
  world.changes.job(task.jobId, task.creatorId);
}

async function examineCheck(
  world: World,
  task: TaskDocument,
  made: MadeDocument,
  check: MadeDocument,
): Promise<void> {
  const { pictures, files } = world;
  if (!(await inspect(world, task, check))) return recheckTask(world, task, check);
  const paths = { result: files.path(made.assetId), check: files.path(check.assetId) };
  const likeness = await pictures.run('compare', paths);
  if (!likeness) return recheckTask(world, task, check);
  const proof = { checked: true, agreementDb: likeness.db };
  if (agrees(likeness)) return verifyTask(world, task, made, proof);
  return refuseResult(world, task, made, { ...proof, reasonCode: 'RESULT_DIFFERS', reason: differs });
}

/** How close a result is to its input; null when it is not one, or when reading it is more than a process survives. */
async function inspect(
  { pictures, files }: World,
  { _id, band, width, factor }: TaskDocument,
  { assetId, sha256 }: MadeDocument,
): Promise<Likeness | null> {
  const given = {
    band: files.path(assetIds.band(_id)),
    keepTop: band.top - band.inputTop,
    keepHeight: band.height,
  };
  try {
    return await pictures.run('inspect', { result: files.path(assetId), sha256, width, factor, ...given });
  } catch (error) {
    const fatal = ['PICTURE_PROCESS_CRASHED', 'PICTURE_TOO_LARGE', 'NOT_A_PICTURE'];
    if (error instanceof PictureError && fatal.includes(error.code)) return null;
    throw error;
  }
}

const unreadable = 'The result is not an 8-bit RGB PNG of the right size.';
const implausible = 'The result does not look like its input.';
const differs = 'The result differs from its re-run by a checker.';
