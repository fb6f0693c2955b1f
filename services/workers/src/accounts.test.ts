import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { aCreator, anOperator, aWorker } from '@pictor/kit/testing';
import type * as Argon2 from '@node-rs/argon2';
import { openWorkers, type OpenedWorkers } from './test/openWorkers.ts';

const { verify } = vi.hoisted(() => ({ verify: vi.fn() }));
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof Argon2>();
  verify.mockImplementation(argon2.verify);
  return { ...argon2, verify };
});

const password = 'correct horse battery';
const opened = 'sessionToken expiresAt account { id email roles createdAt provider { id } creator { id } }';
const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { ${opened} } }`;
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { ${opened} } }`;

let workers: OpenedWorkers;
beforeAll(async () => void (workers = await openWorkers()));
afterAll(() => workers.close());

const open = async (email: string) => (await workers.ask(signUp, { input: { email, password } })).signUp;
const bearer = (value: string) => ({ kind: 'bearer' as const, value });

describe('signing up', () => {
  test('opens an account that may provide and create, and a session', async () => {
    const { sessionToken, expiresAt, account } = await open(' Ada@Example.com ');
    expect(sessionToken).toMatch(/^pws_[\w-]{43}$/);
    expect(Date.parse(expiresAt) - workers.clock.now()).toBe(30 * 24 * 3_600_000);
    expect(account).toMatchObject({ email: 'ada@example.com', roles: ['PROVIDER', 'CREATOR'] });
    expect(account.provider.id).toBe(account.id);
    expect(account.creator.id).toBe(account.id);
  });

  test('stores neither the password nor the token', async () => {
    const { sessionToken, account } = await open('bea@example.com');
    const stored = JSON.stringify([
      await workers.models.accounts.findById(account.id).lean(),
      await workers.models.sessions.find({ accountId: account.id }).lean(),
    ]);
    expect(stored).not.toContain(password);
    expect(stored).not.toContain(sessionToken.slice(4));
    expect(stored).toContain('$argon2id$');
  });

  test('takes an address once, letter case aside, however many ask at once', async () => {
    const outcomes = await Promise.all(
      ['cy@example.com', 'CY@example.com', 'Cy@Example.Com'].map((email) =>
        workers.refusal(signUp, { input: { email, password } }),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['EMAIL_TAKEN', 'EMAIL_TAKEN', undefined]);
    expect(await workers.models.accounts.countDocuments({ email: 'cy@example.com' })).toBe(1);
  });

  test.each([
    ['no-address', password],
    ['', password],
    [`${'x'.repeat(250)}@example.com`, password],
    ['short@example.com', '123456789'],
    ['long@example.com', 'x'.repeat(201)],
  ])('refuses %j with a password of %j', async (email, given) => {
    expect(await workers.refusal(signUp, { input: { email, password: given } })).toBe('INVALID_INPUT');
  });

  test('is limited for all together', async () => {
    const flooded = await openWorkers();
    await flooded.models.accounts.insertMany([
      { _id: 'taken', email: 'taken@example.com', passwordHash: '-', roles: [], createdAt: new Date() },
    ]);
    const attempt = () => flooded.refusal(signUp, { input: { email: 'taken@example.com', password } });
    for (let i = 0; i < 100; i++) expect(await attempt()).toBe('EMAIL_TAKEN');
    expect(await attempt()).toBe('RATE_LIMITED');
    flooded.clock.advance(1_000);
    expect(await attempt()).toBe('EMAIL_TAKEN');
    await flooded.close();
  });
});

describe('signing in', () => {
  test('opens another session of the same account', async () => {
    const first = await open('dee@example.com');
    const second = (await workers.ask(signIn, { input: { email: 'DEE@example.com', password } })).signIn;
    expect(second.account).toEqual(first.account);
    expect(second.sessionToken).not.toBe(first.sessionToken);
  });

  test('does the same work for an unknown address as for a wrong password', async () => {
    await open('eve@example.com');
    const work = async (email: string) => {
      verify.mockClear();
      const wrong = { email, password: 'not the password' };
      expect(await workers.refusal(signIn, { input: wrong })).toBe('WRONG_CREDENTIALS');
      return verify.mock.calls.map(([hash]) => String(hash).split('$').slice(1, 4));
    };
    const known = await work('eve@example.com');
    expect(known).toEqual([['argon2id', 'v=19', 'm=19456,t=2,p=1']]);
    expect(await work('nobody@example.com')).toEqual(known);
  });

  test('is limited by address, and the limit passes', async () => {
    await open('fay@example.com');
    const attempt = (given: string, email = 'fay@example.com') =>
      workers.refusal(signIn, { input: { email, password: given } });
    for (let i = 0; i < 10; i++) expect(await attempt('not the password')).toBe('WRONG_CREDENTIALS');
    expect(await attempt(password)).toBe('RATE_LIMITED');
    expect(await attempt(password, ' FAY@example.com')).toBe('RATE_LIMITED');
    expect(await attempt(password, 'dee@example.com')).toBeUndefined();
    workers.clock.advance(30_000);
    expect(await attempt(password)).toBeUndefined();
  });

  test('refuses what is too long without hashing it', async () => {
    verify.mockClear();
    const huge = { email: 'dee@example.com', password: 'x'.repeat(100_000) };
    expect(await workers.refusal(signIn, { input: huge })).toBe('WRONG_CREDENTIALS');
    expect(verify).not.toHaveBeenCalled();
  });
});

describe('signing out', () => {
  const signOut = 'mutation { signOut }';

  test('ends the calling session and no other one', async () => {
    const { sessionToken } = await open('gus@example.com');
    const other = (await workers.ask(signIn, { input: { email: 'gus@example.com', password } })).signIn;
    const identity = await workers.service.identify(bearer(sessionToken));
    const actor = await workers.actorOf(bearer(sessionToken));
    const otherIdentity = await workers.service.identify(bearer(other.sessionToken));
    expect(await workers.ask(signOut, {}, actor)).toEqual({ signOut: true });
    const revoked = workers.published('credential.revoked').map(({ scope }) => scope);
    expect(revoked).toContain(identity?.scope);
    expect(revoked).not.toContain(otherIdentity?.scope);
    await expect(workers.service.identify(bearer(sessionToken))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await workers.service.identify(bearer(other.sessionToken));
    expect(await workers.ask(signOut, {}, actor)).toEqual({ signOut: true });
  });

  test('is for who signed in', async () => {
    expect(await workers.refusal(signOut)).toBe('UNAUTHENTICATED');
    expect(await workers.refusal(signOut, {}, aWorker())).toBe('FORBIDDEN');
  });
});

describe('who is signed in', () => {
  test('is the account; null for a stranger and for an agent', async () => {
    const { sessionToken, account } = await open('hal@example.com');
    const viewer = '{ viewer { id email roles } }';
    const actor = await workers.actorOf(bearer(sessionToken));
    expect((await workers.ask(viewer, {}, actor)).viewer).toMatchObject({ id: account.id });
    expect(await workers.ask(viewer)).toEqual({ viewer: null });
    expect(await workers.ask(viewer, {}, aWorker())).toEqual({ viewer: null });
  });

  test('references show an account to itself and to operators', async () => {
    const { account } = await open('ida@example.com');
    const entities = `query ($r: [_Any!]!) { _entities(representations: $r) {
      ... on Account { email } ... on Provider { id } ... on Creator { id }
    } }`;
    const r = ['Account', 'Provider', 'Creator'].map((__typename) => ({ __typename, id: account.id }));
    const all = [{ email: 'ida@example.com' }, { id: account.id }, { id: account.id }];
    const owner = aCreator(account.id);
    expect((await workers.ask(entities, { r }, owner))._entities).toEqual(all);
    expect((await workers.ask(entities, { r }, anOperator()))._entities).toEqual(all);
    for (const stranger of [undefined, aCreator('another'), aWorker('w', 'another')])
      expect((await workers.ask(entities, { r }, stranger))._entities).toEqual([null, null, null]);
    const agent = aWorker('w', account.id);
    expect((await workers.ask(entities, { r }, agent))._entities).toEqual([null, ...all.slice(1)]);
  });
});

describe('the operator’s role', () => {
  test('is given by e-mail address and comes with the next token', async () => {
    const { sessionToken } = await open('jo@example.com');
    const before = await workers.service.identify(bearer(sessionToken));
    await workers.service.makeOperator('JO@example.com');
    await workers.service.makeOperator('jo@example.com');
    const actor = await workers.actorOf(bearer(sessionToken));
    expect(actor.permissions).toEqual(['provide', 'create', 'operate']);
    expect((await workers.service.identify(bearer(sessionToken)))?.scope).not.toBe(before?.scope);
    await expect(workers.service.makeOperator('nobody@example.com')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
