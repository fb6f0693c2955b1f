import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ServedGateway, listen } from '../test/servedGateway.ts';
import { startStation, type Station } from '../test/station.ts';
import { until } from '../test/until.ts';
import type { Credential, Identity } from './identity.ts';

const ticked = 'subscription { ticked { seq item { askedBy } } }';
const tick = (seq: number) => ({ seq, item: { id: '1' } });
let station: Station;
let served: ServedGateway;
let lookUps: Credential[];
/** What `identify` does; a token is the credential and how often it was looked up. */
let answer: (credential: Credential, times: number) => Identity | undefined | Promise<Identity | undefined>;
let lifeMs: number;

const identityOf = ({ value }: Credential, times: number): Identity => ({
  scope: `scope of ${value}`,
  token: `${value}#${times}`,
  expiresAt: Date.now() + lifeMs,
});
const coded = (code: string) => Object.assign(new Error(`It is ${code}`), { code });
const upstreams = (count: number) => until(() => station.ticks.openSubscriptions === count);
const bearer = (value: string) => ({ authorization: `Bearer ${value}` });

beforeAll(async () => {
  station = await startStation();
});
afterAll(() => station.stop());
beforeEach(async () => {
  lookUps = [];
  lifeMs = 60_000;
  answer = identityOf;
  const identify = async (credential: Credential) => {
    lookUps.push(credential);
    return answer(credential, lookUps.filter(({ value }) => value === credential.value).length);
  };
  served = await ServedGateway.start({ supergraph: station.supergraph, identity: 'extensions', identify });
});
afterEach(async () => {
  await served.stop();
  await upstreams(0);
});

describe('credentials', () => {
  test('come as bearer, as cookie, or in connection_init with a run', async () => {
    const me = async (headers: Record<string, string>) =>
      (await served.post({ query: '{ me }' }, headers)).body.data.me;
    expect(await me(bearer('key'))).toBe('key#1');
    expect(await me({ cookie: 'a=b; pictor_session=home; c=d' })).toBe('home#1');
    expect(await me({ cookie: 'pictor_session=home', ...bearer('key') })).toBe('key#1');
    expect(await me({})).toBe(null);
    const socket = await (await served.socket()).join({ ...bearer('node'), run: 'r1' });
    socket.subscribe('1', '{ me }');
    expect((await socket.heard({ type: 'next' })).payload.data.me).toBe('node#1');
    expect(lookUps).toEqual([
      { kind: 'bearer', value: 'key' },
      { kind: 'cookie', value: 'home' },
      { kind: 'bearer', value: 'node', run: 'r1' },
    ]);
  });

  test('the reference lane gets the same token', async () => {
    const { body } = await served.post(
      { query: '{ constructor: me items(first: 1) { askedBy } }' },
      bearer('key'),
    );
    expect(body.data.constructor).toBe('key#1');
    expect(body.data.items).toEqual([{ askedBy: 'key#1' }]);
  });

  test('unknown ones are anonymous when identify says so', async () => {
    answer = () => undefined;
    for (let i = 0; i < 3; i++)
      expect((await served.post({ query: '{ me }' }, bearer('nobody'))).body).toEqual({ data: { me: null } });
    expect(lookUps.length).toBe(1);
  });

  test('bad ones are not looked up again at once', async () => {
    answer = () => Promise.reject(coded('UNAUTHENTICATED'));
    const show = async () => (await served.post({ query: '{ me }' }, bearer('bad'))).status;
    expect([await show(), await show(), await show()]).toEqual([401, 401, 401]);
    expect(lookUps.length).toBe(1);
  });

  test('in use elsewhere are looked up each time', async () => {
    answer = () => Promise.reject(coded('CREDENTIAL_IN_USE'));
    expect((await served.post({ query: '{ me }' }, bearer('key'))).status).toBe(401);
    answer = identityOf;
    expect((await served.post({ query: '{ me }' }, bearer('key'))).status).toBe(200);
  });

  test.each([
    ['UNAUTHENTICATED', 4401],
    ['CREDENTIAL_IN_USE', 4403],
  ])('are refused with the code of identify: %s', async (code, closeCode) => {
    answer = () => Promise.reject(coded(code));
    const { status, body } = await served.post({ query: '{ me }' }, bearer('key'));
    expect([status, body.errors[0].extensions.code]).toEqual([401, code]);
    const socket = await served.socket();
    socket.send({ type: 'connection_init', payload: bearer('key') });
    expect(await socket.closed).toEqual({ code: closeCode, reason: code });
    expect(station.items.operations.filter(({ query }) => query.includes('secret'))).toEqual([]);
  });

  test.each(['Basic abc', 'Bearer', 'Bearer a b', `Bearer ${'x'.repeat(5000)}`])(
    'that are none are not looked up: %s',
    async (authorization) => {
      const { status, body } = await served.post({ query: '{ me }' }, { authorization });
      expect([status, body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
      expect(lookUps).toEqual([]);
    },
  );

  test('a look-up that fails is a fault of ours, and the next one may succeed', async () => {
    answer = () =>
      Promise.reject(
        Object.assign(new Error('10.0.0.7 refused'), { code: 'ECONNREFUSED', syscall: 'connect' }),
      );
    const { status, body } = await served.post({ query: '{ me }' }, bearer('key'));
    expect([status, body.errors[0].extensions.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(JSON.stringify(body)).not.toContain('10.0.0.7');
    const socket = await served.socket();
    socket.send({ type: 'connection_init', payload: bearer('key') });
    expect((await socket.closed).code).toBe(1013);
    answer = identityOf;
    expect((await served.post({ query: '{ me }' }, bearer('key'))).status).toBe(200);
  });

  test('a cookie on a WebSocket must come from our own pages', async () => {
    const cookie = 'pictor_session=home';
    for (const headers of [
      { cookie },
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: 'null' },
    ]) {
      const socket = await served.socket(headers);
      socket.send({ type: 'connection_init' });
      expect(await socket.closed).toEqual({ code: 4401, reason: 'FOREIGN_ORIGIN' });
    }
    expect(lookUps).toEqual([]);
    const own = await (await served.socket({ cookie, origin: `http://${served.host}` })).join();
    own.subscribe('1', '{ me }');
    expect((await own.heard({ type: 'next' })).payload.data.me).toBe('home#1');
    await (await served.socket({ cookie, origin: 'https://evil.example' })).join(bearer('key')); // does not use the cookie
  });
});

describe('tokens', () => {
  test('are looked up once for many requests, also at the same moment', async () => {
    const ask = () => served.post({ query: '{ me }' }, bearer('key'));
    await Promise.all(Array.from({ length: 20 }, ask));
    await ask();
    expect(lookUps).toHaveLength(1);
  });

  test('are renewed before they expire, by the next request', async () => {
    lifeMs = 80;
    const me = async () => (await served.post({ query: '{ me }' }, bearer('key'))).body.data.me;
    expect(await me()).toBe('key#1');
    await until(async () => (await me()) === 'key#2');
  });

  test('are renewed while a socket is open, and its streams go on with the new one', async () => {
    lifeMs = 200;
    const ear = listen(served.client(bearer('key')), ticked);
    await upstreams(1);
    const asked = station.ticks.operations.length;
    await until(() => lookUps.length >= 3);
    station.ticks.publish(tick(1));
    await until(() => ear.seen.length === 1);
    expect(Number(ear.seen[0].data.ticked.item.askedBy.split('#')[1])).toBeGreaterThanOrEqual(3);
    expect(station.ticks.operations).toHaveLength(asked); // the upstream was not opened again
    ear.stop();
  });

  test('are not renewed once the last socket has gone', async () => {
    lifeMs = 100;
    const socket = await (await served.socket()).join(bearer('key'));
    await until(() => lookUps.length >= 2);
    socket.dispose();
    await until(async () => (await served.metric('gateway_open_sockets')) === 0);
    const count = lookUps.length;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(lookUps).toHaveLength(count);
  });

  test('a failing look-up does not end a socket whose token is still good', async () => {
    lifeMs = 400;
    const ear = listen(served.client(bearer('key')), ticked);
    await upstreams(1);
    answer = () => Promise.reject(new Error('down'));
    await until(() => lookUps.length >= 2);
    station.ticks.publish(tick(1));
    await until(() => ear.seen.length === 1);
    ear.stop();
  });

  test.each([
    ['expired', () => Promise.reject(coded('UNAUTHENTICATED')), 4401, 'UNAUTHENTICATED'],
    ['unknown', () => undefined, 4401, 'UNAUTHENTICATED'],
    ['in use by another run', () => Promise.reject(coded('CREDENTIAL_IN_USE')), 4403, 'CREDENTIAL_IN_USE'],
    [
      'of another scope',
      (credential: Credential) => ({ ...identityOf(credential, 9), scope: 'other' }),
      4403,
      'IDENTITY_CHANGED',
    ],
  ] as const)(
    'a credential that is found to be %s ends its socket and streams',
    async (_, found, code, reason) => {
      lifeMs = 100;
      const socket = await (await served.socket()).join(bearer('key'));
      socket.subscribe('1', ticked);
      await upstreams(1);
      answer = found;
      expect(await socket.closed).toEqual({ code, reason });
      await upstreams(0);
    },
  );
});

describe('revocation', () => {
  test('ends sockets and streams of that scope at once, and of no other', async () => {
    const [one, two, other] = await Promise.all(
      ['key', 'key', 'other'].map(async (value) => (await served.socket()).join(bearer(value))),
    );
    for (const socket of [one!, two!, other!]) socket.subscribe('1', ticked);
    await upstreams(2);
    const started = Date.now();
    served.gateway.revoke('scope of key');
    expect(await one!.closed).toEqual({ code: 4403, reason: 'CREDENTIAL_REVOKED' });
    expect(await two!.closed).toEqual({ code: 4403, reason: 'CREDENTIAL_REVOKED' });
    await upstreams(1);
    expect(Date.now() - started).toBeLessThan(2_000);
    station.ticks.publish(tick(1));
    await other!.heard({ type: 'next' });
  });

  test('a socket whose client does not answer ends as well', async () => {
    const deaf = await (await served.socket()).join(bearer('key'));
    deaf.subscribe('1', ticked);
    await upstreams(1);
    deaf.pause();
    served.gateway.revoke('scope of key');
    await upstreams(0);
    await until(async () => (await served.metric('gateway_open_sockets')) === 0, 5_000);
  });

  test('the next request is looked up anew', async () => {
    const ask = () => served.post({ query: '{ me }' }, bearer('key'));
    expect((await ask()).body.data.me).toBe('key#1');
    served.gateway.revoke('scope of key');
    answer = () => Promise.reject(coded('UNAUTHENTICATED'));
    expect((await ask()).status).toBe(401);
    expect(lookUps).toHaveLength(2);
  });

  test('a look-up that began before is not believed', async () => {
    let found = (_: Identity) => {};
    const first = new Promise<Identity>((resolve) => (found = resolve));
    answer = (credential, times) => (times === 1 ? first : Promise.reject(coded('UNAUTHENTICATED')));
    const asked = served.post({ query: '{ me }' }, bearer('key'));
    await until(() => lookUps.length === 1);
    served.gateway.revoke('scope of key');
    found(identityOf({ kind: 'bearer', value: 'key' }, 1));
    expect((await asked).status).toBe(401);
    expect(lookUps).toHaveLength(2);
  });
});

test('two credentials of one scope share, and two scopes with equal queries do not', async () => {
  answer = (credential, times) => ({
    ...identityOf(credential, times),
    scope: credential.value.startsWith('alice') ? 'alice' : 'bob',
  });
  const ears = ['alice-phone', 'alice-laptop', 'bob'].map((value) =>
    listen(served.client(bearer(value)), ticked),
  );
  await upstreams(2);
  await until(async () => (await served.metric('gateway_subscriptions')) === 3);
  station.ticks.publish(tick(1));
  await until(() => ears.every(({ seen }) => seen.length === 1));
  const askedBy = ears.map(({ seen }) => seen[0].data.ticked.item.askedBy);
  expect(askedBy[0]).toBe(askedBy[1]);
  expect(askedBy[0]).toMatch(/^alice-/);
  expect(askedBy[2]).toBe('bob#1');
  for (const { stop } of ears) stop();
});
