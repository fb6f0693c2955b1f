/** How long things take and how often they happen, in milliseconds; tests inject their own. */
export interface Times {
  /** A lease holds this long after its last renewal. */
  lease: number;
  /** An expired lease's task is offered again after a quarter of its estimate, within these bounds. */
  reofferMin: number;
  reofferMax: number;
  /** What a worker failed is held against it, and a task, this long. */
  forgiveAfter: number;
  /** `submitJob` waits this long for the answer about its price. */
  fundingWait: number;
  /** How often leases that are due are looked for. */
  dueEvery: number;
  /** How often unfinished steps of the server itself are taken up again. */
  recoverEvery: number;
  /** A worker without a lease is told to be idle after this long, so that its pause between two tasks does not show. */
  idleAfter: number;
  /** How often it is counted on how many slots workers have tasks. */
  slotsEvery: number;
  /** A bid that was looked up holds for leases this long, unless its change is heard of sooner. */
  bidKept: number;
  /** A checker is at hand when it was heard from within this time. */
  checkerHeard: number;
  /** A render is left to a checker with the Blender that made it this long; then to any that opens its scene. */
  sameBlenderWait: number;
  /** A worker's slot is at hand when it asked for a task or reported on one within this time. */
  atHand: number;
  /** A failed check is offered again after this long. */
  recheckAfter: number;
  /** A signed URL works at least this long, and at most half as long again. */
  urlMin: number;
  /** A screen hears of the same job or attempt no more often than this. */
  changeEvery: number;
  /** Files that nothing needs any more are kept this long. */
  keepUpload: number;
  keepWorkFiles: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

export const defaultTimes: Times = {
  lease: minute,
  reofferMin: 15 * second,
  reofferMax: 10 * minute,
  forgiveAfter: 5 * hour,
  fundingWait: 5 * second,
  dueEvery: 5 * second,
  recoverEvery: 5 * second,
  idleAfter: 3 * second,
  slotsEvery: minute,
  bidKept: minute,
  checkerHeard: 30 * second,
  sameBlenderWait: minute,
  atHand: 90 * second,
  recheckAfter: 30 * second,
  urlMin: 10 * minute,
  changeEvery: second / 4,
  keepUpload: 24 * hour,
  keepWorkFiles: hour,
};
