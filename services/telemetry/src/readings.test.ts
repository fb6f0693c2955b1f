import { aCreator, aProvider, aWorker, run, runSubscription, type RecordedEvents } from '@pictor/kit/testing';
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
  await open.enrol();
});

afterEach(async () => {
  await open.telemetry.stop();
  await database.drop();
});

const ago = (seconds: number) => open.clock.now() - seconds * 1000;
const xids = (count: number, code = 79) =>
  Array.from({ length: count }, () => ({ code, at: new Date(ago(1)).toISOString() }));
const published = () =>
  (open.events as RecordedEvents).published.filter(({ topic }) => topic === 'reading.recorded');
const code = async (readings: unknown[]) => (await open.record(readings)).errors?.[0]?.extensions?.code;

describe('recording', () => {
  test('stores what it is given and gives it back', async () => {
    const reading = {
      ...aReading(ago(0)),
      gpus: [
        { index: 1, uuid: 'GPU-2' },
        { index: 0, uuid: 'GPU-1', utilizationPercent: 0, fanPercent: 101, temperatureCelsius: 50 },
      ],
    };
    expect((await open.record([reading])).data).toEqual({ recordReadings: { recorded: 1, repeated: 0 } });
    const selection = `latestReading { at host { cpuPercent memoryUsedMiB memoryTotalMiB } gpus { index uuid
      utilizationPercent memoryUsedMiB memoryTotalMiB temperatureCelsius powerWatts powerLimitWatts fanPercent
      smClockMhz memoryClockMhz } }`;
    const rest = { memoryUsedMiB: null, memoryTotalMiB: null, powerWatts: null, powerLimitWatts: null };
    const clocks = { smClockMhz: null, memoryClockMhz: null };
    expect((await open.worker(selection)).latestReading).toEqual({
      at: '2026-01-01T00:00:00.000Z',
      host: { cpuPercent: 12.5, memoryUsedMiB: 4000, memoryTotalMiB: 16000 },
      gpus: [
        {
          index: 0,
          uuid: 'GPU-1',
          utilizationPercent: 0,
          temperatureCelsius: 50,
          fanPercent: 101,
          ...rest,
          ...clocks,
        },
        {
          index: 1,
          uuid: 'GPU-2',
          utilizationPercent: null,
          temperatureCelsius: null,
          fanPercent: null,
          ...rest,
          ...clocks,
        },
      ],
    });
  });

  test('stores all that a GPU and a machine can tell, and nothing for what they do not', async () => {
    const xid = { code: 79, at: '2025-12-31T23:00:00.000Z' };
    const told = {
      index: 0,
      uuid: 'GPU-1',
      memoryTemperatureCelsius: 92,
      pcieGeneration: 1,
      pcieGenerationMax: 4,
      pcieWidth: 8,
      pcieWidthMax: 16,
      eccCorrected: 5_000_000_000,
      eccUncorrected: 0,
      retiredPages: 0,
      remappedRows: 2,
      repairPending: false,
      throttleReasons: ['POWER_CAP', 'SOFTWARE_THERMAL'],
    };
    const lost = { index: 1, uuid: 'GPU-2', state: 'LOST', throttleReasons: [] };
    const host = {
      diskUsedMiB: 100,
      diskTotalMiB: 2_000,
      networkInBytesPerSecond: 0,
      networkOutBytesPerSecond: 1e9,
      uptimeSeconds: 86_400,
    };
    const later = { code: 13, at: '2025-12-31T23:30:00.000Z' };
    const gpus = [{ ...told, xids: [later, xid] }, lost];
    expect((await open.record([{ at: new Date(ago(0)).toISOString(), gpus, host }])).errors).toBeUndefined();
    const { latestReading } =
      await open.worker(`latestReading { host { ${Object.keys(host).join(' ')} cpuPercent }
      gpus { ${Object.keys(told).join(' ')} state xids { code at } } }`);
    expect(latestReading.host).toEqual({ ...host, cpuPercent: null });
    expect(latestReading.gpus[0]).toEqual({ ...told, state: 'READ', xids: [xid, later] });
    expect(latestReading.gpus[1]).toMatchObject({ ...lost, eccUncorrected: null, xids: null });
    const { readings } = database.connection.collections;
    const stored = await readings!.findOne({}, { projection: { _id: 0, gpus: 1 } });
    expect(stored!.gpus[1]).toEqual(lost);
    expect(stored!.gpus[0]).not.toHaveProperty('state');
  });

  test('stores each reading once, in whatever order and however often it comes', async () => {
    const readings = [30, 10, 20].map((seconds) => aReading(ago(seconds)));
    expect((await open.record(readings)).data?.recordReadings).toEqual({ recorded: 3, repeated: 0 });
    const again = [...readings, aReading(ago(5)), aReading(ago(5)), aReading(ago(40))];
    expect((await open.record(again)).data?.recordReadings).toEqual({ recorded: 2, repeated: 4 });
    expect((await open.record([])).data?.recordReadings).toEqual({ recorded: 0, repeated: 0 });
    const { readings: stored } = await open.worker('readings(from: "2025-12-31T00:00:00Z") { at }');
    expect(stored.map(({ at }: { at: string }) => Date.parse(at))).toEqual([40, 30, 20, 10, 5].map(ago));
  });

  test('keeps apart what several agents send at once, repeated or not', async () => {
    await open.record([aReading(ago(3))], aWorker('b', 'p'));
    const [a, b] = await Promise.all([
      open.record([aReading(ago(1)), aReading(ago(2))], aWorker('a', 'p')),
      open.record([aReading(ago(1)), aReading(ago(2)), aReading(ago(3))], aWorker('b', 'p')),
    ]);
    expect(a.data?.recordReadings).toEqual({ recorded: 2, repeated: 0 });
    expect(b.data?.recordReadings).toEqual({ recorded: 2, repeated: 1 });
  });

  test.each([
    ['a time long ago', () => ({ at: new Date(ago(14 * 86_400 + 1)).toISOString() })],
    ['a time far ahead', () => ({ at: new Date(ago(-301)).toISOString() })],
    ['a temperature beyond reason', () => ({ gpus: [{ index: 0, uuid: 'G', temperatureCelsius: 1e9 }] })],
    ['a share above 100 %', () => ({ gpus: [{ index: 0, uuid: 'G', utilizationPercent: 100.1 }] })],
    ['a share below 0 %', () => ({ host: { cpuPercent: -0.1 } })],
    ['part of an error', () => ({ gpus: [{ index: 0, uuid: 'G', eccCorrected: 0.5 }] })],
    ['a PCIe link beyond reason', () => ({ gpus: [{ index: 0, uuid: 'G', pcieWidth: 65 }] })],
    ['a reason twice', () => ({ gpus: [{ index: 0, uuid: 'G', throttleReasons: ['IDLE', 'IDLE'] }] })],
    ['a negative network', () => ({ host: { networkInBytesPerSecond: -1 } })],
    ['an XID of no number', () => ({ gpus: [{ index: 0, uuid: 'G', xids: xids(1, 0) }] })],
    ['too many XIDs', () => ({ gpus: [{ index: 0, uuid: 'G', xids: xids(9) }] })],
    ['a GPU of no place', () => ({ gpus: [{ index: 64, uuid: 'G' }] })],
    ['a GPU twice', () => ({ gpus: [0, 0].map((index) => ({ index, uuid: 'G' })) })],
    ['a GPU without id', () => ({ gpus: [{ index: 0, uuid: '' }] })],
    ['too many GPUs', () => ({ gpus: Array.from({ length: 65 }, (_, index) => ({ index, uuid: 'G' })) })],
  ])('refuses %s, and the whole batch with it', async (_, change) => {
    const readings = [aReading(ago(1)), { ...aReading(ago(2)), ...change() }];
    expect(await code(readings)).toBe('INVALID_INPUT');
    expect((await open.worker('latestReading { at }')).latestReading).toBeNull();
  });

  test('refuses what is no number and what is no time', async () => {
    for (const cpuPercent of ['50', Infinity, NaN, true])
      expect((await open.record([{ ...aReading(ago(1)), host: { cpuPercent } }])).errors).toHaveLength(1);
    expect((await open.record([{ ...aReading(ago(1)), at: 'yesterday' }])).errors).toHaveLength(1);
  });

  test('takes 500 at once and no more', async () => {
    const readings = Array.from({ length: 501 }, (_, i) => aReading(ago(i)));
    expect(await code(readings)).toBe('TOO_MANY_READINGS');
    expect((await open.record(readings.slice(1))).data?.recordReadings).toEqual({
      recorded: 500,
      repeated: 0,
    });
    expect(published()).toHaveLength(60);
  });

  test('takes what is just young enough', async () => {
    expect((await open.record([aReading(ago(14 * 86_400)), aReading(ago(-300))])).errors).toBeUndefined();
  });

  test('shows only what is newer than what was shown', async () => {
    await open.record([aReading(ago(10))]);
    await open.record([aReading(ago(20)), aReading(ago(5)), aReading(ago(7)), aReading(ago(10))]);
    const times = published().map(({ event }) => (event as { reading: { at: number } }).reading.at);
    expect(times).toEqual([10, 7, 5].map(ago));
    await open.pass(60_000);
    await open.record([aReading(ago(70))]);
    expect(published()).toHaveLength(3);
  });
});

describe('heat', () => {
  const heats = () =>
    (open.told('worker.heat') as { hottestGpuCelsius: number; revision: number }[]).map(
      ({ hottestGpuCelsius, revision }) => `${revision}: ${hottestGpuCelsius}`,
    );

  test('is told when its step changes, by the newest reading', async () => {
    for (const [seconds, celsius] of [
      [50, 51],
      [40, 53],
      [30, 68],
      [35, 20],
      [20, 69],
    ] as const) {
      await open.record([aReading(ago(seconds), celsius)]);
      await open.pass(0);
    }
    expect(heats()).toEqual(['1: 50', '2: 70']);
    await open.record([aReading(ago(1), null)]);
    await open.pass(0);
    expect(heats()).toEqual(['1: 50', '2: 70', '3: null']);
  });

  test('is none of a worker that is OFFLINE, and some again after', async () => {
    await open.beat();
    await open.record([aReading(ago(1), 70)]);
    await open.pass(31_000);
    await open.pass(60_000);
    await open.pass(1_000);
    expect(heats()).toEqual(['1: 70', '2: null']);
    await open.beat();
    await open.record([aReading(ago(1), 70)]);
    await open.pass(0);
    expect(heats()).toEqual(['1: 70', '2: null', '3: 70']);
  });
});

describe('a range of readings', () => {
  const readings = async (args: string, actor = aProvider('p')) =>
    (await open.worker(`readings(${args}) { at }`, actor)).readings?.map(({ at }: { at: string }) =>
      Date.parse(at),
    );

  test('is thinned evenly', async () => {
    await open.record(Array.from({ length: 400 }, (_, i) => aReading(ago(i * 5))));
    const from = new Date(ago(2000)).toISOString();
    expect(await readings(`from: "${from}", most: 1000`)).toHaveLength(399);
    const thinned = await readings(`from: "${from}", most: 10`);
    expect(thinned).toEqual([1995, 1800, 1600, 1400, 1200, 1000, 800, 600, 400, 200].map(ago));
    expect(await readings(`from: "${from}", to: "${new Date(ago(1990)).toISOString()}"`)).toEqual(
      [1995].map(ago),
    );
  });

  test('of two weeks is thinned without reading all of it', async () => {
    const model = database.connection.models['Reading']!;
    const days = Array.from({ length: 14 * 24 * 12 }, (_, i) => ago(i * 300));
    await model.insertMany(
      days.map((at) => ({
        _id: `w/${new Date(at).toISOString()}`,
        workerId: 'w',
        providerId: 'p',
        at: new Date(at),
        gpus: [],
        host: {},
      })),
      { lean: true },
    );
    const thinned: number[] = await readings(`from: "${new Date(ago(14 * 86_400)).toISOString()}", most: 56`);
    expect(thinned).toHaveLength(56);
    const gaps = new Set(thinned.slice(1).map((at, i) => at - thinned[i]!));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(300_000);
  });

  test('that holds more than are read is thinned all the same', async () => {
    const model = database.connection.models['Reading']!;
    await model.insertMany(
      Array.from({ length: 4_500 }, (_, i) => {
        const at = new Date(ago(0) - i * 1_000);
        return { _id: `w/${at.toISOString()}`, workerId: 'w', providerId: 'p', at, gpus: [], host: {} };
      }),
      { lean: true },
    );
    const thinned = await readings(`from: "${new Date(ago(4_500)).toISOString()}", most: 9`);
    expect(thinned).toEqual([4499, 4000, 3500, 3000, 2500, 2000, 1500, 1000, 500].map(ago));
  });

  test('of another worker whose id begins alike is not mixed in', async () => {
    await open.record([aReading(ago(1))], aWorker('w0', 'p'));
    expect(await readings('from: "2025-01-01T00:00:00Z"')).toEqual([]);
    expect((await open.worker('latestReading { at }')).latestReading).toBeNull();
  });

  test('is refused when it ends before it begins or is too long', async () => {
    for (const args of [
      'from: "2026-01-01T00:00:00Z", to: "2025-12-31T00:00:00Z"',
      'from: "2026-01-01T00:00:00Z", most: 0',
      'from: "2026-01-01T00:00:00Z", most: 1001',
    ])
      await expect(readings(args)).rejects.toThrow('INVALID_INPUT');
    expect(await readings('from: "0001-01-01T00:00:00Z", to: "9999-12-31T00:00:00Z"')).toEqual([]);
    expect(await readings('from: "2025-12-31T00:00:00Z"', aProvider('q'))).toBeUndefined();
  });
});

describe('the subscription', () => {
  const query = `subscription ($ids: [ID!]) { readingRecorded(workerIds: $ids) {
    worker { id lastHeardAt } reading { at gpus { temperatureCelsius } } } }`;
  const watch = (ids: string[] | null, actor?: ReturnType<typeof aProvider>) =>
    runSubscription(open.telemetry.subgraph, query, { ids }, actor);
  const hearWatched = (actor?: ReturnType<typeof aProvider>) =>
    runSubscription(open.telemetry.subgraph, 'subscription { watched { seconds } }', {}, actor);

  test('shows each its own', async () => {
    const streams = await Promise.all([
      watch(null, aProvider('p')),
      watch(['w'], aProvider('p')),
      watch(['x', 'w'], aProvider('p')),
      watch(null, aWorker('w', 'p')),
    ]);
    const foreign = await watch(null, aProvider('q'));
    await open.record([aReading(ago(3), 40)], aWorker('q1', 'q'));
    await open.record([aReading(ago(2), 41)]);
    const reading = { at: '2025-12-31T23:59:58.000Z', gpus: [{ temperatureCelsius: 41 }] };
    const expected = { data: { readingRecorded: { worker: { id: 'w', lastHeardAt: null }, reading } } };
    for (const stream of streams) expect((await stream.next()).value).toEqual(expected);
    expect((await foreign.next()).value).toMatchObject({
      data: { readingRecorded: { worker: { id: 'q1' } } },
    });
    for (const stream of [...streams, foreign]) await stream.return?.();
  });

  test('tells the agents of those that are named, by heartbeat and at once', async () => {
    const isWatched = async (workerId: string) => {
      const query = 'mutation { heartbeat(at: "2026-01-01T00:00:00Z") { watched } }';
      const { data } = await run(open.telemetry.subgraph, query, {}, aWorker(workerId, 'p'));
      return (data as { heartbeat: { watched: boolean } }).heartbeat.watched;
    };
    await open.enrol('x', 'p');
    const agent = await hearWatched(aWorker('w', 'p'));
    const all = await watch(null, aProvider('p'));
    expect([await isWatched('w'), await isWatched('x')]).toEqual([false, false]);
    const one = await watch(['w'], aProvider('p'));
    expect((await agent.next()).value).toEqual({ data: { watched: { seconds: 30 } } });
    expect([await isWatched('w'), await isWatched('x')]).toEqual([true, false]);
    for (const stream of [agent, all, one]) await stream.return?.();
  });

  test.each([
    ['a stranger', undefined, 'UNAUTHENTICATED'],
    ['a provider', aProvider('p'), 'FORBIDDEN'],
    ['a creator', aCreator('p'), 'FORBIDDEN'],
  ])('does not tell %s who is watched', async (_, actor, code) => {
    await expect(hearWatched(actor)).rejects.toThrow(code);
  });

  test('refuses strangers, others and too much', async () => {
    await open.enrol('q1', 'q');
    await expect(watch(null)).rejects.toThrow('UNAUTHENTICATED');
    await expect(watch(null, aCreator('p'))).rejects.toThrow('FORBIDDEN');
    await expect(watch(['w', 'q1'], aProvider('p'))).rejects.toThrow('NOT_FOUND');
    await expect(watch(['q1'], aWorker('w', 'p'))).rejects.toThrow('NOT_FOUND');
    await expect(
      watch(
        Array.from({ length: 201 }, (_, i) => `w${i}`),
        aProvider('p'),
      ),
    ).rejects.toThrow('INVALID_INPUT');
  });
});
