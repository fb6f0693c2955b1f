import type { Clock } from '../clock.ts';

/** Waits until something has settled well, or for so many milliseconds. */
export async function settlesWithin(
  limitMs: number,
  work: Promise<void> | undefined,
  clock: Clock,
): Promise<void> {
  let cancel: (() => void) | undefined;
  const limit = new Promise<void>((resolve) => (cancel = clock.after(limitMs, resolve)));
  try {
    await Promise.race([work, limit]);
  } finally {
    cancel?.();
  }
}
