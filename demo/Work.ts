import type { Api } from './api.ts';

/** A job that the demo tells of. */
export interface Work {
  /** The creator submits it. Resolves to the job's id. */
  submit(creator: Api): Promise<string>;
  /** What is shown of it once it is done. */
  show(creator: Api, jobId: string): Promise<void>;
}
