import { parseInput } from '@pictor/kit';
import { z } from 'zod';
import type { RenderTask } from '../model/task.ts';
import { findFrames, type FrameAsset } from './findFrames.ts';
import { assetIds, attemptIdOf, taskIdOf } from './ids.ts';
import { expectedEnd } from './pace.ts';
import { splitFrames } from './planRender.ts';
import type { FileView, RenderView } from './renderView.ts';
import { taskIsOver, type TaskState } from './taskState.ts';
import type { World } from './world.ts';

/** A frame as its job's creator sees it. */
export interface FrameView {
  readonly number: number;
  readonly state: 'WAITING' | 'RENDERING' | 'RENDERED' | 'VERIFIED' | 'MISSING';
  readonly progress: number;
  readonly expectedAt: Date | null;
  readonly file: FileView | null;
  readonly previewUrl: string | null;
}

const pageSchema = z.object({ first: z.int().min(1).max(256), after: z.int().nullish() });

/** A frame's number, and where it stands in its task. */
interface Place {
  readonly number: number;
  readonly taskId: string;
  readonly position: number;
}

/** Some frames of a job in their order. Errors: INVALID_INPUT. */
export async function frameViews(
  world: World,
  { job, ...render }: RenderView,
  given: unknown,
): Promise<FrameView[]> {
  const { first, after } = parseInput(pageSchema, given);
  const places = placesOf(job._id, render, first, after ?? -1);
  const taskIds = [...new Set(places.map(({ taskId }) => taskId))];
  const found = await world.tasks.find({ _id: { $in: taskIds } }).lean<RenderTask[]>();
  const tasks = new Map(found.map((task) => [task._id, task]));
  const makers = found.flatMap((task) => makerOf(task) ?? []);
  const numbers = places.map(({ number }) => number);
  const frames = new Map(
    (await findFrames(world, makers, numbers))
      .filter(({ frame, sha256 }) => frame.seen === sha256 && frame.reasonCode === undefined)
      .map((frame) => [frame.frame.number, frame]),
  );
  return places.map((place) => frameView(world, place, tasks.get(place.taskId), frames.get(place.number)));
}

function placesOf(jobId: string, render: Omit<RenderView, 'job'>, first: number, after: number): Place[] {
  const { frameStart, frameStep, frameCount, milliUnitsPerFrame } = render;
  const [run] = splitFrames(render, frameCount, milliUnitsPerFrame);
  const perTask = run?.count ?? 1;
  const skipped = Math.max(0, Math.floor((after - frameStart) / frameStep) + 1);
  return Array.from({ length: Math.max(0, Math.min(first, frameCount - skipped)) }, (_, i) => {
    const ordinal = skipped + i;
    const taskId = taskIdOf(jobId, Math.floor(ordinal / perTask));
    return { number: frameStart + ordinal * frameStep, taskId, position: ordinal % perTask };
  });
}

/** The attempt whose frames count now. */
function makerOf(task: RenderTask): string | undefined {
  if (task.made) return task.made.attemptId;
  return task.lease && !task.lease.check ? attemptIdOf(task._id, task.attempts) : undefined;
}

function frameView(
  { urls }: World,
  { number, position }: Place,
  task: RenderTask | undefined,
  asset: FrameAsset | undefined,
): FrameView {
  if (!asset) return { number, ...underWay(task, position), file: null, previewUrl: null };
  const urlOf = (assetId: string) => urls.sign({ method: 'GET', assetId }).url;
  return {
    number,
    state: task?.state === 'VERIFIED' ? 'VERIFIED' : 'RENDERED',
    progress: 1,
    expectedAt: null,
    file: { sizeBytes: asset.sizeBytes, url: urlOf(asset._id) },
    previewUrl: urlOf(assetIds.framePreview(asset.attemptId, number)),
  };
}

type UnderWay = Pick<FrameView, 'state' | 'progress' | 'expectedAt'>;

/** A frame that is not there yet: how far it is follows from its task's progress. */
function underWay(task: RenderTask | undefined, position: number): UnderWay {
  const waiting = { state: 'WAITING', progress: 0, expectedAt: null } as const;
  if (!task) return waiting;
  if (taskIsOver(task.state as TaskState)) return { ...waiting, state: 'MISSING' };
  if (task.state !== 'RUNNING' || !task.lease) return waiting;
  const { lease, movedAt, progress, frames } = task;
  const done = Math.min(1, Math.max(0, progress * frames.count - position));
  const end = movedAt && expectedEnd(lease.startedAt.getTime(), movedAt.getTime(), progress);
  const share = (position + 1) / frames.count;
  const startedAt = lease.startedAt.getTime();
  return {
    state: done > 0 || Math.floor(progress * frames.count) === position ? 'RENDERING' : 'WAITING',
    progress: done,
    expectedAt: end ? new Date(Math.round(startedAt + (end - startedAt) * share)) : null,
  };
}
