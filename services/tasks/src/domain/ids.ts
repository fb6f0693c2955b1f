import { createHash } from 'node:crypto';

/**
 * A job's id follows from its creator and the key it was submitted with, so that submitting twice makes one job. A
 * task's id is its job's with its index, an attempt's is its task's with its number: each leads to its parent.
 */
export function jobIdOf(creatorId: string, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify([creatorId, key]))
    .digest('hex')
    .slice(0, 32);
}

export const taskIdOf = (jobId: string, index: number): string => `${jobId}.${index}`;

export const attemptIdOf = (taskId: string, number: number): string => `${taskId}.${number}`;

const attemptId = /^([0-9a-f]{32}\.\d{1,3})\.(\d{1,9})$/;

/** The task and the number of an attempt; undefined for what is no attempt's id. */
export function readAttemptId(id: string): { taskId: string; number: number } | undefined {
  const [, taskId, number] = attemptId.exec(id) ?? [];
  return taskId === undefined ? undefined : { taskId, number: Number(number) };
}

/** The files of a job, by what they are. */
export const assetIds = {
  picture: (jobId: string) => `${jobId}.picture`,
  picturePreview: (jobId: string) => `${jobId}.picture-preview`,
  result: (jobId: string) => `${jobId}.result`,
  resultPreview: (jobId: string) => `${jobId}.result-preview`,
  scene: (jobId: string) => `${jobId}.scene`,
  archive: (jobId: string) => `${jobId}.archive`,
  band: (taskId: string) => `${taskId}.band`,
  attemptResult: (attempt: string) => `${attempt}.made`,
  frame: (attempt: string, frame: number) => `${attempt}.f${frame}`,
  framePreview: (attempt: string, frame: number) => `${attempt}.p${frame}`,
};
