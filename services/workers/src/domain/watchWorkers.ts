import { parseInput, requireActor, type Actor, type Listener, type Wanted } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import { z } from 'zod';
import { findWorkers } from './findWorkers.ts';
import { noSuchWorker } from './noSuchWorker.ts';
import type { Asker, World } from './world.ts';

/** That a worker changed, or was deleted. */
export type WorkerChanged = EventMap['worker.changed'];

const watching = z.object({
  workerIds: z.array(z.string()).max(200, 'must be at most 200').nullish(),
});

/**
 * Each change of these workers of the actor; of all of them when none are named. Throws UNAUTHENTICATED, INVALID_INPUT,
 * NOT_FOUND when one of the ids is not the actor's.
 */
export async function watchWorkers(
  world: World,
  asker: Asker,
  input: { workerIds?: readonly string[] | null },
): Promise<Listener<WorkerChanged>> {
  const actor = requireActor(asker);
  const { workerIds } = parseInput(watching, input);
  const ids = workerIds && new Set(workerIds);
  if (ids && (await findWorkers(world, asker, [...ids])).size < ids.size) throw noSuchWorker();
  return world.events.listen('worker.changed', wantedBy(actor, ids));
}

function wantedBy(
  { id, workerId }: Actor,
  ids: ReadonlySet<string> | null | undefined,
): Wanted<WorkerChanged> {
  if (workerId) return { workerId };
  if (!ids) return { providerId: id };
  return (changed) => changed.providerId === id && ids.has(changed.workerId);
}
