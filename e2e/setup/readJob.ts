import type { Api } from '../../demo/api.ts';

/** A job as its creator sees it. */
export interface Job {
  state: string;
  progress: number;
  taskCount: number;
  verifiedTaskCount: number;
  tasks: Task[];
  charge: Record<'reserved' | 'rewards' | 'fees' | 'released', string> | null;
  result: { width: number; height: number; url: string } | null;
}

interface Task {
  id: string;
  state: string;
  attempts: Attempt[];
}

interface Attempt {
  id: string;
  state: string;
  reasonCode: string | null;
  reward: string;
  worker: { id: string } | null;
}

/** The attempts that were verified, but for the re-runs of a checker: its creator owns the workers of all others. */
export const verifiedOf = (attempts: Attempt[]): Attempt[] =>
  attempts.filter(({ state, worker }) => state === 'VERIFIED' && worker !== null);

/** Reads a job with its tasks and attempts. */
export async function readJob(creator: Api, id: string): Promise<Job> {
  const { job } = await creator.ask<{ job: Job }>(
    `query ($id: ID!) { job(id: $id) {
      state progress taskCount verifiedTaskCount
      tasks { id state attempts { id state reasonCode reward worker { id } } }
      charge { reserved rewards fees released }
      result { width height url }
    } }`,
    { id },
  );
  return job;
}
