import { aChecker, aCreator, anOperator, aProvider, aWorker, FakeClock, run } from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import { testDatabase, type TestDatabase } from '@pictor/store/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aReading, openTelemetry, type OpenTelemetry } from './test/openTelemetry.ts';

let server: TestDatabase;
let database: TestDatabase;
let open: OpenTelemetry;

beforeAll(async () => void (server = await testDatabase()));
afterAll(() => server.drop());

beforeEach(async () => {
  database = await testDatabase();
  open = await openTelemetry(database.connection);
});

afterEach(async () => {
  await open.telemetry.stop();
  await database.drop();
});

const steps = (from = open) =>
  from.told('worker.connectivity').map((event) => {
    const { connectivity, revision } = event as { connectivity: string; revision: number };
    return `${revision} ${connectivity}`;
  });

/** An agent at work: a heartbeat every 10 s. */
async function live(ms: number, from = open) {
  for (let i = 0; i < ms; i += 10_000) {
    await from.pass(10_000);
    expect((await from.beat()).errors).toBeUndefined();
  }
}

/** A machine's clock that somebody sets; its timers know nothing of it. */
class WrongClock extends FakeClock {
  wrongMs = 0;

  override now(): number {
    return super.now() + this.wrongMs;
  }
}

describe('a heartbeat', () => {
  test('tells the platform’s time and the worker, and is known after', async () => {
    await open.enrol();
    await open.pass(5_000);
    const ahead = new Date(open.clock.now() + 1_500);
    expect(await open.beat(aWorker('w', 'p'), ahead)).toEqual({
      data: { heartbeat: { at: '2026-01-01T00:00:05.000Z', worker: { id: 'w' } } },
    });
    await open.pass(5_000);
    expect(await open.worker('lastHeardAt uptime clockSkewMs')).toEqual({
      lastHeardAt: '2026-01-01T00:00:05.000Z',
      uptime: 0.5,
      clockSkewMs: 1500,
    });
  });

  test('shows the worker to its agent', async () => {
    const query =
      'mutation { heartbeat(at: "2026-01-01T00:00:00Z") { worker { lastHeardAt latestReading { at } } } }';
    const { data } = await run(open.telemetry.subgraph, query, {}, aWorker('w', 'p'));
    expect(data).toEqual({
      heartbeat: { worker: { lastHeardAt: '2026-01-01T00:00:00.000Z', latestReading: null } },
    });
  });

  test.each([
    ['a stranger', undefined, 'UNAUTHENTICATED'],
    ['a provider', aProvider('p'), 'FORBIDDEN'],
    ['a creator', aCreator(), 'FORBIDDEN'],
    ['an operator', anOperator(), 'FORBIDDEN'],
  ])('of %s is refused', async (_, actor, code) => {
    for (const mutation of [
      'heartbeat(at: "2026-01-01T00:00:00Z") { at }',
      'heartbeat(at: "2026-01-01T00:00:00Z", mining: true) { at }',
      'recordReadings(readings: []) { recorded }',
    ]) {
      const { errors } = await run(open.telemetry.subgraph, `mutation { ${mutation} }`, {}, actor);
      expect(errors?.[0]?.extensions?.code).toBe(code);
    }
  });

  test('of the checker is taken', async () => {
    expect((await open.beat(aChecker('c'))).errors).toBeUndefined();
  });

  test('of a deleted worker is refused, and its clock stops', async () => {
    await open.enrol();
    await open.beat();
    await live(60_000);
    await open.remove();
    await open.pass(600_000);
    expect((await open.beat()).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await open.record([aReading(open.clock.now())])).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await open.worker('uptime')).uptime).toBe(1);
    expect(steps()).toEqual(['1 ONLINE']);
  });

  test('of thousands of agents at once are few commands', async () => {
    const liveness = database.connection.models['Liveness']!.collection as unknown as Record<string, unknown>;
    const bulkWrite = liveness['bulkWrite'] as (...args: unknown[]) => unknown;
    let commands = 0;
    liveness['bulkWrite'] = (...args: unknown[]) => (commands++, bulkWrite.apply(liveness, args));
    const agents = Array.from({ length: 1_000 }, (_, i) => aWorker(`w${i}`, 'p'));
    const beatAll = async () => {
      const answers = await Promise.all(agents.map((agent) => open.beat(agent)));
      expect(answers.filter(({ errors }) => errors)).toEqual([]);
    };
    await beatAll();
    await open.pass(10_000);
    commands = 0;
    await beatAll();
    liveness['bulkWrite'] = bulkWrite;
    expect(commands).toBeLessThan(10);
    const [known] = await Promise.all([
      database.connection.models['Liveness']!.countDocuments({
        lastHeardAt: new Date(open.clock.now()),
        heardMs: 10_000,
      }),
    ]);
    expect(known).toBe(1_000);
  });

  test('twice within a second is written once', async () => {
    await open.beat();
    await open.pass(500);
    await open.beat();
    expect((await open.worker('lastHeardAt')).lastHeardAt).toBe('2026-01-01T00:00:00.000Z');
  });
});

describe('standing by', () => {
  const words = () =>
    open.told('worker.standby').map((event) => {
      const { mining, revision } = event as EventMap['worker.standby'];
      return `${revision} ${mining}`;
    });
  const say = async (mining?: boolean, hold: object | null = null) => {
    const said = { ...(mining !== undefined && { mining }), hold };
    expect((await open.beat(aWorker('w', 'p'), undefined, said)).errors).toBeUndefined();
    await open.pass(0);
  };

  test('is told when it turns, and a heartbeat that does not speak of it says no', async () => {
    await say();
    await open.pass(10_000);
    await say(true);
    await open.pass(10_000);
    await say(true);
    expect(open.told('worker.standby')).toEqual([
      {
        workerId: 'w',
        providerId: 'p',
        revision: 1,
        at: open.clock.now() - 10_000,
        mining: true,
        hold: null,
      },
    ]);
    await open.pass(10_000);
    await say();
    expect(words()).toEqual(['1 true', '2 false']);
  });

  test('is told of what keeps a worker from tasks, when that comes, changes and goes', async () => {
    const until = '2026-01-01T06:00:00.000Z';
    await say(false, { reason: 'SCHEDULE', until });
    await open.pass(10_000);
    await say(false, { reason: 'SCHEDULE', until });
    await open.pass(10_000);
    await say(false, { reason: 'TEMPERATURE' });
    await open.pass(10_000);
    await say(false);
    expect(open.told('worker.standby')).toMatchObject([
      { revision: 1, mining: false, hold: { reason: 'SCHEDULE', until: Date.parse(until) } },
      { revision: 2, hold: { reason: 'TEMPERATURE', until: null } },
      { revision: 3, hold: null },
    ]);
  });

  test('that turns within a second of the last heartbeat is told all the same', async () => {
    await say(false);
    await open.pass(300);
    await say(true);
    expect(words()).toEqual(['1 true']);
  });

  test('that turns to and fro is told at most every 10 s, and as it then is', async () => {
    await say(false);
    for (let i = 0; i < 20; i++) {
      await open.pass(100);
      await say(i % 2 === 0);
    }
    expect(words()).toEqual(['1 true']);
    await open.pass(10_000);
    await say(false);
    expect(words()).toEqual(['1 true', '2 false']);
  });

  test('is remembered over a restart, and told with the return from silence', async () => {
    const hold = { reason: 'SCHEDULE', until: '2026-01-01T06:00:00.000Z' };
    await say(true, hold);
    await open.telemetry.stop();
    open.clock.advance(600_000);
    open = await openTelemetry(database.connection, open.clock);
    await say(true, hold);
    expect(words()).toEqual([]);
    await open.pass(31_000);
    await open.pass(1_000);
    await say(false);
    expect([...steps(), ...words()]).toEqual(['2 STALE', '3 ONLINE', '2 false']);
  });
});

describe('connectivity', () => {
  beforeEach(() => open.enrol());

  test('follows silence by its deadlines, and comes back with the next heartbeat', async () => {
    await open.pass(60_000);
    expect(steps()).toEqual([]);
    await open.beat();
    await live(120_000);
    expect(steps()).toEqual(['1 ONLINE']);
    await open.pass(29_000);
    expect(steps()).toEqual(['1 ONLINE']);
    await open.pass(2_000);
    expect(steps()).toEqual(['1 ONLINE', '2 STALE']);
    await open.pass(58_000);
    expect(steps()).toEqual(['1 ONLINE', '2 STALE']);
    await open.pass(2_000);
    expect(steps()).toEqual(['1 ONLINE', '2 STALE', '3 OFFLINE']);
    await open.pass(3_600_000);
    await open.beat();
    await open.pass(1_000);
    expect(steps()).toEqual(['1 ONLINE', '2 STALE', '3 OFFLINE', '4 ONLINE']);
  });

  test('is told with worker, provider and time', async () => {
    await open.beat();
    await open.pass(0);
    expect(open.told('worker.connectivity')).toEqual([
      { workerId: 'w', providerId: 'p', revision: 1, at: open.clock.now(), connectivity: 'ONLINE' },
    ]);
  });

  test('gives agents 30 s to be heard after the platform was down', async () => {
    await open.beat();
    await open.pass(0);
    await open.telemetry.stop();
    open.clock.advance(600_000);
    const next = await openTelemetry(database.connection, open.clock);
    await next.pass(29_000);
    expect(steps(next)).toEqual([]);
    await next.beat();
    await live(120_000, next);
    expect(steps(next)).toEqual([]);
    await next.telemetry.stop();
    next.clock.advance(600_000);
    const last = await openTelemetry(database.connection, open.clock);
    await last.pass(31_000);
    await last.pass(1_000);
    expect(steps(last)).toEqual(['2 OFFLINE']);
    await last.telemetry.stop();
  });

  test('is right after the clock leapt forward', async () => {
    await open.beat();
    await live(60_000);
    await open.pass(3_600_000);
    await open.pass(1_000);
    expect(steps()).toEqual(['1 ONLINE', '2 OFFLINE']);
    await open.beat();
    await live(60_000);
    expect(steps()).toEqual(['1 ONLINE', '2 OFFLINE', '3 ONLINE']);
  });

  test('is right after the clock was set back: who lives stays ONLINE, who falls silent does not', async () => {
    const clock = new WrongClock();
    const other = await openTelemetry(database.connection, clock);
    await other.beat();
    await live(60_000, other);
    clock.wrongMs = -3_600_000;
    await live(60_000, other);
    expect(steps(other)).toEqual(['1 ONLINE']);
    clock.wrongMs = -7_200_000;
    await other.pass(1_000);
    await other.pass(31_000);
    await other.pass(1_000);
    expect(steps(other)).toEqual(['1 ONLINE', '2 STALE']);
    await other.pass(58_000);
    await other.pass(1_000);
    expect(steps(other)).toEqual(['1 ONLINE', '2 STALE', '3 OFFLINE']);
    await other.telemetry.stop();
  });

  test('is told once where two processes watch and hear', async () => {
    const other = await openTelemetry(database.connection, open.clock);
    await Promise.all([open.beat(), other.beat()]);
    await open.pass(31_000);
    await open.pass(1_000);
    await Promise.all([open.beat(), other.beat()]);
    await open.pass(0);
    const revisions = [...open.told('worker.connectivity'), ...other.told('worker.connectivity')] as {
      revision: number;
      connectivity: string;
    }[];
    const distinct = new Map(revisions.map(({ revision, connectivity }) => [revision, connectivity]));
    expect(Object.fromEntries(distinct)).toEqual({ 1: 'ONLINE', 2: 'STALE', 3: 'ONLINE' });
    await other.telemetry.stop();
  });
});

describe('two processes', () => {
  test('one hears a worker that the other has found silent since', async () => {
    const other = await openTelemetry(database.connection);
    await open.beat();
    await other.pass(31_000);
    await other.pass(1_000);
    await open.pass(32_000);
    await open.beat();
    await open.pass(0);
    expect([...new Set([...steps(), ...steps(other)])].sort()).toEqual(['1 ONLINE', '2 STALE', '3 ONLINE']);
    await other.telemetry.stop();
  });

  test('one finds a worker silent that the other hears at that moment', async () => {
    const other = await openTelemetry(database.connection);
    await open.beat();
    await other.beat();
    const liveness = database.connection.models['Liveness']!.collection as unknown as Record<string, unknown>;
    const bulkWrite = liveness['bulkWrite'] as (...args: unknown[]) => unknown;
    let heard = false;
    liveness['bulkWrite'] = async (...args: unknown[]) => {
      liveness['bulkWrite'] = bulkWrite;
      open.clock.advance(9_000);
      heard = !(await open.beat()).errors;
      return bulkWrite.apply(liveness, args);
    };
    await other.pass(31_000);
    await other.pass(1_000);
    expect(heard).toBe(true);
    expect([...new Set([...steps(), ...steps(other)])]).toEqual(['1 ONLINE']);
    await other.telemetry.stop();
  });
});

describe('uptime', () => {
  test('counts a silence only as far as it was not noticed', async () => {
    await open.enrol();
    await open.beat();
    await live(100_000);
    await open.pass(100_000);
    await open.beat();
    expect((await open.worker('uptime')).uptime).toBeCloseTo(130 / 200, 10);
    await open.enrol();
    await live(200_000);
    expect((await open.worker('uptime')).uptime).toBeCloseTo(330 / 400, 10);
  });
});

describe('a worker', () => {
  test('is shown to its provider and its own agent alone', async () => {
    await open.enrol();
    await open.beat();
    await open.record([aReading(open.clock.now())]);
    const selection =
      'lastHeardAt uptime clockSkewMs latestReading { at } readings(from: "2025-12-31T00:00:00Z", to: "2026-01-02T00:00:00Z") { at }';
    const at = '2026-01-01T00:00:00.000Z';
    const all = { lastHeardAt: at, uptime: 1, clockSkewMs: 0, latestReading: { at }, readings: [{ at }] };
    const nothing = {
      lastHeardAt: null,
      uptime: null,
      clockSkewMs: null,
      latestReading: null,
      readings: null,
    };
    expect(await open.worker(selection, aProvider('p'))).toEqual(all);
    expect(await open.worker(selection, aWorker('w', 'p'))).toEqual(all);
    for (const actor of [
      aProvider('q'),
      aWorker('v', 'p'),
      aCreator('p'),
      aCreator('c'),
      anOperator('p'),
      aChecker('c'),
    ])
      expect(await open.worker(selection, actor)).toEqual(nothing);
    expect(await open.worker(selection, aProvider('p'), 'unknown')).toEqual(nothing);
  });
});
