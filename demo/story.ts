import { join } from 'node:path';
import type { Platform } from '../services/platform.ts';
import type { Agents } from './agents.ts';
import { Api } from './api.ts';
import { fetchResult, follow, submit } from './job.ts';
import { payIn, tellMoney } from './money.ts';
import { person, signIn, signUp, type Person } from './people.ts';
import { bicubic, psnr } from './quality.ts';
import { note, step } from './terminal.ts';
import { enrol } from './worker.ts';

const stillLife = join(import.meta.dirname, 'still-life-640x360.png');
const truth = join(import.meta.dirname, 'still-life-1280x720.png');

/** Provider, operator and creator meet over one picture. Resolves when the job is done and paid, to how they sign in. */
export async function tellStory(
  platform: Platform,
  agents: Agents,
  dataDir: string,
  picture = stillLife,
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

  const jobId = await submit(asCreator, picture);
  await follow(platform.url, asCreator, jobId);
  const result = await fetchResult(asCreator, jobId, dataDir);
  if (picture === stillLife) await compare(result);
  await tellMoney(asProvider, asCreator, workerId, jobId);
  return [provider, operator, creator];
}

async function compare(result: string) {
  const [ours, plain] = await Promise.all([
    psnr(result, truth),
    bicubic(stillLife).then((picture) => psnr(picture, truth)),
  ]);
  note(
    'worth',
    `${ours.toFixed(1)} dB PSNR against the true rendering at that size; bicubic: ${plain.toFixed(1)} dB`,
  );
}
