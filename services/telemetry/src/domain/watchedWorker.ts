import type { Listener } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import { agentOf, type Asker } from './agentOf.ts';
import { watchedMs } from './watches.ts';
import type { World } from './world.ts';

/** Hears when somebody looks at the readings of the calling agent's worker. Throws UNAUTHENTICATED and FORBIDDEN. */
export function hearWatched(world: World, asker: Asker): Listener<EventMap['worker.watched']> {
  const { workerId } = agentOf(asker);
  return world.events.listen('worker.watched', { workerId }, { max: 1 });
}

/** What an agent does about it. */
export const watched = { seconds: watchedMs / 1_000 };
