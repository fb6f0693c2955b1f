import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { ForwardedHeaders } from '../src/forwardedHeaders.ts';
import { Lanes } from '../src/lanes.ts';
import { defaultLimits, type Limits } from '../src/limits.ts';
import type { CancelSignal, Subgraph } from '../src/subgraph.ts';
import { silentLog } from './silentLog.ts';
import { runSubgraph, sdl } from './shop.ts';

/** How the subgraphs of the shop behave. */
export interface World {
  identity: Subgraph['identity'];
  takesArrays: boolean;
  /** Called with every request before it is answered; may wait, and may throw. */
  onPost(post: Post): void | Promise<void>;
}
export interface Post {
  readonly name: string;
  readonly body: unknown;
  readonly headers: readonly string[];
  readonly cancellation: CancelSignal | undefined;
}

/** The supergraph of the shop, composed. */
function composeShop(): string {
  const services = Object.entries(sdl).map(([name, text]) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(text),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new AggregateError(errors ?? []);
  return supergraphSdl;
}

/** Both lanes over the subgraphs of the shop in memory. */
export async function startShop(world: World, limits: Limits = defaultLimits): Promise<Lanes> {
  const connect = (name: string): Subgraph => ({
    name,
    get identity() {
      return world.identity;
    },
    get takesArrays() {
      return world.takesArrays;
    },
    async post(text, headers, cancellation) {
      const body = JSON.parse(text) as unknown;
      await world.onPost({ name, body, headers, cancellation });
      if (!Array.isArray(body)) return JSON.stringify(await runSubgraph(name, body));
      return JSON.stringify(await Promise.all(body.map((each) => runSubgraph(name, each))));
    },
  });
  const lanes = new Lanes(composeShop(), connect, new ForwardedHeaders([]), limits, silentLog);
  await lanes.reference.start();
  return lanes;
}
