/** The kinds of task whose speed is measured. */
export type MeasuredKind = 'UPSCALE' | 'RENDER';

/**
 * The reference GPU: it scores 1000 and does one work unit a second. None has been measured yet, so these are guesses at
 * a GPU of the middle class: about six times what two cores of a processor upscale (0.43 output megapixels a second) and
 * forty times what they render (0.5 megasamples a second), which was measured. Whatever shows a score or a price shows
 * `assumed` with it.
 */
export const reference = {
  /** What the reference GPU does in a second: output megapixels of upscaling, megasamples of rendering. */
  perSecond: { UPSCALE: 2.5, RENDER: 20 },
  /** Whether no reference GPU has been measured yet. */
  assumed: true,
} as const satisfies { perSecond: Record<MeasuredKind, number>; assumed: boolean };

/** Work units of one output megapixel, or of one megasample, in milli-units: prices and scores rest on it alike. */
export function milliUnitsEach(kind: MeasuredKind): number {
  return 1_000 / reference.perSecond[kind];
}

/** The score of a speed: milli-units a second, so that the reference GPU scores 1000. */
export function scoreOfSpeed(kind: MeasuredKind, perSecond: number): number {
  return perSecond * milliUnitsEach(kind);
}

/**
 * The score of a slot from those of the kinds of task that it can do: their geometric mean, in which twice as fast counts
 * the same for either kind. A slot that does one kind has that kind's.
 */
export function scoreOfSlot(scores: readonly number[]): number {
  if (scores.length === 0) return 0;
  const logs = scores.reduce((sum, score) => sum + Math.log(score), 0);
  return Math.exp(logs / scores.length);
}
