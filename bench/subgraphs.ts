// Four subgraphs in a process of their own, shaped like ours and answering from memory, so that the gateway is what is
// measured. Prints where they listen; publishes events on request of its parent.
import { composeServices } from '@apollo/composition';
import {
  buildSubgraph,
  createLog,
  LocalEvents,
  serveSubgraph,
  systemClock,
  TokenVerifier,
} from '@pictor/kit';
import { generateKeyPairSync } from 'node:crypto';
import { parse } from 'graphql';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])';
const typeDefs = {
  workers: `${link}
    type Query { workers(first: Int! = 20, from: Int! = 0): [Worker!]! }
    type Worker @key(fields: "id") { id: ID! name: String! status: String! }`,
  tasks: `${link}
    type Query { queued: Int! }
    type Worker @key(fields: "id") { id: ID! currentTask: Task }
    type Task @key(fields: "id") { id: ID! progress: Float! }`,
  billing: `${link}
    type Query { fee: Int! }
    type Worker @key(fields: "id") { id: ID! earnings: Earnings }
    type Earnings { total: String! today: String! }`,
  telemetry: `${link}
    type Query { heard: Int! }
    input Sample { index: Int! utilizationPercent: Float temperatureCelsius: Float powerWatts: Float }
    type Mutation { heartbeat(workerId: ID!, at: String!, samples: [Sample!]!): Heartbeat! }
    type Heartbeat { at: String! worker: Worker }
    type Subscription { heard(workerIds: [ID!]): Heard! }
    type Heard { sequence: Int! sentAt: Float! worker: Worker }
    type Worker @key(fields: "id") { id: ID! lastHeardAt: String uptime: Float }`,
};

interface Topics {
  heard: { workerId: string; sequence: number; sentAt: number };
}

const worker = (id: string) => ({ id });
const reference = { __resolveReference: async ({ id }: { id: string }) => worker(id) };
const events = new LocalEvents<Topics>();
const resolvers: Record<keyof typeof typeDefs, object> = {
  workers: {
    Query: {
      workers: (_: unknown, { first, from }: { first: number; from: number }) =>
        Array.from({ length: first }, (_, i) => worker(`w${from + i}`)),
    },
    Worker: { ...reference, name: ({ id }: { id: string }) => `rig ${id}`, status: () => 'UPSCALING' },
  },
  tasks: {
    Query: { queued: () => 3 },
    Worker: { ...reference, currentTask: ({ id }: { id: string }) => ({ id: `t${id}` }) },
    Task: { progress: () => 0.25 },
  },
  billing: {
    Query: { fee: () => 10 },
    Worker: { ...reference, earnings: () => ({ total: '18413207', today: '412' }) },
  },
  telemetry: {
    Query: { heard: () => 1 },
    Mutation: {
      heartbeat: (_: unknown, { workerId, at }: { workerId: string; at: string }) => ({
        at,
        worker: worker(workerId),
      }),
    },
    Subscription: {
      heard: {
        subscribe: (_: unknown, { workerIds }: { workerIds?: string[] }) =>
          events.listen('heard', ({ workerId }) => !workerIds || workerIds.includes(workerId)),
        resolve: ({ workerId, ...event }: Topics['heard']) => ({ ...event, worker: worker(workerId) }),
      },
    },
    Worker: { ...reference, lastHeardAt: () => '2026-01-01T00:00:00.000Z', uptime: () => 0.98 },
  },
};

const verifier = new TokenVerifier(generateKeyPairSync('ed25519').publicKey);
const log = createLog({ level: 'error' });
const served = await Promise.all(
  (Object.keys(typeDefs) as (keyof typeof typeDefs)[]).map(async (name) => {
    const subgraph = buildSubgraph({
      name,
      typeDefs: typeDefs[name],
      resolvers: resolvers[name],
      events,
      log,
      clock: systemClock,
      verifier,
    });
    return { name, ...(await serveSubgraph(subgraph)) };
  }),
);
const { supergraphSdl, errors } = composeServices(
  served.map(({ name, url }) => ({ name, url, typeDefs: parse(typeDefs[name]) })),
);
if (!supergraphSdl) throw new AggregateError(errors ?? []);

process.on('message', ({ events: count, everyMs }: { events: number; everyMs: number }) => {
  let sequence = 0;
  const timer = setInterval(() => {
    events.publish('heard', { workerId: 'w1', sequence: sequence++, sentAt: Date.now() });
    if (sequence === count) clearInterval(timer);
  }, everyMs);
});
process.on('disconnect', () => process.exit());
process.send!({
  supergraph: supergraphSdl,
  ws: Object.fromEntries(served.map(({ name, wsUrl }) => [name, wsUrl])),
});
