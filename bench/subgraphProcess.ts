import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { forkModule } from './program.ts';

/** The entry point of our gateway alone. */
export const ourGateway = resolve(import.meta.dirname, '../gateway/src/main.ts');

/** Starts the bench's four subgraphs; `env` is what a gateway needs to stand before them. */
export async function startSubgraphs(
  folder: string,
): Promise<{ subgraphs: ChildProcess; env: Record<string, string> }> {
  const { child, told } = await forkModule<{ supergraph: string; ws: Record<string, string> }>(
    './subgraphs.ts',
  );
  const supergraph = join(folder, 'supergraph.graphql');
  writeFileSync(supergraph, told.supergraph);
  const env = {
    SUPERGRAPH: supergraph,
    SUBGRAPH_WS: JSON.stringify(told.ws),
    FORWARD_HEADERS: 'x-user',
    SUBGRAPH_IDENTITY: 'extensions',
  };
  return { subgraphs: child, env };
}
