import type { JobKind } from '../model/job.ts';
import { claimTask } from './claimTask.ts';
import { kindsOf } from './engines.ts';
import type { Seeker } from './findWork.ts';
import type { World } from './world.ts';
import type { LeasedTask } from './heldLease.ts';

/** Leases, to a checker, a task whose result has waited longest for its re-run, of a kind that it can do. */
export async function findCheck(
  world: World,
  { agent, slot, engines, bid }: Seeker,
): Promise<LeasedTask | undefined> {
  for (const kind of await longestWaiting(world, kindsOf(engines))) {
    const task = await claimTask(world, {
      ...{ agent, slot, bid },
      offered: { kind, checkSince: { $lte: new Date(world.clock.now()) }, state: 'CHECKING' },
      first: { checkSince: 1 },
      state: 'CHECKING',
    });
    if (task) return task;
  }
  return undefined;
}

/** The kinds in the order in which the first of each began to wait; asked for only where there is a choice. */
async function longestWaiting({ tasks, clock }: World, kinds: JobKind[]): Promise<JobKind[]> {
  if (kinds.length < 2) return kinds;
  const due = { $lte: new Date(clock.now()) };
  const firsts = await Promise.all(
    kinds.map((kind) =>
      tasks.findOne({ kind, checkSince: due }, { kind: 1, checkSince: 1 }).sort({ checkSince: 1 }).lean(),
    ),
  );
  return firsts
    .flatMap((task) => (task?.checkSince ? [{ kind: task.kind, since: task.checkSince.getTime() }] : []))
    .toSorted((a, b) => a.since - b.since)
    .map(({ kind }) => kind);
}
