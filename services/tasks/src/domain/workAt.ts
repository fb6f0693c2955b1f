import type { JobKind } from '../model/job.ts';

/** What a worker is doing while it has a task of a kind; the words of the contract. */
export const workAt = { UPSCALE: 'UPSCALING', RENDER: 'RENDERING' } as const satisfies Record<
  JobKind,
  string
>;
