import type { RenderJob } from '../model/job.ts';
import { splitFrames } from './planRender.ts';
import type { Part } from './Part.ts';

/** The tasks of a render job: runs of frames, all of the same scene. */
export function frameTasks({ render: job }: RenderJob): Part[] {
  const { sceneId, sceneBytes, sceneSha256, sceneNumber, width, height, samples, format } = job;
  const render = { sceneId, sceneBytes, sceneSha256, sceneNumber, width, height, samples, format };
  return splitFrames(job, job.frameCount, job.milliUnitsPerFrame).map(({ index, milliUnits, ...frames }) => ({
    index,
    milliUnits,
    frames,
    render,
  }));
}
