import { generateKeyPairSync, sign } from 'node:crypto';
import type { Actor } from '@pictor/kit';
import { aProvider } from '@pictor/kit/testing';
import type { Answer, OpenedWorkers } from './openWorkers.ts';

const enrolMutation = `mutation ($input: EnrolWorkerInput!) {
  enrolWorker(input: $input) { credential worker { id name enrolledAt } }
}`;

/** Creates a worker through the API: its id and the content of its configuration. */
export async function create(
  { ask }: OpenedWorkers,
  name = 'Studio PC',
  key = `key of ${name}`,
  provider = aProvider(),
): Promise<{ id: string; configuration: Answer; token: string }> {
  const { createWorker } = await ask(
    `mutation ($input: CreateWorkerInput!) { createWorker(input: $input) {
      worker { id } configuration { fileName content expiresAt worker { id } }
    } }`,
    { input: { name, key } },
    provider,
  );
  const { worker, configuration } = createWorker;
  return { id: worker.id, configuration, token: JSON.parse(configuration.content).enrolmentToken };
}

/** The key of an agent. */
export function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), privateKey };
}

/** What an agent sends to enrol. */
export function enrolment(workerId: string, token: string, { publicKey, privateKey } = newKey()) {
  const proof = sign(null, Buffer.from(`enrol:${workerId}:${token}`), privateKey).toString('base64');
  return { input: { workerId, token, publicKey, proof } };
}

/** Enrols as an agent does: a stranger over HTTP. */
export async function enrol(
  { ask }: OpenedWorkers,
  workerId: string,
  token: string,
  key = newKey(),
): Promise<Answer> {
  return (await ask(enrolMutation, enrolment(workerId, token, key))).enrolWorker;
}

/** The code with which an enrolment is refused. */
export function enrolRefusal({ refusal }: OpenedWorkers, workerId: string, token: string, key = newKey()) {
  return refusal(enrolMutation, enrolment(workerId, token, key));
}

/** A worker whose agent has enrolled. */
export async function enrolled(workers: OpenedWorkers, name?: string, provider?: Actor) {
  const { id, token } = await create(workers, name, undefined, provider);
  const key = newKey();
  const { credential } = await enrol(workers, id, token, key);
  return { id, token, key, credential: credential as string };
}
