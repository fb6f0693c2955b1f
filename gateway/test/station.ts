import { composeServices } from '@apollo/composition';
import { GraphQLError, parse } from 'graphql';
import type { Json } from '../src/run.ts';
import { SubgraphServer, type TestContext } from './subgraphServer.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])`;
const item = `type Item @key(fields: "id", resolvable: false) { id: ID! }`;

/** Three subgraphs: `ticks` tells of items whose names are known to `items` and whose prices to `prices`. */
export interface Station {
  readonly items: SubgraphServer;
  readonly prices: SubgraphServer;
  readonly ticks: SubgraphServer;
  readonly all: readonly SubgraphServer[];
  readonly supergraph: string;
  /** Composed of these and as many fields more. */
  supergraphWith(more: string): string;
  stop(): Promise<void>;
}

export async function startStation(): Promise<Station> {
  const items = new SubgraphServer(
    'items',
    `${link}
    type Query { item(id: ID!): Item items(first: Int = 2): [Item!]! me: String echo(value: JSON): JSON fail(code: String): String crash: String }
    type Mutation { rename(id: ID!, name: String!): Item! }
    scalar JSON
    type Item @key(fields: "id") { id: ID! name: String next: Item }`,
    () => ({
      Query: {
        item: (_: unknown, { id }: Json) => ({ id }),
        items: (_: unknown, { first }: Json) =>
          Array.from({ length: first }, (_each, i) => ({ id: `${i + 1}` })),
        me: (_: unknown, _args: unknown, { caller }: TestContext) => caller,
        echo: (_: unknown, { value }: Json) => value,
        fail: (_: unknown, { code }: Json) => {
          const extensions = { ...(code && { code }), stacktrace: ['at secret.ts'] };
          throw new GraphQLError('It failed', { extensions });
        },
      },
      Mutation: { rename: (_: unknown, { id, name }: Json) => ({ id, name }) },
      Item: {
        __resolveReference: async ({ id }: Json) => ({ id }),
        name: ({ id, name }: Json) => name ?? `item ${id}`,
        next: ({ id }: Json) => ({ id: `${Number(id) + 1}` }),
      },
    }),
  );
  const prices = new SubgraphServer(
    'prices',
    `${link}
    type Item @key(fields: "id") { id: ID! price: Float askedBy: String }`,
    () => ({
      Item: {
        __resolveReference: async ({ id }: Json) => ({ id }),
        price: ({ id }: Json) => Number(id) * 1.5,
        askedBy: (_: unknown, _args: unknown, { caller }: TestContext) => caller,
      },
    }),
  );
  const ticks = new SubgraphServer(
    'ticks',
    `${link}
    type Query { now: Int }
    type Subscription { ticked(of: String): Tick! forbidden: Tick }
    type Tick { seq: Int! text: String item: Item! }
    ${item}`,
    (server) => ({
      Subscription: {
        ticked: {
          subscribe: () => server.events(),
          resolve: (event: unknown) => event,
        },
        forbidden: {
          subscribe: () => {
            throw new GraphQLError('Not yours', { extensions: { code: 'FORBIDDEN' } });
          },
        },
      },
    }),
  );
  const all = [items, prices, ticks];
  await Promise.all(all.map((server) => server.start()));
  const supergraphWith = (more: string) =>
    compose(all.map(({ name, url, sdl }) => ({ name, url, sdl: name === 'items' ? sdl + more : sdl })));
  const stop = async () => void (await Promise.all(all.map((server) => server.crash())));
  return { items, prices, ticks, all, supergraph: supergraphWith(''), supergraphWith, stop };
}

/** A supergraph of these subgraphs. */
export function compose(services: readonly { name: string; url: string; sdl: string }[]): string {
  const definitions = services.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(definitions);
  if (!supergraphSdl) throw new AggregateError(errors ?? [], String(errors));
  return supergraphSdl;
}
