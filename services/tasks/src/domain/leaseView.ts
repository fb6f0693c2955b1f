import type { FrameFormat } from '../picture/messages.ts';
import type { JobKind } from '../model/job.ts';
import { isRenderTask, type RenderTask, type UpscaleTask } from '../model/task.ts';
import { findFrames } from './findFrames.ts';
import type { World } from './world.ts';
import type { LeasedTask } from './leasedTask.ts';
import { assetIds, attemptIdOf } from './ids.ts';
import { priceOf } from './pricing.ts';
import { wantedFrames } from './wantedFrames.ts';

/** A lease as its agent sees it. */
export interface LeaseView {
  readonly attemptId: string;
  readonly taskId: string;
  readonly token: string;
  readonly slot: number;
  readonly kind: JobKind;
  readonly check: boolean;
  readonly expiresAt: Date;
  readonly inputUrl: string;
  readonly inputBytes: number;
  readonly inputSha256: string | null;
  readonly upscale: UpscaleView | null;
  readonly render: RenderWorkView | null;
  /** Micro-USD. */
  readonly reward: bigint;
}

interface UpscaleView {
  readonly factor: number;
  readonly width: number;
  readonly height: number;
  readonly keepTop: number;
  readonly keepHeight: number;
}

interface RenderWorkView {
  readonly frames: number[];
  readonly uploaded: number[];
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly format: FrameFormat;
}

/** What an agent needs to run the task that it leased. */
export async function leaseView(world: World, task: LeasedTask): Promise<LeaseView> {
  const { _id: taskId, lease, kind, milliUnits, feeBasisPoints } = task;
  const attemptId = attemptIdOf(taskId, task.attempts);
  const { token, slot, check, expiresAt } = lease;
  return {
    ...{ attemptId, taskId, token, slot, kind, check, expiresAt },
    ...(isRenderTask(task)
      ? await renderWork(world, task, check, attemptId)
      : upscaleWork(world, task as LeasedTask & UpscaleTask, attemptId)),
    reward: check ? 0n : priceOf(milliUnits, lease.bid, feeBasisPoints).reward,
  };
}

function upscaleWork({ urls }: World, task: UpscaleTask, attemptId: string) {
  const { _id: taskId, band, width, factor } = task;
  const assetId = assetIds.band(taskId);
  return {
    inputUrl: urls.sign({ method: 'GET', assetId, attemptId }).url,
    inputBytes: band.inputBytes,
    inputSha256: null,
    upscale: {
      ...{ factor, width },
      height: band.inputHeight,
      keepTop: band.top - band.inputTop,
      keepHeight: band.height,
    },
    render: null,
  };
}

async function renderWork(world: World, task: RenderTask, check: boolean, attemptId: string) {
  const { sceneId: assetId, sceneBytes, sceneSha256, width, height, samples, format } = task.render;
  const uploaded = await findFrames(world, [attemptId]);
  return {
    inputUrl: world.urls.sign({ method: 'GET', assetId, attemptId }).url,
    inputBytes: sceneBytes,
    inputSha256: sceneSha256,
    upscale: null,
    render: {
      frames: [...wantedFrames(task, check)],
      uploaded: uploaded.map(({ frame }) => frame.number),
      ...{ width, height, samples, format },
    },
  };
}
