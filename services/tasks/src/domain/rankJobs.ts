/** What the order of jobs depends on. */
export interface Rankable {
  readonly creatorId: string;
  readonly ceilingBand: number;
  readonly createdAt: Date;
}

/**
 * The order in which a worker is offered jobs: whose ceiling is in a higher band, then whose creator was served longest ago,
 * then the older one. A hair's difference in price buys nothing. `turnOf` is smaller the longer ago a creator was served.
 */
export function rankJobs<Job extends Rankable>(
  jobs: readonly Job[],
  turnOf: (creatorId: string) => number,
): Job[] {
  return jobs.toSorted(
    (a, b) =>
      b.ceilingBand - a.ceilingBand ||
      turnOf(a.creatorId) - turnOf(b.creatorId) ||
      a.createdAt.getTime() - b.createdAt.getTime(),
  );
}
