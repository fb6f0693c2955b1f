import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { FakeClock } from '../../test/FakeClock.ts';
import { Connection } from './Connection.ts';
import { heartbeat, leaseTask } from './operations.ts';

type Message = { type: string; id?: string; payload?: unknown };
type Script = (message: Message, socket: WebSocket) => void;

const engines = [{ kind: 'UPSCALE' as const }];

let server: WebSocketServer;
let clock: FakeClock;
let connection: Connection;
let script: Script;
let told: string[];
let opened: number;

const answer = (socket: WebSocket, message: Message) => socket.send(JSON.stringify(message));
const acknowledge: Script = ({ type }, socket) =>
  type === 'connection_init' && answer(socket, { type: 'connection_ack' });
const soon = <T>(what: () => T) => vi.waitFor(what, { timeout: 30_000, interval: 5 });

beforeEach(async () => {
  script = acknowledge;
  told = [];
  opened = 0;
  clock = new FakeClock();
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' });
  await new Promise((resolve) => server.once('listening', resolve));
  server.on('connection', (socket) => {
    opened++;
    socket.on('message', (data) => script(JSON.parse(String(data)) as Message, socket));
  });
  connection = new Connection(
    {
      gateway: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
      credential: 'secret',
      run: 'run-1',
      clock,
      log: pino({ level: 'silent' }),
    },
    {
      onOnline: () => told.push('online'),
      onOffline: (reason) => told.push(`offline: ${reason}`),
      onEnded: (reason) => told.push(`ended: ${reason}`),
    },
  );
});

afterEach(async () => {
  connection.stop();
  for (const socket of server.clients) socket.terminate();
  await new Promise((resolve) => server.close(resolve));
});

/** Answers each operation with these results, after acknowledging the connection. */
function answering(...results: unknown[]): Script {
  return (message, socket) => {
    acknowledge(message, socket);
    if (message.type !== 'subscribe') return;
    const id = message.id ?? '';
    const [first] = results;
    if (Array.isArray(first)) answer(socket, { type: 'error', id, payload: first });
    else {
      for (const payload of results) answer(socket, { type: 'next', id, payload });
      answer(socket, { type: 'complete', id });
    }
  };
}

async function online(): Promise<void> {
  connection.start();
  await soon(() => expect(told).toContain('online'));
}

test('it says who it is', async () => {
  const inits: unknown[] = [];
  script = (message, socket) => {
    inits.push(message.payload);
    acknowledge(message, socket);
  };
  await online();
  expect(inits).toEqual([{ authorization: 'Bearer secret', run: 'run-1' }]);
});

test('without a connection nothing is sent, and nothing waits', async () => {
  await expect(connection.execute(leaseTask, { slot: 0, engines })).rejects.toMatchObject({
    code: 'OFFLINE',
  });
});

test('data is given, also where a part of it could not be had', async () => {
  const data = { heartbeat: { worker: { id: 'w', name: 'n', status: { intent: 'RUN' }, leases: null } } };
  script = answering({
    data,
    errors: [{ message: 'tasks is down', path: ['heartbeat', 'worker', 'leases'] }],
  });
  await online();
  expect(await connection.execute(heartbeat, { at: '', mining: false })).toEqual(data);
});

test.each([
  [
    'of the operation itself',
    {
      data: { leaseTask: null },
      errors: [{ message: 'No.', path: ['leaseTask'], extensions: { code: 'FORBIDDEN' } }],
    },
    'FORBIDDEN',
  ],
  [
    'before it ran',
    [{ message: 'No.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['without a code', { errors: [{ message: 'No.' }] }, 'UNKNOWN'],
  ['without anything', {}, 'UNKNOWN'],
])('an error %s is thrown with its code', async (_, result, code) => {
  script = answering(result);
  await online();
  await expect(connection.execute(leaseTask, { slot: 0, engines })).rejects.toMatchObject({ code });
});

test('an answer that does not come is not waited for, and the connection stays', async () => {
  await online();
  const result = connection.execute(leaseTask, { slot: 0, engines });
  clock.advance(15_000);
  await expect(result).rejects.toMatchObject({ code: 'TIMEOUT' });
  expect(connection.online).toBe(true);
});

test('what is under way fails when the connection is lost, and is never sent again by itself', async () => {
  const sent: string[] = [];
  script = (message, socket) => {
    acknowledge(message, socket);
    if (message.type !== 'subscribe') return;
    sent.push(message.type);
    socket.terminate();
  };
  await online();
  await expect(connection.execute(leaseTask, { slot: 0, engines })).rejects.toMatchObject({
    code: 'OFFLINE',
  });
  clock.advance(1_000);
  await soon(() => expect(told.filter((word) => word === 'online')).toHaveLength(2));
  expect(sent).toHaveLength(1);
});

test.each([1000, 1001, 1011, 1012, 4400, 4403, 4429, 4500])(
  'after a close with %i it comes back, but not at once',
  async (code) => {
    script = (message, socket) => message.type === 'connection_init' && socket.close(code, 'because');
    connection.start();
    await soon(() => expect(told).toEqual(['offline: because']));
    clock.advance(499);
    expect(opened).toBe(1);
    script = acknowledge;
    clock.advance(501);
    await soon(() => expect(told.at(-1)).toBe('online'));
  },
);

test('after a close with 4401 it does not come back', async () => {
  script = (message, socket) => message.type === 'connection_init' && socket.close(4401, 'UNAUTHENTICATED');
  connection.start();
  await soon(() => expect(told).toEqual(['ended: UNAUTHENTICATED']));
  clock.advance(3_600_000);
  expect(opened).toBe(1);
});

test('it waits longer from time to time, half a minute at most', async () => {
  script = (message, socket) => message.type === 'connection_init' && socket.close(1012, 'restart');
  connection.start();
  const waits: number[] = [];
  for (let losses = 1; losses <= 9; losses++) {
    await soon(() => expect(told).toHaveLength(losses));
    const from = clock.now();
    while (opened === losses && clock.now() - from < 60_000) {
      clock.advance(250);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    waits.push(clock.now() - from);
  }
  expect(waits[0]).toBeLessThanOrEqual(1_500);
  expect(Math.max(...waits)).toBeLessThanOrEqual(31_500);
  expect(Math.min(...waits.slice(5))).toBeGreaterThanOrEqual(15_000);
});

test.each([
  ['rubbish', 'rubbish'],
  ['a message of another protocol', '{"type":"ka"}'],
  ['5 MB', `{"type":"next","id":"1","payload":"${'x'.repeat(5 * 1024 * 1024)}"}`],
])('%s from the platform costs the connection, not the agent', async (_, text) => {
  await online();
  for (const socket of server.clients) socket.send(text);
  await soon(() => expect(told[1]).toMatch(/^offline/));
  clock.advance(1_000);
  await soon(() => expect(told.at(-1)).toBe('online'));
});

test('a network that vanishes is noticed by the answer to a ping that stays away', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    connection.start();
    while (told.length === 0) await new Promise((resolve) => setImmediate(resolve));
    script = () => undefined;
    vi.advanceTimersByTime(10_000);
    clock.advance(10_000);
    expect(told).toHaveLength(2);
    expect(told[1]).toMatch(/^offline/);
  } finally {
    vi.useRealTimers();
  }
});

test('stopped while it opens, it stays stopped', async () => {
  connection.start();
  connection.stop();
  clock.advance(60_000);
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual([]);
});
