import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProvider } from '@pictor/kit/testing';
import { enrolled } from './test/agents.ts';
import { openWorkers, type OpenedWorkers } from './test/openWorkers.ts';

let workers: OpenedWorkers;
beforeAll(async () => void (workers = await openWorkers()));
afterAll(() => workers.close());

const identify = (value: string, run?: string, kind: 'bearer' | 'cookie' = 'bearer') =>
  workers.service.identify({ kind, value, ...(run && { run }) });
const refusedWith = (code: string) => expect.objectContaining({ code });

async function session(email: string) {
  const { signUp } = await workers.ask(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { sessionToken account { id } } }',
    { input: { email, password: 'correct horse battery' } },
  );
  return { token: signUp.sessionToken as string, accountId: signUp.account.id as string };
}

describe('a stranger', () => {
  test('is nobody', async () => {
    expect(await workers.service.identify(undefined)).toBeUndefined();
    expect(await identify('')).toBeUndefined();
  });

  test.each([
    'garbage',
    'pws_',
    `pws_${'x'.repeat(43)}`,
    'pwk_',
    `pwk_checker.${'x'.repeat(43)}`,
    'x'.repeat(1e6),
    'pwk_../..x',
  ])('with a credential that is not one is refused (%#)', async (value) => {
    await expect(identify(value, 'run-1')).rejects.toEqual(refusedWith('UNAUTHENTICATED'));
  });
});

describe('a session', () => {
  test('speaks for its account, as cookie and as bearer, for at most 60 s', async () => {
    const { token, accountId } = await session('ada@example.com');
    const identity = await identify(token);
    expect(identity?.expiresAt).toBe(workers.clock.now() + 60_000);
    expect(identity?.scope).toMatch(`account:${accountId}:create+provide:`);
    expect((await identify(token, undefined, 'cookie'))?.scope).toBe(identity?.scope);
    expect(await workers.actorOf({ kind: 'bearer', value: token })).toMatchObject({
      id: accountId,
      role: 'account',
      accountId,
      permissions: ['provide', 'create'],
    });
    expect(JSON.stringify(identity)).not.toContain(token.slice(4));
  });

  test('has a scope of its own', async () => {
    const { token } = await session('bea@example.com');
    const { signIn } = await workers.ask(
      'mutation ($input: SignInInput!) { signIn(input: $input) { sessionToken } }',
      { input: { email: 'bea@example.com', password: 'correct horse battery' } },
    );
    expect((await identify(signIn.sessionToken))?.scope).not.toBe((await identify(token))?.scope);
  });

  test('ends after 30 days, and no token outlives it', async () => {
    const { token } = await session('cy@example.com');
    const end = workers.clock.now() + 30 * 24 * 3_600_000;
    workers.clock.set(end - 5_000);
    expect((await identify(token))?.expiresAt).toBe(end);
    workers.clock.set(end);
    await expect(identify(token)).rejects.toEqual(refusedWith('UNAUTHENTICATED'));
  });
});

describe('a worker’s credential', () => {
  test('speaks for the worker, for 20 s', async () => {
    const { id, credential, key } = await enrolled(workers, 'speaks');
    const identity = await identify(credential, 'run-1');
    expect(identity).toMatchObject({ scope: `worker:${id}`, expiresAt: workers.clock.now() + 20_000 });
    expect(await workers.actorOf({ kind: 'bearer', value: credential, run: 'run-1' })).toEqual({
      id,
      role: 'worker',
      workerId: id,
      providerId: aProvider().id,
      publicKey: key.publicKey,
      permissions: ['work'],
    });
  });

  test('is refused as a cookie, without a run, and with a run that is none', async () => {
    const { credential } = await enrolled(workers, 'without a run');
    for (const refused of [
      identify(credential, 'run-1', 'cookie'),
      identify(credential),
      identify(credential, 'x'.repeat(65)),
      identify(credential, 'a b'),
      workers.service.identify({
        kind: 'bearer',
        value: credential,
        run: { $ne: null } as unknown as string,
      }),
    ])
      await expect(refused).rejects.toEqual(refusedWith('UNAUTHENTICATED'));
  });

  test('is held by one run until that was silent for more than 30 s', async () => {
    const { credential } = await enrolled(workers, 'one run');
    await identify(credential, 'run-1');
    workers.clock.advance(20_000);
    await identify(credential, 'run-1');
    workers.clock.advance(30_000);
    await expect(identify(credential, 'run-2')).rejects.toEqual(refusedWith('CREDENTIAL_IN_USE'));
    await identify(credential, 'run-1');
    workers.clock.advance(30_001);
    await identify(credential, 'run-2');
    await expect(identify(credential, 'run-1')).rejects.toEqual(refusedWith('CREDENTIAL_IN_USE'));
  });

  test('is let go by the run that ends, and by no other', async () => {
    const { credential } = await enrolled(workers, 'run that ends');
    const agent = await workers.actorOf({ kind: 'bearer', value: credential, run: 'run-1' });
    const end = 'mutation ($run: ID!) { endRun(run: $run) { id } }';
    await workers.ask(end, { run: 'run-0' }, agent);
    await expect(identify(credential, 'run-2')).rejects.toEqual(refusedWith('CREDENTIAL_IN_USE'));
    await workers.ask(end, { run: 'run-1' }, agent);
    await workers.ask(end, { run: 'run-1' }, agent);
    await identify(credential, 'run-2');
    await workers.ask(end, { run: 'run-1' }, agent);
    await expect(identify(credential, 'run-3')).rejects.toEqual(refusedWith('CREDENTIAL_IN_USE'));
    expect(await workers.refusal(end, { run: 'run-2' })).toBe('UNAUTHENTICATED');
    expect(await workers.refusal(end, { run: 'run-2' }, aProvider())).toBe('FORBIDDEN');
  });

  test('of many runs that start at once exactly one gets it', async () => {
    const { credential } = await enrolled(workers, 'many runs');
    for (let round = 0; round < 5; round++) {
      const runs = Array.from({ length: 8 }, (_, i) => identify(credential, `run-${round}-${i}`));
      const outcomes = await Promise.allSettled(runs);
      const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refusals.map(({ reason }) => reason.code)).toEqual(Array(7).fill('CREDENTIAL_IN_USE'));
      workers.clock.advance(30_001);
    }
  });

  test('of another worker does not open this one', async () => {
    const one = await enrolled(workers, 'one');
    const other = await enrolled(workers, 'other');
    const forged = `pwk_${other.id}.${one.credential.split('.')[1]}`;
    await expect(identify(forged, 'run-1')).rejects.toEqual(refusedWith('UNAUTHENTICATED'));
  });

  test('is void once the worker is deleted, and its scope is revoked', async () => {
    const { id, credential } = await enrolled(workers, 'deleted');
    await identify(credential, 'run-1');
    await workers.ask('mutation ($id: ID!) { deleteWorker(id: $id) }', { id }, aProvider());
    await expect(identify(credential, 'run-1')).rejects.toEqual(refusedWith('UNAUTHENTICATED'));
    expect(workers.published('credential.revoked')).toContainEqual({ scope: `worker:${id}` });
  });
});
