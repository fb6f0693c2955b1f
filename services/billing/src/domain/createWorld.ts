import { OutboxRelay, type Clock, type Events, type Log } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { Models } from '../model/openModels.ts';
import { Coalescing } from './coalescing.ts';
import { countTransactions } from './countTransactions.ts';
import { Tellings } from './tellings.ts';
import type { World } from './world.ts';

/** What the verbs stand on, over these collections; `earned` delivers what workers are to be told of earnings. */
export function createWorld(
  models: Models,
  given: { events: Events<EventMap>; clock: Clock; log: Log },
): World & { earned: OutboxRelay<EventMap> } {
  const { events, clock, log } = given;
  const earned = new OutboxRelay(models.earnings, events, clock, log);
  const world: World & { earned: OutboxRelay<EventMap> } = {
    ...models,
    ...given,
    earned,
    answers: new OutboxRelay(models.reservations, events, clock, log),
    tellings: new Tellings((account) => earned.kick(account), clock),
    counting: new Coalescing((account) => countTransactions(world, account)),
  };
  return world;
}
