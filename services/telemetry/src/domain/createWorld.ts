import { OutboxRelay, type Clock, type Events, type Log } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { Models } from '../model/openModels.ts';
import { Gathering } from './gathering.ts';
import { insertReadings } from './insertReadings.ts';
import { KnownLiveness } from './knownLiveness.ts';
import { Recent } from './recent.ts';
import { Watches } from './watches.ts';
import { writeBeats } from './writeBeats.ts';
import type { World } from './world.ts';

const maxBeats = 500;
const maxInserts = 2_000;
const maxLatest = 20_000;

/** What the verbs stand on, over these collections. */
export function createWorld(
  models: Models,
  given: { events: Events<EventMap>; clock: Clock; log: Log },
): World {
  const world: World = {
    ...models,
    ...given,
    outbox: new OutboxRelay(models.liveness, given.events, given.clock, given.log),
    known: new KnownLiveness(models),
    latest: new Recent(maxLatest),
    watches: new Watches(given),
    beats: new Gathering((heard) => writeBeats(world, heard), maxBeats),
    inserts: new Gathering((batches) => insertReadings(world, batches), maxInserts),
  };
  return world;
}
