import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FakeClock } from '../../test/FakeClock.ts';
import { Keys } from './Keys.ts';
import { LiveStreams } from './LiveStreams.ts';
import { LocalServer } from './LocalServer.ts';

let clock: FakeClock;
let keys: Keys;
let streams: LiveStreams;
let server: LocalServer;

async function listen(hasPage = true): Promise<void> {
  server = new LocalServer({
    keys,
    streams,
    hasPage,
    known: () => [{ state: 'first' }],
    routes: {
      'GET /api/state': () => ({ at: 'now' }),
      'POST /api/pause': (body) => z.strictObject({ until: z.string() }).parse(body),
      'POST /api/fill': () => Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' })),
      'POST /api/break': () => Promise.reject(new Error('a path of this machine')),
    },
    log: pino({ level: 'silent' }),
  });
  await server.listen();
}

beforeEach(() => {
  clock = new FakeClock();
  keys = new Keys(clock);
  streams = new LiveStreams();
  return listen();
});

afterEach(() => server.close());

interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Asks as a browser or anything else would: with whatever headers. */
function ask({ method = 'GET', path, headers = {}, body }: Asked) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const options = { agent: false, host: '127.0.0.1', port: server.port, method, path, headers };
      const asked = request(options, (response) => {
        text(response).then(
          (answer) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer }),
          reject,
        );
      });
      asked.once('error', reject);
      asked.end(body);
    },
  );
}

const json = { 'content-type': 'application/json' };
const trade = (secret: string) =>
  ask({ method: 'POST', path: '/api/session', headers: json, body: JSON.stringify({ secret }) });
const known = () => ({ authorization: `Bearer ${keys.control}`, ...json });

describe('who may come in', () => {
  test('a secret is traded once for a bearer', async () => {
    const secret = keys.secret();
    const first = await trade(secret);
    expect(first.status).toBe(200);
    const { bearer } = JSON.parse(first.body) as { bearer: string };
    const headers = { authorization: `Bearer ${bearer}` };
    expect(await ask({ path: '/api/state', headers })).toMatchObject({ status: 200, body: '{"at":"now"}' });
    expect(await trade(secret)).toMatchObject({ status: 401, body: expect.stringContaining('SECRET_ENDED') });
  });

  test('a secret of 5 minutes ago is refused', async () => {
    const secret = keys.secret();
    clock.advance(5 * 60_000);
    expect((await trade(secret)).status).toBe(401);
  });

  test.each([undefined, 'Bearer x', 'Bearer ', 'Basic eDp4'])(
    'a stranger with %j is refused',
    async (authorization) => {
      for (const path of ['/api/state', '/api/live', '/api/none']) {
        const headers = authorization === undefined ? {} : { authorization };
        expect(await ask({ path, headers })).toMatchObject({ status: 401 });
      }
    },
  );

  test('a secret is no bearer', async () => {
    const headers = { authorization: `Bearer ${keys.secret()}` };
    expect((await ask({ path: '/api/state', headers })).status).toBe(401);
  });

  test.each([
    ['another host', { host: 'pictor.example' }],
    ['a name that leads here', { host: 'evil.example:4820' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['an origin of another port', { origin: 'http://127.0.0.1:1' }],
    ['no origin at all', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }],
  ])('%s is refused, whatever it knows', async (_, headers) => {
    for (const path of ['/', '/api/state']) {
      const answer = await ask({ path, headers: { ...known(), ...headers } });
      expect(answer).toMatchObject({ status: 403, body: expect.stringContaining('ORIGIN_REFUSED') });
    }
  });

  test('its own page may ask, by either name', async () => {
    for (const name of ['127.0.0.1', 'localhost']) {
      const host = `${name}:${server.port}`;
      const headers = { ...known(), host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
      expect((await ask({ path: '/api/state', headers })).status).toBe(200);
    }
  });
});

describe('what is served', () => {
  test('the page, guarded by headers, and no other file', async () => {
    const page = await ask({ path: '/' });
    expect(page.body).toContain('<title>Worker App</title>');
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(
        /default-src 'none'; script-src 'self';.*frame-ancestors 'none'/,
      ),
    });
    for (const path of [
      '/../LocalServer.ts',
      '/index.html',
      '/%2e%2e/Keys.ts',
      '/constructor',
      '//etc/passwd',
    ])
      expect((await ask({ path })).status).toBe(404);
    expect((await ask({ path: '/', method: 'POST' })).status).toBe(405);
  });

  test('every file that the page names', async () => {
    const { body } = await ask({ path: '/' });
    const names = [...body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, name]) => name!);
    const scripts = ['/main.js'];
    for (const script of scripts) {
      const answer = await ask({ path: script });
      expect(answer).toMatchObject({
        status: 200,
        headers: { 'content-type': 'text/javascript; charset=utf-8' },
      });
      const more = [...answer.body.matchAll(/from '\.(\/[^']+)'/g)].map(([, name]) => name!);
      scripts.push(...more.filter((name) => !scripts.includes(name)));
    }
    for (const name of names) expect((await ask({ path: name })).status).toBe(200);
    expect(scripts.length).toBeGreaterThan(8);
  });

  test('without a page, commands alone', async () => {
    await server.close();
    await listen(false);
    expect((await ask({ path: '/' })).status).toBe(404);
    expect((await trade(keys.secret())).status).toBe(401);
    expect((await ask({ path: '/api/state', headers: known() })).status).toBe(200);
  });

  test('a live page is told what is known, and then what comes', async () => {
    const response = await fetch(`http://127.0.0.1:${server.port}/api/live`, { headers: known() });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('{"state":"first"}\n');
    streams.tell({ state: 'second' });
    expect((await reader.read()).value).toBe('{"state":"second"}\n');
    await reader.cancel();
  });

  test('so many pages, and no more', async () => {
    const open = await Promise.all(
      Array.from({ length: 16 }, () =>
        fetch(`http://127.0.0.1:${server.port}/api/live`, { headers: known() }),
      ),
    );
    expect((await ask({ path: '/api/live', headers: known() })).status).toBe(429);
    await Promise.all(open.map(({ body }) => body!.cancel()));
  });
});

describe('bodies', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    ask({ method: 'POST', path: '/api/pause', headers: { ...known(), ...headers }, body });

  test('that fit are taken', async () => {
    expect(await post('{"until":"x"}')).toMatchObject({ status: 200, body: '{"until":"x"}' });
  });

  test.each([
    ['no JSON', '{"until":', 400, 'NOT_JSON'],
    ['another shape', '{"until":7,"more":1}', 400, 'INVALID_INPUT'],
    ['nothing', '', 400, 'NOT_JSON'],
  ])('%s is refused', async (_, body, status, code) => {
    expect(await post(body)).toMatchObject({ status, body: expect.stringContaining(code) });
  });

  test('of another type are refused, as a form of another page sends them', async () => {
    expect(await post('{"until":"x"}', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
  });

  test('that are too large are refused', async () => {
    expect(await post(`{"until":"${'x'.repeat(300_000)}"}`)).toMatchObject({ status: 413 });
  });

  test('a full disk is told of', async () => {
    const answer = await ask({ method: 'POST', path: '/api/fill', headers: known(), body: '{}' });
    expect(answer).toMatchObject({ status: 409, body: expect.stringContaining('DISK_FULL') });
  });

  test('what fails is told without its reason', async () => {
    const answer = await ask({ method: 'POST', path: '/api/break', headers: known(), body: '{}' });
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain('a path of this machine');
  });
});

test('a second server finds another port', async () => {
  const first = server;
  await listen();
  expect(server.port).not.toBe(first.port);
  await first.close();
});

describe('who only connects', () => {
  test('one who does not say what they want is sent away', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: ');
    expect(await text(socket)).toContain('408 Request Timeout');
  });

  test('beyond a bound nobody more is let in until somebody goes', async () => {
    const sockets = Array.from({ length: 64 }, () => connect(server.port, '127.0.0.1'));
    try {
      await Promise.all(sockets.map((socket) => once(socket, 'connect')));
      await expect(ask({ path: '/' })).rejects.toThrow();
      sockets[0]?.destroy();
      await expect.poll(() => ask({ path: '/' }).catch(() => undefined)).toMatchObject({ status: 200 });
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  });
});
