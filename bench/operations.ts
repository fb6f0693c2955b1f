import type { Operation } from './load.ts';

const fleetQuery =
  'query ($first: Int!, $from: Int!) { workers(first: $first, from: $from) { id name status earnings { total today } currentTask { progress } lastHeardAt uptime } }';
const heartbeat =
  'mutation ($id: ID!, $at: String!, $samples: [Sample!]!) { heartbeat(workerId: $id, at: $at, samples: $samples) { at } }';
const samples = Array.from({ length: 2 }, (_, index) => ({
  index,
  utilizationPercent: 97,
  temperatureCelsius: 64,
  powerWatts: 212.5,
}));
/** What is asked of the bench's subgraphs: a federated query that is never the same twice, and a heartbeat. */
export const operations: Record<'query' | 'heartbeat', Operation> = {
  query: (n) => ({ query: fleetQuery, variables: { first: 20, from: n % 100_000 } }),
  heartbeat: (n) => ({
    query: heartbeat,
    variables: { id: `w${n % 10_000}`, at: '2026-01-01T00:00:00.000Z', samples },
  }),
};
