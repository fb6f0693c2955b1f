import type { TaskRowFragment } from '#lib/generated/graphql.ts';

type Attempt = TaskRowFragment['attempts'][number];

/** Who made a band, try by try, and whether its result was re-run. */
export interface BandAttempts {
  tries: readonly Attempt[];
  latest: Attempt | undefined;
  /** The latest re-run by the checker. */
  check: Attempt | undefined;
}

/** Tells workers' tries from the checker's re-runs. */
export function bandAttempts({ attempts }: Pick<TaskRowFragment, 'attempts'>): BandAttempts {
  const tries = attempts.filter(({ check }) => !check);
  return {
    tries,
    latest: tries.at(-1),
    check: attempts.findLast(({ check }) => check),
  };
}
