/** Nothing is taken for hung before this. */
const LEAST_MS = 10 * 60_000;
/** A step may take this many times as long as it is expected to. */
const PATIENCE = 5;

/**
 * The one rule by which work counts as hung: without progress for max(10 min, five times its expected step). The platform
 * goes by the same rule. All in milliseconds.
 */
export function hungAfterMs(expectedStepMs: number): number {
  return Math.max(LEAST_MS, PATIENCE * expectedStepMs);
}
