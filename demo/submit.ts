import { randomUUID } from 'node:crypto';
import type { Api } from './api.ts';

/** A job as it was submitted; money in micro-dollars. */
export interface Submitted {
  readonly id: string;
  readonly taskCount: number;
  readonly maxCost: string;
  readonly input: { readonly width: number; readonly height: number } | null;
}

/** The creator submits what was uploaded. Rejects when its price cannot be reserved. */
export async function submit(creator: Api, input: object): Promise<Submitted> {
  const { submitJob } = await creator.ask<{
    submitJob: Submitted & { state: string; reason: string | null };
  }>(
    'mutation ($input: SubmitJobInput!) { submitJob(input: $input) { id state reason taskCount maxCost input { width height } } }',
    { input: { key: randomUUID(), ...input } },
  );
  if (submitJob.state === 'REFUSED') throw new Error(`The job was refused: ${submitJob.reason}`);
  return submitJob;
}
