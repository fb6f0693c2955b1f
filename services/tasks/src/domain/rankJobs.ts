/** What the order of jobs depends on. */
export interface Rankable {
  readonly creatorId: string;
  /** What is paid at most for 3,600 work units, in micro-USD. */
  readonly bid: bigint;
  readonly createdAt: Date;
}

/**
 * The order in which a worker is offered jobs: whose ceiling is higher, then whose creator was served longest ago, then the
 * older one. `turnOf` is smaller the longer ago that was.
 */
export function rankJobs<Job extends Rankable>(
  jobs: readonly Job[],
  turnOf: (creatorId: string) => number,
): Job[] {
  return jobs.toSorted(
    (a, b) =>
      Number(b.bid - a.bid) ||
      turnOf(a.creatorId) - turnOf(b.creatorId) ||
      a.createdAt.getTime() - b.createdAt.getTime(),
  );
}
