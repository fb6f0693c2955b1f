import type { QueryFilter } from 'mongoose';
import type { TaskDocument } from '../model/task.ts';
import { claimTask } from './claimTask.ts';
import { blenderOf, kindsOf } from './engines.ts';
import type { Seeker } from './seeker.ts';
import type { LeasedTask } from './leasedTask.ts';
import type { World } from './world.ts';

/** Some of the results that wait for their re-run. */
interface Waiting {
  readonly offered: QueryFilter<TaskDocument>;
  readonly blender: number | undefined;
  /** How much later than it did each counts as having begun to wait, in milliseconds. */
  readonly after: number;
}

/** Leases, to a checker, a task whose result has waited longest for its re-run, of those that it can do. */
export async function findCheck(
  world: World,
  { agent, slot, engines, bid }: Seeker,
): Promise<LeasedTask | undefined> {
  const able = kindsOf(engines).flatMap((kind) => waitingFor(world, kind, blenderOf(engines)));
  for (const { offered, blender } of await longestFirst(world, able)) {
    const task = await claimTask(world, {
      ...{ agent, slot, blender, bid },
      offered: { ...offered, state: 'CHECKING' },
      first: { checkSince: 1 },
      state: 'CHECKING',
    });
    if (task) return task;
  }
  return undefined;
}

/**
 * Versions of Blender draw differently, so that a render waits for a checker with the one that made it; a while only, or
 * it might wait for ever. Those of other versions join the queue by then, and are neither first nor last for it.
 */
function waitingFor(
  { clock, times }: World,
  kind: TaskDocument['kind'],
  blender: number | undefined,
): Waiting[] {
  const since = (after: number) => ({ kind, checkSince: { $lte: new Date(clock.now() - after) } });
  if (kind !== 'RENDER') return [{ offered: since(0), blender: undefined, after: 0 }];
  if (blender === undefined) return [];
  const after = times.sameBlenderWait;
  const opens = { 'render.sceneNumber': { $not: { $gt: blender } } };
  return [
    { offered: { ...since(0), 'made.blender': blender }, blender, after: 0 },
    { offered: { ...since(after), ...opens }, blender, after },
  ];
}

/** Those in which something waits, in the order in which the first of each began to; asked only where there is a choice. */
async function longestFirst({ tasks }: World, able: Waiting[]): Promise<Waiting[]> {
  if (able.length < 2) return able;
  const firsts = await Promise.all(
    able.map(({ offered }) => tasks.findOne(offered, { checkSince: 1 }).sort({ checkSince: 1 }).lean()),
  );
  return able
    .flatMap((each, i) => {
      const since = firsts[i]?.checkSince?.getTime();
      return since === undefined ? [] : [{ each, since: since + each.after }];
    })
    .toSorted((a, b) => a.since - b.since)
    .map(({ each }) => each);
}
