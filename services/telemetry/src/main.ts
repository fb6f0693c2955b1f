import {
  buildSubgraph,
  type Clock,
  type Events,
  type Log,
  type Service,
  type TokenVerifier,
} from '@pictor/kit';
import { subgraphSdl } from '@pictor/schema';
import type { EventMap } from '@pictor/schema/events';
import type { Connection } from 'mongoose';
import { createWorld } from './domain/createWorld.ts';
import { Deadlines } from './domain/deadlines.ts';
import { receive } from './domain/receive.ts';
import { openModels } from './model/openModels.ts';
import { resolversOf } from './schema.ts';

export interface TelemetryDependencies {
  connection: Connection;
  events: Events<EventMap>;
  clock: Clock;
  log: Log;
  verifier: TokenVerifier;
}

/** Telemetry: heartbeats, connectivity and readings. */
export function createTelemetry({ connection, verifier, ...given }: TelemetryDependencies): Service {
  const models = openModels(connection);
  const world = createWorld(models, given);
  const deadlines = new Deadlines(world);
  receive(world);
  return {
    name: 'telemetry',
    subgraph: buildSubgraph({
      name: 'telemetry',
      typeDefs: subgraphSdl('telemetry'),
      resolvers: resolversOf(world),
      ...given,
      verifier,
    }),
    async start() {
      for (const model of Object.values(models)) await model.createIndexes();
      world.watches.start();
      world.outbox.start();
      deadlines.start();
    },
    async stop() {
      await Promise.all([deadlines.stop(), world.watches.stop()]);
      await Promise.all([world.beats.settled(), world.inserts.settled()]);
      await world.outbox.stop();
    },
  };
}
