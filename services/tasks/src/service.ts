import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildSubgraph, type Service, type TokenVerifier } from '@pictor/kit';
import { followLeases } from './domain/followLeases.ts';
import { bandAll, offerAll } from './domain/offerTasks.ts';
import { openDoor } from './domain/openDoor.ts';
import { receive } from './domain/receive.ts';
import { makeSweeps } from './domain/sweeps.ts';
import type { World } from './domain/world.ts';
import { serveFiles } from './files/serveFiles.ts';
import { resolversOf, typeDefs } from './schema.ts';

/** The service of jobs, tasks, leases, verification and files. */
export interface TasksService extends Service {
  /** Answers requests for `/files/…`; false for any other path, which it leaves alone. */
  files(request: IncomingMessage, response: ServerResponse): boolean;
}

/** The service over a world; its receivers are registered when this returns. */
export function serviceOf(world: World, verifier: TokenVerifier): TasksService {
  const { events, clock, log, outboxes } = world;
  const sweeps = makeSweeps(world);
  const relays = Object.values(outboxes);
  receive(world);
  return {
    name: 'tasks',
    subgraph: buildSubgraph({
      ...{ name: 'tasks', typeDefs, resolvers: resolversOf(world) },
      ...{ events, clock, log, verifier },
    }),
    files: serveFiles(openDoor(world), log, clock),
    async start() {
      const { assets, attempts, jobs, tasks, workers } = world;
      for (const model of [assets, attempts, jobs, tasks, workers]) await model.createIndexes();
      await world.files.prepare();
      await followLeases(world);
      await bandAll(world);
      await offerAll(world);
      for (const each of [...relays, ...sweeps]) each.start();
    },
    async stop() {
      await world.pictures.stop();
      await Promise.all(sweeps.map((sweep) => sweep.stop()));
      await world.underWay.settled();
      await Promise.all(relays.map((relay) => relay.stop()));
    },
  };
}
