import { PictureError } from '../picture/PictureError.ts';
import type { FrameFinding } from '../picture/messages.ts';
import { isRenderTask, type RenderTask } from '../model/task.ts';
import { failAttempt } from './failAttempt.ts';
import type { FrameAsset } from './findFrames.ts';
import { assetIds, attemptIdOf, readAttemptId } from './ids.ts';
import { storeAsset } from './storeAsset.ts';
import type { World } from './world.ts';

/**
 * Looks at a frame that has just come: a good one gets a preview and is shown, a bad one ends its attempt at once.
 * What fails is made up for when the attempt is reported. Never rejects.
 */
export async function seeFrame(world: World, assetId: string): Promise<void> {
  return world.underWay.run(`frame ${assetId}`, async () => {
    try {
      const frame = await world.assets.findOne({ _id: assetId, state: 'STORED' }).lean<FrameAsset>();
      const id = frame?.attemptId === undefined ? undefined : readAttemptId(frame.attemptId);
      const task = id && (await world.tasks.findById(id.taskId).lean());
      if (!frame || !task || !isRenderTask(task)) return;
      const seen = await lookAtFrame(world, task, frame);
      if (seen.frame.reasonCode !== undefined) await refuseAttempt(world, task, seen);
    } catch (error) {
      world.log.warn({ err: error, assetId }, 'a frame could not be looked at and will be again');
    }
  });
}

/** The frame with what is known of it; it is looked at unless that very file was before. */
export async function lookAtFrame(world: World, task: RenderTask, frame: FrameAsset): Promise<FrameAsset> {
  if (frame.frame.seen === frame.sha256) return frame;
  const { files } = world;
  const preview = files.draft();
  try {
    const finding = await inspect(world, task, frame, preview);
    const { number } = frame.frame;
    const facts = finding.ok
      ? { number, seen: frame.sha256, black: finding.black }
      : {
          number,
          seen: frame.sha256,
          reasonCode: finding.reasonCode,
          reason: `Frame ${number}: ${finding.reason}`,
        };
    if (finding.ok) await keepPreview(world, task, frame, preview);
    const known = await world.assets
      .findOneAndUpdate({ _id: frame._id, sha256: frame.sha256 }, { $set: { frame: facts } })
      .lean();
    // Its attempt came to nothing meanwhile, and whoever discarded its files may not have seen this preview.
    if (known?.discardAt) await discardPreview(world, task, frame, known.discardAt);
    world.changes.job(task.jobId, task.creatorId);
    return { ...frame, frame: facts };
  } finally {
    await files.drop(preview);
  }
}

async function inspect(
  { files, pictures }: World,
  { render: { width, height, format } }: RenderTask,
  { _id, sha256 }: FrameAsset,
  preview: string,
): Promise<FrameFinding> {
  try {
    return await pictures.run('frame', { frame: files.path(_id), sha256, width, height, format, preview });
  } catch (error) {
    const fatal = ['PICTURE_PROCESS_CRASHED', 'PICTURE_TOO_LARGE', 'NOT_A_PICTURE'];
    if (!(error instanceof PictureError) || !fatal.includes(error.code)) throw error;
    return { ok: false, reasonCode: 'FRAME_UNREADABLE', reason: 'It cannot be read as a picture.' };
  }
}

/** The first preview that comes stands for the job in lists. */
async function keepPreview(world: World, task: RenderTask, { attemptId, frame }: FrameAsset, draft: string) {
  const { jobId, creatorId: ownerId } = task;
  const assetId = assetIds.framePreview(attemptId, frame.number);
  const preview = {
    _id: assetId,
    ownerId,
    jobId,
    attemptId,
    kind: 'PREVIEW',
    contentType: 'image/webp',
  } as const;
  await storeAsset(world, draft, preview);
  await world.jobs.updateOne(
    { _id: jobId, 'render.preview': { $exists: false } },
    { $set: { 'render.preview': { assetId, attemptId } } },
  );
}

async function discardPreview(
  { assets, jobs }: World,
  { jobId }: RenderTask,
  { attemptId, frame }: FrameAsset,
  discardAt: Date,
): Promise<void> {
  await assets.updateOne({ _id: assetIds.framePreview(attemptId, frame.number) }, { $set: { discardAt } });
  await jobs.updateOne(
    { _id: jobId, 'render.preview.attemptId': attemptId },
    { $unset: { 'render.preview': 1 } },
  );
}

async function refuseAttempt(
  world: World,
  task: RenderTask,
  { attemptId, frame }: FrameAsset,
): Promise<void> {
  const { lease } = task;
  if (!lease || attemptIdOf(task._id, task.attempts) !== attemptId) return;
  const { reasonCode = '', reason = '' } = frame;
  await failAttempt(world, { ...task, lease }, { state: 'REFUSED', reasonCode, reason });
}
