import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateKeyPairSync, sign } from 'node:crypto';
import { inspect } from 'node:util';
import { aProvider } from '@pictor/kit/testing';
import { create, enrol, enrolment, enrolRefusal, newKey } from './test/agents.ts';
import { openWorkers, type OpenedWorkers } from './test/openWorkers.ts';

let workers: OpenedWorkers;
beforeAll(async () => void (workers = await openWorkers()));
afterAll(() => workers.close());

const mutation = 'mutation ($input: EnrolWorkerInput!) { enrolWorker(input: $input) { credential } }';
const dayMs = 24 * 3_600_000;
const machine = {
  gpus: [],
  cpu: 'A CPU',
  cpuCores: 8,
  memoryMiB: 16_384,
  os: 'Linux',
  agentVersion: '0.1.0',
};

const actorOf = (credential: string) => workers.actorOf({ kind: 'bearer', value: credential, run: 'run-1' });
const report = async (credential: string) =>
  workers.ask(
    'mutation ($input: HardwareInput!) { reportHardware(input: $input) { id } }',
    { input: machine },
    await actorOf(credential),
  );

describe('the configuration', () => {
  test('carries what an agent needs', async () => {
    const { id, configuration } = await create(workers, 'Zoë’s Rig');
    expect(configuration.fileName).toBe('zoe-s-rig.pictor.json');
    expect(configuration.worker.id).toBe(id);
    const expiresAt = new Date(workers.clock.now() + dayMs).toISOString();
    expect(configuration.expiresAt).toBe(expiresAt);
    expect(JSON.parse(configuration.content)).toEqual({
      version: 1,
      gateway: 'https://pictor.test/graphql',
      workerId: id,
      workerName: 'Zoë’s Rig',
      enrolmentToken: expect.stringMatching(/^pwe_[\w-]{43}$/),
      expiresAt,
    });
  });
});

describe('enrolling', () => {
  test('gives a credential and tells others once', async () => {
    const { id, token } = await create(workers, 'told');
    const { worker, credential } = await enrol(workers, id, token);
    expect(worker).toEqual({ id, name: 'told', enrolledAt: new Date(workers.clock.now()).toISOString() });
    expect(credential).toMatch(new RegExp(`^pwk_${id}\\.[\\w-]{43}$`));
    await expect
      .poll(() =>
        workers.events.delivered.filter(({ event }) => 'workerId' in event && event.workerId === id),
      )
      .toEqual([
        {
          topic: 'worker.enrolled',
          event: { workerId: id, providerId: aProvider().id, at: workers.clock.now() },
        },
      ]);
  });

  test('stores neither token nor credential', async () => {
    const { id, token } = await create(workers, 'secret');
    const { credential } = await enrol(workers, id, token);
    const stored = inspect(await workers.models.workers.findById(id).lean(), { depth: null });
    expect(stored).not.toContain(token.slice(4));
    expect(stored).not.toContain(credential.split('.')[1]);
  });

  test('repeated with the same key gives the same credential, until that reported its hardware', async () => {
    const { id, token } = await create(workers, 'repeated');
    const key = newKey();
    const { credential } = await enrol(workers, id, token, key);
    await actorOf(credential);
    workers.clock.advance(dayMs - 1);
    expect((await enrol(workers, id, token, key)).credential).toBe(credential);
    await report(credential);
    expect(await enrolRefusal(workers, id, token, key)).toBe('ENROLMENT_TOKEN_USED');
    await actorOf(credential);
  });

  test('repeated after the token’s end is refused', async () => {
    const { id, token } = await create(workers, 'repeated late');
    const key = newKey();
    await enrol(workers, id, token, key);
    workers.clock.advance(dayMs);
    expect(await enrolRefusal(workers, id, token, key)).toBe('ENROLMENT_TOKEN_EXPIRED');
  });

  test('with another key is refused, and the first key keeps its credential', async () => {
    const { id, token } = await create(workers, 'other key');
    const { credential } = await enrol(workers, id, token);
    expect(await enrolRefusal(workers, id, token)).toBe('ENROLMENT_TOKEN_USED');
    await actorOf(credential);
  });

  test('with an expired token is refused', async () => {
    const { id, token } = await create(workers, 'expired');
    workers.clock.advance(dayMs - 1);
    const renewed = await create(workers, 'just in time');
    workers.clock.advance(1);
    expect(await enrolRefusal(workers, id, token)).toBe('ENROLMENT_TOKEN_EXPIRED');
    await enrol(workers, renewed.id, renewed.token);
  });

  test('with a token of another worker, of nobody, or of a deleted worker is refused', async () => {
    const one = await create(workers, 'one');
    const other = await create(workers, 'other');
    expect(await enrolRefusal(workers, one.id, other.token)).toBe('ENROLMENT_TOKEN_INVALID');
    expect(await enrolRefusal(workers, 'wkr_nobody', one.token)).toBe('ENROLMENT_TOKEN_INVALID');
    await workers.ask('mutation ($id: ID!) { deleteWorker(id: $id) }', { id: one.id }, aProvider());
    expect(await enrolRefusal(workers, one.id, one.token)).toBe('ENROLMENT_TOKEN_INVALID');
    await enrol(workers, other.id, other.token);
  });

  test('by several at once with different keys enrols exactly one', async () => {
    const { id, token } = await create(workers, 'race of keys');
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => enrolRefusal(workers, id, token)));
    expect(outcomes.filter((code) => code === undefined)).toHaveLength(1);
    expect(outcomes.filter((code) => code === 'ENROLMENT_TOKEN_USED')).toHaveLength(5);
  });

  test('several times at once with one key gives one credential, which works', async () => {
    const { id, token } = await create(workers, 'race of one');
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 6 }, () => enrol(workers, id, token, key)));
    const credentials = new Set(answers.map(({ credential }) => credential));
    expect(credentials.size).toBe(1);
    await actorOf([...credentials][0]);
  });
});

describe('the proof', () => {
  const refusal = (input: object) => workers.refusal(mutation, { input });

  test('must be of this worker and token, by this key', async () => {
    const { id, token } = await create(workers, 'proof');
    const { input } = enrolment(id, token);
    expect(await refusal({ ...input, publicKey: newKey().publicKey })).toBe('INVALID_INPUT');
    expect(await refusal({ ...input, proof: enrolment('another', token).input.proof })).toBe('INVALID_INPUT');
    expect(await refusal({ ...input, proof: '' })).toBe('INVALID_INPUT');
    expect(await refusal({ ...input, proof: 'not base64!' })).toBe('INVALID_INPUT');
    expect(await refusal(input)).toBeUndefined();
  });

  test('must be by an Ed25519 key', async () => {
    const { id, token } = await create(workers, 'kind of key');
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const proof = sign(null, Buffer.from(`enrol:${id}:${token}`), privateKey).toString('base64');
    const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const input = { workerId: id, token, proof };
    expect(await refusal({ ...input, publicKey: spki })).toBe('INVALID_INPUT');
    expect(await refusal({ ...input, publicKey: '' })).toBe('INVALID_INPUT');
    expect(await refusal({ ...input, publicKey: Buffer.from('junk').toString('base64') })).toBe(
      'INVALID_INPUT',
    );
  });

  test('must not be endless', async () => {
    const { id, token } = await create(workers, 'endless');
    const { input } = enrolment(id, token);
    for (const field of ['workerId', 'token', 'publicKey', 'proof'])
      expect(await refusal({ ...input, [field]: 'A'.repeat(4_000) })).toBe('INVALID_INPUT');
  });
});

describe('renewing the configuration', () => {
  const renewal = `mutation ($id: ID!) { renewConfiguration(workerId: $id) { content worker { id } } }`;

  test('voids the earlier token', async () => {
    const { id, token } = await create(workers, 'renewed');
    workers.clock.advance(dayMs);
    const { renewConfiguration } = await workers.ask(renewal, { id }, aProvider());
    const { enrolmentToken } = JSON.parse(renewConfiguration.content);
    expect(await enrolRefusal(workers, id, token)).toBe('ENROLMENT_TOKEN_INVALID');
    await enrol(workers, id, enrolmentToken);
    expect(await workers.refusal(renewal, { id }, aProvider())).toBe('ALREADY_ENROLLED');
  });
});

describe('the checker', () => {
  const bearer = (value: string) => ({ kind: 'bearer' as const, value, run: 'run-1' });

  test('is one, enrols anew at each start, and is on no list', async () => {
    const first = JSON.parse((await workers.service.createChecker()).content);
    const { credential } = await enrol(workers, first.workerId, first.enrolmentToken);
    expect(await workers.actorOf(bearer(credential))).toMatchObject({
      id: 'checker',
      role: 'checker',
      providerId: 'platform',
      permissions: ['check'],
    });
    await report(credential);

    const second = JSON.parse((await workers.service.createChecker()).content);
    expect(second.workerId).toBe(first.workerId);
    await expect(workers.service.identify(bearer(credential))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(workers.published('credential.revoked')).toContainEqual({ scope: 'worker:checker' });
    expect(await enrolRefusal(workers, 'checker', first.enrolmentToken)).toBe('ENROLMENT_TOKEN_INVALID');
    const again = await enrol(workers, 'checker', second.enrolmentToken);
    const checker = await actorOf(again.credential);

    expect(
      (await workers.ask('{ worker(id: "checker") { name slots { index } } }', {}, checker)).worker,
    ).toEqual({
      name: 'Checker',
      slots: [{ index: 0 }],
    });
    const seen = '{ worker(id: "checker") { id } workers { totalCount nodes { id } } fleet { total } }';
    expect(await workers.ask(seen, {}, aProvider('platform'))).toMatchObject({
      workers: { totalCount: 0, nodes: [] },
      fleet: { total: 0 },
    });
    expect((await workers.ask(seen, {}, aProvider())).worker).toBeNull();
  });
});
