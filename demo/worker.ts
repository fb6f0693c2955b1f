import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { importConfiguration } from './agentProcess.ts';
import type { Agents } from './agents.ts';
import type { Api } from './api.ts';
import { step } from './terminal.ts';
import { until } from './until.ts';

/** The provider creates a worker; a real agent imports its configuration and comes online. Resolves to the worker's id. */
export async function enrol(provider: Api, agents: Agents, dataDir: string): Promise<string> {
  const { createWorker } = await provider.ask<{
    createWorker: {
      worker: { id: string; name: string };
      configuration: { fileName: string; content: string };
    };
  }>(
    'mutation ($input: CreateWorkerInput!) { createWorker(input: $input) { worker { id name } configuration { fileName content } } }',
    { input: { name: 'Studio PC', key: randomUUID() } },
  );
  const { worker, configuration } = createWorker;
  const file = join(dataDir, configuration.fileName);
  await writeFile(file, configuration.content, { mode: 0o600 });
  step(`They create a worker, “${worker.name}”`, relative('', file));

  const home = join(dataDir, 'agent');
  await importConfiguration(file, home);
  const agent = agents.start(home);
  await until(async () => {
    const answer = await provider.ask<{ worker: { status: { connectivity: string } } }>(
      'query ($id: ID!) { worker(id: $id) { status { connectivity } } }',
      { id: worker.id },
    );
    return answer.worker.status.connectivity === 'ONLINE';
  });
  step('The agent imports the file and comes online', `process ${agent.pid}`);
  return worker.id;
}
