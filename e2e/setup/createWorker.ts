import { randomUUID } from 'node:crypto';
import type { Api } from '../../demo/api.ts';

/** A worker just created, with the content of its configuration file. */
export interface CreatedWorker {
  id: string;
  configuration: string;
}

/** Creates a worker by the API. */
export async function createWorker(provider: Api, name: string): Promise<CreatedWorker> {
  const { createWorker } = await provider.ask<{
    createWorker: { worker: { id: string }; configuration: { content: string } };
  }>(
    'mutation ($input: CreateWorkerInput!) { createWorker(input: $input) { worker { id } configuration { content } } }',
    { input: { name, key: randomUUID() } },
  );
  return { id: createWorker.worker.id, configuration: createWorker.configuration.content };
}
