import type { Clock } from './clock.ts';

/** The promise's outcome if it comes within `ms` milliseconds; rejects otherwise, and its late outcome is ignored. */
export function within<Value>(promise: Promise<Value>, ms: number, clock: Clock): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new Error(`No answer within ${ms} ms`)));
    promise.then(resolve, reject).finally(cancel);
  });
}
