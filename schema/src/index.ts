import { readFileSync } from 'node:fs';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The names of the subgraphs; each owns the file of its name in this folder. */
export const subgraphNames = ['workers', 'tasks', 'billing', 'telemetry'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

/** The contract of one subgraph, as written by hand. */
export const subgraphSdl = (name: SubgraphName): string => read(`../${name}.graphql`);

/** The composed supergraph, as generated and committed. */
export const supergraphSdl = (): string => read('../generated/supergraph.graphql');

/** The schema that clients see, as generated and committed. */
export const apiSdl = (): string => read('../generated/api.graphql');
