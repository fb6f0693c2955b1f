import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { listen } from '../test/servedGateway.ts';
import { startStation, type Station } from '../test/station.ts';
import { until } from '../test/until.ts';
import type { Json } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
const supergraph = join(folder, 'supergraph.graphql');
const main = join(import.meta.dirname, 'main.ts');
const children: ChildProcess[] = [];
let station: Station;

beforeAll(async () => {
  station = await startStation();
  writeFileSync(supergraph, station.supergraph);
});
afterAll(async () => {
  await station.stop();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [main], {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, out: () => out, err: () => err };
}

async function listening(environment: Readonly<Record<string, string>>) {
  const process = start({ PORT: '0', SUPERGRAPH: supergraph, ...environment });
  await until(() => /listens on/.test(process.out()));
  const url = /http:\S+/.exec(process.out())![0];
  const post = async (query: string, headers = {}): Promise<Json> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    };
    return (await fetch(url, init)).json();
  };
  return { ...process, url, post };
}

test.each(['headers', 'extensions'])(
  'serves with callers in %s, over HTTP and WebSocket',
  async (identity) => {
    const gateway = await listening({ FORWARD_HEADERS: 'X-User, x-other', SUBGRAPH_IDENTITY: identity });
    const query = '{ me items(first: 1) { name price askedBy } }';
    const items = (askedBy: string | null) => [{ name: 'item 1', price: 1.5, askedBy }];
    expect(await gateway.post(query, { 'x-user': 'alice' })).toEqual({
      data: { me: 'alice', items: items('alice') },
    });
    expect(await gateway.post(query)).toEqual({ data: { me: null, items: items(null) } });
    const last = station.items.operations.at(-1);
    expect(last.extensions).toEqual(identity === 'headers' ? undefined : {});
    const client = createClient({
      url: gateway.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { 'x-user': 'bob' },
    });
    const ear = listen(client, 'subscription { ticked { seq item { price askedBy } } }');
    await until(() => station.ticks.openSubscriptions === 1);
    station.ticks.publish({ seq: 1, item: { id: '2' } });
    await until(() => ear.seen.length === 1);
    expect(ear.seen[0]).toEqual({ data: { ticked: { seq: 1, item: { price: 3, askedBy: 'bob' } } } });
    await client.dispose();
    await until(() => station.ticks.openSubscriptions === 0);
    expect((await fetch(gateway.url.replace('graphql', 'other'))).status).toBe(404);
  },
);

test('reads the supergraph again on SIGHUP, keeps the old one if it is bad, and ends on SIGTERM', async () => {
  const gateway = await listening({});
  const wide = '{ me more }';
  expect((await gateway.post(wide)).errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  writeFileSync(supergraph, station.supergraphWith('extend type Query { more: Int }'));
  gateway.child.kill('SIGHUP');
  await until(() => /read again/.test(gateway.err()));
  expect(
    (await gateway.post('{ __type(name: "Query") { fields { name } } }')).data.__type.fields,
  ).toContainEqual({ name: 'more' });
  writeFileSync(supergraph, 'nonsense');
  gateway.child.kill('SIGHUP');
  await until(() => /could not be read again/.test(gateway.err()));
  expect((await gateway.post('{ me }')).data).toEqual({ me: null });
  writeFileSync(supergraph, station.supergraph);
  gateway.child.kill('SIGTERM');
  expect(await gateway.ended).toBe(0);
});

test('tells all problems of its configuration at once and does not start', async () => {
  const { ended, err } = start({
    PORT: 'many',
    SUPERGRAPH: '/nowhere.graphql',
    SUBGRAPH_WS: '{"ticks":"http://x"}',
    FORWARD_HEADERS: 'a b',
    SUBGRAPH_IDENTITY: 'none',
  });
  expect(await ended).toBe(1);
  for (const name of ['PORT', 'SUPERGRAPH', 'SUBGRAPH_WS', 'FORWARD_HEADERS', 'SUBGRAPH_IDENTITY'])
    expect(err()).toContain(name);
});

test('a port that is taken is refused in a sentence', async () => {
  const { port } = new URL((await listening({})).url);
  const { ended, err } = start({ PORT: port, SUPERGRAPH: supergraph });
  expect(await ended).toBe(1);
  expect(err()).toContain(port);
});
