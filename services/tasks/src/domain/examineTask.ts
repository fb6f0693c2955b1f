import { isRenderTask, type MadeDocument, type TaskDocument, type UpscaleTask } from '../model/task.ts';
import { bandJudge } from './bandJudge.ts';
import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import { chooseFrames } from './chooseFrames.ts';
import { framesJudge } from './framesJudge.ts';
import type { Comparison, Finding } from './Judge.ts';
import { recheckTask } from './recheckTask.ts';
import { refuseResult } from './refuseResult.ts';
import { wantsCheck } from './trust.ts';
import { verifyTask } from './verifyTask.ts';
import { wantedFrames } from './wantedFrames.ts';

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
  const finding = await inspect(world, task, made);
  if (!finding.ok) return refuseResult(world, task, made, whyOf(finding));
  const { doubtful = [] } = finding;
  const record = await world.workers.findById(made.workerId, { validInARow: 1 }).lean();
  if (!doubtful.length && !wantsCheck(record?.validInARow ?? 0, world.random))
    return verifyTask(world, task, made, { checked: false });
  const frames = isRenderTask(task) && chooseFrames(wantedFrames(task, false), doubtful, world.random);
  const checkSince = new Date(world.clock.now());
  const waiting = await changeTask(world, task, 'CHECKING', {
    $set: { checkSince, ...(frames && { checkFrames: frames }) },
    $unset: { dueAt: 1 },
  });
  if (!waiting) return;
  world.waiting.wakeChecker(waiting);
  world.changes.job(task.jobId, task.creatorId);
}

async function examineCheck(
  world: World,
  task: TaskDocument,
  made: MadeDocument,
  check: MadeDocument,
): Promise<void> {
  const finding = await inspect(world, task, check);
  if (!finding.ok) return recheckTask(world, task, check, whyOf(finding));
  const comparison = await compare(world, task, made, check);
  if (!comparison)
    return recheckTask(world, task, check, { reasonCode: 'RESULT_UNREADABLE', reason: unlike });
  const proof = { checked: true, agreementDb: comparison.db };
  if (comparison.agrees) return verifyTask(world, task, made, proof);
  const why = made.blender === check.blender ? differs : versionsDiffer;
  return refuseResult(world, task, made, { ...proof, ...why });
}

function inspect(world: World, task: TaskDocument, made: MadeDocument): Promise<Finding> {
  return isRenderTask(task)
    ? framesJudge.inspect(world, task, made)
    : bandJudge.inspect(world, task as UpscaleTask, made);
}

function compare(
  world: World,
  task: TaskDocument,
  made: MadeDocument,
  check: MadeDocument,
): Promise<Comparison | null> {
  return isRenderTask(task)
    ? framesJudge.compare(world, task, made, check)
    : bandJudge.compare(world, task as UpscaleTask, made, check);
}

const whyOf = ({ reasonCode, reason }: Finding & { ok: false }) => ({ reasonCode, reason });

const differs = {
  reasonCode: 'RESULT_DIFFERS',
  reason: 'The result differs from its re-run by a checker.',
};
/** Which may be all that tells them apart: the result is not paid, and does not count as refused. */
const versionsDiffer = {
  reasonCode: 'VERSION_DIFFERS',
  reason: 'The result differs from its re-run, which could only be made with another version of Blender.',
};
const unlike = 'The re-run cannot be compared with the result.';
