import type { LeaseFieldsFragment as Lease } from '../generated/graphql.ts';

/** What a slot is at work on. */
export interface Work {
  readonly lease: Lease;
  /** When it began here, in milliseconds since 1970. */
  readonly startedAt: number;
  /** The same by `Clock.elapsed`. */
  readonly begunAt: number;
  readonly abort: AbortController;
  /** Share done, 0 to 1. */
  progress: number;
  /** How many signs of life it has given: progress, words of its engine, pieces of files. */
  signs: number;
  /** Whether frames of it are done and kept on this machine. */
  hasFrames: boolean;
  /** What there is to see of it so far: a small JPEG, and the how manyth it is; null before the first. */
  preview: { readonly jpeg: Buffer; readonly number: number } | null;
  /** Whether it has ended and only waits to be acknowledged. */
  ended: boolean;
  /** Whether the lease is no longer held: nobody waits for its end. */
  lost: boolean;
  /** Whether it goes back to the platform because the owner wants it to. */
  returned: boolean;
}
