import type { EngineProgress } from './Engine.ts';
import type { UpscaleJob, UpscaleResult } from './UpscaleJob.ts';
import type { EngineErrorCode } from './EngineError.ts';

/** What an engine tells its process to do. */
export interface EngineRequest {
  readonly type: 'run';
  readonly job: UpscaleJob;
}

/** What an engine's process answers. It is silent for no longer than the work on one tile takes. */
export type EngineReply =
  | { readonly type: 'ready'; readonly name: string; readonly threads: number }
  | ({ readonly type: 'progress' } & EngineProgress)
  | ({ readonly type: 'done' } & UpscaleResult)
  | { readonly type: 'failed'; readonly code: EngineErrorCode; readonly message: string };
