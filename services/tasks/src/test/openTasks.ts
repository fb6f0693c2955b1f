import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, TokenVerifier, type Actor } from '@pictor/kit';
import { aCreator, FakeClock, recordedEvents, type RecordedEvents } from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import { testDatabase, type TestDatabase } from '@pictor/store/testing';
import { afterAll } from 'vitest';
import { openWorld, type Given } from '../domain/openWorld.ts';
import type { World } from '../domain/world.ts';
import { PicturePool } from '../picture/PicturePool.ts';
import { serviceOf, type TasksService } from '../service.ts';
import { testPrices } from './testPrices.ts';

const { publicKey } = generateKeyPairSync('ed25519');
const verifier = new TokenVerifier(publicKey);

/** Shared by the tests of a file, because a process takes a while to start. */
const pictures = new PicturePool(undefined, 1);
afterAll(() => pictures.stop());

/** The service over a database of its own, at a clock that stands still, beside a billing that pays for everything. */
export interface OpenTasks extends AsyncDisposable {
  readonly world: World;
  readonly service: TasksService;
  readonly events: RecordedEvents<EventMap>;
  readonly clock: FakeClock;
  readonly given: Given;
  /** What billing answers; FUNDED unless a test says otherwise. */
  readonly billing: { answer: 'FUNDED' | 'REFUSED' | 'SILENCE' };
  /** Waits until the server has nothing to do any more. */
  quiet(): Promise<void>;
  /** Ends the process without finishing anything, loses what `lose` takes away, and starts another over the same data. */
  crash(lose?: () => Promise<unknown>): Promise<OpenTasks>;
}

type Changed = Partial<Pick<Given, 'times' | 'random' | 'openFile' | 'prices'>>;

/** Opens the service for a test. */
export async function openTasks(changed: Changed = {}): Promise<OpenTasks> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'pictor-tasks-'));
  const clock = new FakeClock();
  const opened = await openOver(database, { dataDir, pictures, clock, ...changed });
  return {
    ...opened,
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

type Kept = Pick<Given, 'dataDir'> & { clock: FakeClock; pictures: PicturePool } & Changed;

async function openOver(database: TestDatabase, kept: Kept): Promise<OpenTasks> {
  const events = recordedEvents<EventMap>();
  const server = createServer((request, response) => {
    if (!service.files(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const given: Given = {
    connection: database.connection,
    events,
    log: createLog({ level: 'silent' }),
    prices: testPrices,
    publicUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    filesKey: Buffer.alloc(32, 7),
    ...kept,
  };
  const world = openWorld(given);
  const service = serviceOf(world, verifier);
  const billing: OpenTasks['billing'] = { answer: 'FUNDED' };
  events.receive('job.submitted', async ({ jobId }) => {
    if (billing.answer === 'FUNDED') await events.deliver('job.funded', { jobId });
    if (billing.answer === 'REFUSED')
      await events.deliver('job.refused', { jobId, code: 'INSUFFICIENT_FUNDS' });
  });
  await service.start();
  const relays = Object.values(world.outboxes);
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await quiet();
    await Promise.all(relays.map((relay) => relay.stop()));
  };
  async function quiet() {
    for (let round = 0; round < 4; round++) {
      await world.underWay.settled();
      for (const relay of relays) await relay.sweep();
    }
  }
  return {
    ...{ world, service, events, clock: kept.clock, given, billing, quiet },
    async crash(lose) {
      await close();
      await lose?.();
      return openOver(database, kept);
    },
    [Symbol.asyncDispose]: close,
  };
}

export const creator = aCreator();

/** An agent with a key of its own, as who it asks and how it signs. */
export interface TestAgent {
  readonly actor: Actor;
  sign(text: string): string;
}

/** A worker of a provider, or the checker. */
export function anAgent(workerId: string, role: 'worker' | 'checker' = 'worker'): TestAgent {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const owner = role === 'worker' ? { providerId: `provider-of-${workerId}` } : {};
  const permissions = [role === 'worker' ? 'work' : 'check'] as const;
  return {
    actor: { id: workerId, role, workerId, ...owner, publicKey: spki, permissions },
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}
