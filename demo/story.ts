import type { Platform } from '../services/platform.ts';
import type { Agents } from './agents.ts';
import { Api } from './api.ts';
import { follow } from './follow.ts';
import { payIn, tellMoney } from './money.ts';
import { person, signIn, signUp, type Person } from './people.ts';
import { step } from './terminal.ts';
import type { Work } from './Work.ts';
import { enrol } from './worker.ts';

/** Provider, operator and creator meet over one job. Resolves when the job is done and paid, to how they sign in. */
export async function tellStory(
  platform: Platform,
  agents: Agents,
  dataDir: string,
  work: Work,
): Promise<Person[]> {
  const [provider, operator, creator] = [person('provider'), person('operator'), person('creator')];
  const api = new Api(platform.url);

  const asProvider = api.as(await signUp(api, provider));
  step('A provider signs up', provider.email);
  const workerId = await enrol(asProvider, agents, dataDir);

  await signUp(api, operator);
  await platform.makeOperator(operator.email);
  const asOperator = api.as(await signIn(api, operator));
  const asCreator = api.as(await signUp(api, creator));
  await payIn(asOperator, asCreator);

  const jobId = await work.submit(asCreator);
  await follow(platform.url, asCreator, jobId);
  await work.show(asCreator, jobId);
  await tellMoney(asProvider, asCreator, workerId, jobId);
  return [provider, operator, creator];
}
