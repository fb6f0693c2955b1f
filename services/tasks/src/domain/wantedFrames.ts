import type { MadeDocument, RenderTask } from '../model/task.ts';
import { framesOf } from './planRender.ts';

/** The frames that an attempt at a task is to make, ascending; a re-run makes some of them. */
export function wantedFrames(task: RenderTask, check: boolean): readonly number[] {
  return check ? (task.checkFrames ?? []) : framesOf(task.frames);
}

/** Whether a reported result is that of the re-run. */
export const isCheck = (task: RenderTask, made: MadeDocument): boolean =>
  task.check?.attemptId === made.attemptId;
