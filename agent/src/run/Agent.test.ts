import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aHost } from '../../test/aHost.ts';
import { burrow } from '../../test/burrow.ts';
import { FakeClock } from '../../test/FakeClock.ts';
import { FakeEngine } from '../../test/FakeEngine.ts';
import { FakePlatform } from '../../test/FakePlatform.ts';
import { isAlive, makeMiner } from '../../test/minerPrograms.ts';
import { EngineError } from '../engine/EngineError.ts';
import type { JobKind } from '../generated/graphql.ts';
import { Home, publicKeyOf } from '../home/Home.ts';
import { readStatus } from '../home/statusFile.ts';
import { NOTHING_TOLD, type GpuReport } from '../metrics/GpuReading.ts';
import type { PastAttempt } from '../history/History.ts';
import { writeChoice } from '../mining/programFile.ts';
import { KeptReadings } from '../outbox/KeptReadings.ts';
import { Owner } from '../owner/Owner.ts';
import { SettingsFile } from '../owner/SettingsFile.ts';
import { Agent } from './Agent.ts';

const size = { width: 64, height: 64, keepTop: 12, keepHeight: 40 };
const log = pino({ level: 'silent' });

let folder: string;
let home: Home;
let platform: FakePlatform;
let clock: FakeClock;
let engines: FakeEngine[];
let gpus: GpuReport;
let agent: Agent | undefined;
let owner: Owner;
let attempts: PastAttempt[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agent-'));
  home = Home.open(folder);
  platform = new FakePlatform();
  await platform.listen();
  platform.publicKey = publicKeyOf(await home.key());
  clock = new FakeClock();
  engines = [];
  attempts = [];
  gpus = { gpus: [], problem: null };
});

afterEach(async () => {
  await agent?.stop();
  agent = undefined;
  owner?.stop();
  await platform.close();
  await rm(folder, { recursive: true });
});

/** Starts an agent on the home; `automatic` false leaves its tasks to the test. */
async function start({
  automatic = true,
  credential = platform.credential,
  kinds = ['UPSCALE'] as JobKind[],
} = {}): Promise<Agent> {
  owner = new Owner(await SettingsFile.open(home.settings), clock);
  owner.start();
  agent = new Agent({
    home,
    enrolment: { version: 1, gateway: platform.gateway, workerId: 'w1', workerName: 'Attic', credential },
    key: await home.key(),
    engines: kinds.map((kind) => () => {
      const engine = new FakeEngine(kind);
      engine.automatic = automatic;
      engines.push(engine);
      return engine;
    }),
    gpuMonitor: async () => (owner.sawGpus(gpus), gpus),
    hostMonitor: async () => aHost,
    readingIntervalMs: 5_000,
    clock,
    log,
    owner,
    onStatus: () => undefined,
    onAttempt: (attempt) => attempts.unshift(attempt),
  });
  await agent.start();
  return agent;
}

/** Ends an agent as a kill does: nothing more is done or told. */
async function kill(): Promise<void> {
  platform.setDown(true);
  await agent?.stop();
  agent = undefined;
  platform.setDown(false);
}

const soon = <T>(what: () => T) => vi.waitFor(what, { timeout: 30_000, interval: 5 });
const begun = () =>
  soon(() => engines.flatMap(({ current }) => current ?? [])[0] ?? expect.fail('no task begun'));
const addTask = () => platform.addTask(Buffer.from('a band'), size);

/** Moves the clock on, in steps that let what it set off be done. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    clock.advance(500);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const gpu = (index: number) => ({
  gpu: {
    index,
    uuid: `GPU-${index}`,
    name: 'NVIDIA L40S',
    memoryMiB: 46_068,
    driver: '595.80',
    compute: 'CUDA 13.1',
  },
  bus: null,
  sample: {
    ...NOTHING_TOLD,
    utilizationPercent: 0,
    memoryUsedMiB: 1,
    memoryTotalMiB: 46_068,
    temperatureCelsius: 30,
  },
});

describe('a good day', () => {
  test('it keeps what the platform says of its bid and pay, and shows it without the platform', async () => {
    await start();
    const said = async () => {
      clock.advance(500);
      return (await readStatus(home.status))?.terms;
    };
    await soon(async () =>
      expect(await said()).toMatchObject({
        bid: '500000',
        customBid: null,
        estimate: { expected: '160000' },
      }),
    );
    await agent!.setBid('420000');
    expect(platform.customBid).toBe('420000');
    platform.setDown(true);
    await agent!.stop();
    await start();
    await soon(async () => expect(await said()).toMatchObject({ bid: '420000', averageBid: '450000' }));
    await expect(agent!.setBid('1000000')).rejects.toMatchObject({ code: 'PLATFORM_UNREACHABLE' });
  });

  test('it says what it is, beats, and sends readings', async () => {
    gpus = { gpus: [gpu(0)], problem: null };
    await start();
    await soon(() => expect(platform.hardware).toHaveLength(1));
    expect(platform.hardware[0]).toMatchObject({
      gpus: [{ index: 0, uuid: 'GPU-0', name: 'NVIDIA L40S', memoryMiB: 46_068, driver: '595.80' }],
      cpuCores: expect.any(Number),
      agentVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
    await soon(() => expect(platform.readings.size).toBe(1));
    expect(platform.heartbeats).toEqual(['2026-01-01T00:00:00.000Z']);
    await soon(() => {
      clock.advance(500);
      expect(platform.heartbeats.length).toBe(3);
    });
    expect([...platform.readings.values()][0]).toMatchObject({
      at: '2026-01-01T00:00:00.000Z',
      gpus: [{ index: 0, uuid: 'GPU-0', utilizationPercent: 0, powerWatts: null }],
      host: { cpuPercent: null, memoryTotalMiB: expect.any(Number) },
    });
  });

  test('while someone looks at its readings, it takes one every second', async () => {
    await start();
    await soon(() => expect(platform.readings.size).toBe(1));
    await soon(() => expect(platform.heartbeats).toHaveLength(1));
    await pass(2_000);
    platform.watch();
    await soon(() => {
      clock.advance(0);
      expect(platform.readings.size).toBe(2);
    });
    await soon(() => {
      clock.advance(500);
      expect(platform.readings.size).toBeGreaterThan(60);
    });
    const times = [...platform.readings.keys()].map((at) => Date.parse(at));
    const gaps = times.slice(1).map((at, i) => at - (times[i] as number));
    expect(gaps[0]).toBe(2_000);
    expect(gaps.filter((gap) => gap === 1_000).length).toBeGreaterThan(50);
  });

  test('it does tasks one after the other, and leaves nothing behind', async () => {
    const tasks = [addTask(), addTask(), addTask()];
    await start();
    await soon(() => expect(platform.completed).toHaveLength(3));
    expect(tasks.map(({ state }) => state)).toEqual(['REPORTED', 'REPORTED', 'REPORTED']);
    expect([...platform.uploads.values()].map(String)).toEqual([
      'result of run 1',
      'result of run 2',
      'result of run 3',
    ]);
    await soon(async () =>
      expect([...(await readdir(home.work)), ...(await readdir(home.results))]).toEqual([]),
    );
  });

  test('a hint brings it at once, though it was told before that there is nothing', async () => {
    await start();
    await soon(() => expect(platform.hardware).toHaveLength(1));
    await pass(60_000);
    addTask();
    await soon(() => {
      clock.advance(100);
      expect(platform.completed).toHaveLength(1);
    });
  });

  test('every GPU is a slot at work', async () => {
    gpus = { gpus: [gpu(0), gpu(1)], problem: null };
    addTask();
    addTask();
    await start({ automatic: false });
    await soon(() => expect(engines.filter(({ current }) => current)).toHaveLength(2));
    expect(platform.tasks.map(({ attempt }) => attempt?.slot).sort()).toEqual([0, 1]);
    engines.forEach(({ current }) => current?.finish());
    await soon(() => expect(platform.completed).toHaveLength(2));
  });

  test('progress is reported while there is some, and renewed while there is none', async () => {
    addTask();
    await start({ automatic: false });
    const work = await begun();
    work.progress(0.25);
    clock.advance(2_000);
    await soon(() => expect(platform.progress.at(-1)?.progress).toBe(0.25));
    const reports = platform.progress.length;
    await pass(8_000);
    expect(platform.progress).toHaveLength(reports);
    await pass(4_000);
    await soon(() => expect(platform.progress).toHaveLength(reports + 1));
    work.finish();
    await soon(() => expect(platform.completed).toHaveLength(1));
  });

  test('the status tells what is going on', async () => {
    addTask();
    await start({ automatic: false });
    const work = await begun();
    clock.advance(4_000);
    work.progress(0.5);
    clock.advance(500);
    const status = await soon(async () => {
      const read = await readStatus(home.status);
      expect(read?.tasks[0]?.progress).toBe(0.5);
      return read;
    });
    expect(status).toMatchObject({
      pid: process.pid,
      connection: 'ONLINE',
      intent: 'RUN',
      worker: { id: 'w1', name: 'Attic' },
      tasks: [
        { taskId: platform.tasks[0]?.id, slot: 0, check: false, expectedAt: '2026-01-01T00:00:08.000Z' },
      ],
      unacknowledged: 0,
    });
  });
});

describe('what the provider wants', () => {
  test.each(['DRAIN', 'PAUSE'] as const)(
    '%s: it finishes what it has and takes nothing new',
    async (intent) => {
      addTask();
      await start({ automatic: false });
      const work = await begun();
      platform.intent = intent;
      const second = addTask();
      clock.advance(10_000);
      await soon(() => expect(platform.heartbeats).toHaveLength(2));
      await soon(async () => {
        clock.advance(500);
        expect((await readStatus(home.status))?.intent).toBe(intent);
      });
      work.finish();
      await soon(() => expect(platform.completed).toHaveLength(1));
      await pass(5_000);
      expect(second.state).toBe('QUEUED');
      platform.intent = 'RUN';
      await pass(10_000);
      await soon(() => expect(second.state).toBe('RUNNING'));
    },
  );
});

test('what there is to see of a task is kept while it is under way', async () => {
  const { id } = addTask();
  await start({ automatic: false });
  const work = await begun();
  expect(agent?.preview(id)).toBeNull();
  work.show(Buffer.from('a tile'));
  work.show(Buffer.from('two tiles'));
  expect(String(agent?.preview(id))).toBe('two tiles');
  await soon(async () => {
    clock.advance(500);
    expect((await readStatus(home.status))?.tasks).toMatchObject([{ taskId: id, previews: 2 }]);
  });
  expect(agent?.preview('another')).toBeNull();
  work.finish();
  await soon(() => expect(platform.completed).toHaveLength(1));
  await soon(() => expect(agent?.preview(id)).toBeNull());
});

describe('what the owner wants', () => {
  test('after this task: it finishes what it has and takes nothing new, until resumed', async () => {
    addTask();
    await start({ automatic: false });
    const work = await begun();
    const second = addTask();
    await owner.pause('DRAIN', null);
    work.finish();
    await soon(() => expect(platform.completed).toHaveLength(1));
    await pass(5_000);
    expect(second.state).toBe('QUEUED');
    await soon(async () => {
      clock.advance(500);
      expect((await readStatus(home.status))?.holds).toEqual([{ by: 'OWNER', intent: 'DRAIN', until: null }]);
    });
    await owner.resume();
    await soon(() => expect(second.state).toBe('RUNNING'));
    expect(attempts).toMatchObject([{ outcome: 'DONE', kind: 'UPSCALE', reward: '1' }]);
  });

  test('now: where the owner chose so, the task goes back and nobody is blamed', async () => {
    addTask();
    await start({ automatic: false });
    await begun();
    await owner.change({ onPause: 'HAND_BACK' });
    await owner.pause('PAUSE', null);
    await soon(() => expect(platform.failed).toMatchObject([{ code: 'AGENT_STOPPED' }]));
    expect(attempts).toMatchObject([{ outcome: 'RETURNED' }]);
    const next = addTask();
    await pass(30_000);
    expect(next.state).toBe('QUEUED');
    expect((await readStatus(home.status))?.lastError).toBeNull();
  });

  test('a pause survives a restart and ends at its time', async () => {
    await start();
    await owner.pause('PAUSE', clock.now() + 60_000);
    await kill();
    const task = addTask();
    await start();
    await soon(() => expect(platform.heartbeats.length).toBeGreaterThan(1));
    await pass(30_000);
    expect(task.state).toBe('QUEUED');
    expect(platform.hold).toEqual({ reason: 'PAUSED', until: owner.settings.pause?.until });
    await pass(40_000);
    await soon(() => expect(task.state).toBe('REPORTED'));
    expect(owner.settings.pause).toBeNull();
  });

  test('a lease that outlived a restart goes back too, where the owner chose so', async () => {
    const task = addTask();
    task.state = 'RUNNING';
    task.attempt = { id: 'attempt-of-the-run-before', token: 'fence', slot: 0 };
    const settings = await SettingsFile.open(home.settings);
    const pause = { kind: 'PAUSE', since: new Date(clock.now()).toISOString(), until: null } as const;
    await settings.change({ pause, onPause: 'HAND_BACK' });
    await start({ automatic: false });
    await soon(() => {
      clock.advance(500);
      expect(platform.failed).toMatchObject([{ attemptId: task.attempt?.id, code: 'AGENT_STOPPED' }]);
    });
  });

  test('a GPU that is off takes nothing, nor does a kind that is off', async () => {
    gpus = { gpus: [gpu(0), gpu(1)], problem: null };
    await start({ automatic: false });
    await owner.change({ gpusOff: ['GPU-0'] });
    addTask();
    addTask();
    await pass(30_000);
    await begun();
    expect(platform.tasks.map(({ attempt }) => attempt?.slot)).toEqual([1, undefined]);
    expect(platform.hardware.at(-1)?.gpus).toMatchObject([{ takesTasks: false }, { takesTasks: true }]);
    await owner.change({ gpusOff: [], enginesOff: ['UPSCALE'] });
    await pass(30_000);
    expect(platform.tasks[1]?.state).toBe('QUEUED');
    await owner.change({ enginesOff: [] });
    await soon(() => expect(platform.tasks[1]?.attempt?.slot).toBe(0));
    expect(platform.hardware.at(-1)?.gpus).toMatchObject([{ takesTasks: true }, { takesTasks: true }]);
  });

  test('a GPU that is too hot pauses it, one that has cooled down lets it go on', async () => {
    const at = (temperatureCelsius: number) => ({
      gpus: [{ ...gpu(0), sample: { ...gpu(0).sample, temperatureCelsius } }],
      problem: null,
    });
    gpus = at(90);
    await start();
    await owner.change({ maximumTemperature: 80 });
    await pass(6_000);
    const task = addTask();
    await pass(6_000);
    expect(task.state).toBe('QUEUED');
    expect(platform.hold).toEqual({ reason: 'TEMPERATURE', until: null });
    gpus = at(78);
    await pass(6_000);
    expect(task.state).toBe('QUEUED');
    gpus = at(70);
    await pass(6_000);
    await soon(() => expect(task.state).toBe('REPORTED'));
    expect(platform.hold).toBeNull();
  });
});

describe('mining', () => {
  test('ends before a task begins, is told to the platform, and ends with the agent', async () => {
    const path = await makeMiner(folder, 'trap "" TERM; echo $$ > pid; while :; do sleep 1; done');
    await writeChoice(home.miner, { path, kind: 'T_REX' });
    gpus = { gpus: [gpu(0)], problem: null };
    await start();
    await owner.changeMining({ on: true, pool: 'pool.example:1', coin: 'ETC', wallet: 'w' });
    const later = (what: () => unknown) =>
      vi.waitFor(async () => {
        clock.advance(2_000);
        await what();
      }, 20_000);
    await later(() => expect(platform.mining).toBe(true));
    const miner = () =>
      vi.waitFor(async () => {
        const pid = Number(await readFile(join(home.mining, 'pid'), 'utf8'));
        expect(await isAlive(pid)).toBe(true);
        return pid;
      }, 20_000);
    const pid = await miner();
    const events: string[] = [];
    const [engine] = engines as [FakeEngine];
    const run = engine.run.bind(engine);
    engine.run = async (...task) => {
      events.push((await isAlive(pid)) ? 'the engine ran beside the miner' : 'the engine ran');
      return run(...task);
    };
    addTask();
    await later(() => expect(platform.completed).toHaveLength(1));
    expect(events).toEqual(['the engine ran']);
    await later(() => expect(platform.mining).toBe(false));
    await later(() => expect(platform.mining).toBe(true));
    const next = await miner();
    await agent?.stop();
    agent = undefined;
    expect(await isAlive(next)).toBe(false);
    expect((await readStatus(home.status))?.mining).toMatchObject({ on: true, gpus: [{ state: 'RESTING' }] });
  });
});

describe('bad days', () => {
  test('a result finished offline arrives once the platform is back', async () => {
    const task = addTask();
    await start({ automatic: false });
    const work = await begun();
    platform.setDown(true);
    work.finish();
    await soon(async () => expect(await readdir(home.results)).toHaveLength(1));
    await pass(120_000);
    platform.setDown(false);
    await soon(() => {
      clock.advance(1_000);
      expect(platform.completed).toHaveLength(1);
    });
    expect(task.state).toBe('REPORTED');
    expect(new Set(platform.runs).size).toBe(1);
  });

  test('a result finished before a kill is told by the next run, without doing it again', async () => {
    addTask();
    await start({ automatic: false });
    const work = await begun();
    platform.setDown(true);
    work.finish();
    await soon(async () => expect(await readdir(home.results)).toHaveLength(1));
    await kill();
    await start();
    await soon(() => expect(platform.completed).toHaveLength(1));
    expect(engines.map(({ runs }) => runs)).toEqual([1, 0]);
    expect(new Set(platform.runs).size).toBe(2);
  });

  test('a task under way at a kill is run again by the next run', async () => {
    const task = addTask();
    task.state = 'RUNNING';
    task.attempt = { id: 'attempt-of-the-run-before', token: 'fence', slot: 0 };
    await start();
    await soon(() =>
      expect(platform.completed.map(({ attemptId }) => attemptId)).toEqual([task.attempt?.id]),
    );
  });

  test('an answer lost on the way makes nothing happen twice', async () => {
    addTask();
    for (const name of ['leaseTask', 'createResultUpload', 'completeTask', 'heartbeat'])
      platform.loseAnswers.add(name);
    await start();
    await soon(() => {
      clock.advance(500);
      expect(platform.completed).toHaveLength(1);
      expect(platform.loseAnswers.size).toBe(0);
    });
    await soon(async () => {
      clock.advance(500);
      expect(await readdir(home.results)).toEqual([]);
    });
    expect(platform.completed).toHaveLength(1);
    expect(platform.failed).toEqual([]);
  });

  test('a task that was taken away is dropped, and the slot takes the next', async () => {
    const first = addTask();
    await start({ automatic: false });
    await begun();
    first.state = 'FAILED';
    const second = addTask();
    clock.advance(10_000);
    await soon(() => expect(second.state).toBe('RUNNING'));
    await soon(() => expect(engines[0]?.runs).toBe(2));
    expect(platform.failed).toEqual([]);
  });

  test('a result that nobody waits for any more is forgotten', async () => {
    const task = addTask();
    await start({ automatic: false });
    const work = await begun();
    platform.refusals.set('createResultUpload', 'LEASE_LOST');
    task.state = 'FAILED';
    work.finish();
    await soon(async () => expect(await readdir(home.results)).toEqual([]));
    const next = addTask();
    await soon(() => {
      clock.advance(500);
      expect(next.state).toBe('RUNNING');
    });
    expect(platform.failed).toEqual([]);
  });

  test('a failure of the engine is reported with its code', async () => {
    addTask();
    await start({ automatic: false });
    (await begun()).fail(new EngineError('ENGINE_CRASHED', 'The process ended.'));
    await soon(() =>
      expect(platform.failed).toMatchObject([{ code: 'ENGINE_CRASHED', reason: 'The process ended.' }]),
    );
    expect(await readdir(home.work)).toEqual([]);
  });

  test('an input that is refused is a failure; one that fails for a moment is fetched again', async () => {
    platform.fileRefusals.push(503, 503, 403);
    addTask();
    const second = addTask();
    await start();
    await soon(() => {
      clock.advance(500);
      expect(platform.failed).toMatchObject([{ code: 'PLACE_REFUSED' }]);
    });
    expect(platform.failed[0]?.reason).not.toContain('secret');
    await soon(() => expect(second.state).toBe('REPORTED'));
  });

  test('an upload that is refused asks for another place', async () => {
    addTask();
    await start({ automatic: false });
    const work = await begun();
    platform.fileRefusals.push(410);
    work.finish();
    await soon(() => {
      clock.advance(500);
      expect(platform.completed).toHaveLength(1);
    });
  });

  test('a result that can never be accepted becomes a failure', async () => {
    addTask();
    platform.refusals.set('completeTask', 'SIGNATURE_INVALID');
    await start();
    await soon(() => expect(platform.failed).toMatchObject([{ code: 'SIGNATURE_INVALID' }]));
    await soon(async () => expect(await readdir(home.results)).toEqual([]));
  });

  test('an engine that does not work takes no tasks', async () => {
    gpus = { gpus: [gpu(0)], problem: null };
    const task = addTask();
    const createEngine = FakeEngine.prototype.probe;
    FakeEngine.prototype.probe = async () => ({ available: false, reason: 'no such library' });
    try {
      await start();
      await soon(async () => {
        clock.advance(500);
        expect((await readStatus(home.status))?.lastError?.code).toBe('ENGINE_UNAVAILABLE');
      });
      expect(task.state).toBe('QUEUED');
    } finally {
      FakeEngine.prototype.probe = createEngine;
    }
    await pass(60_000);
    await soon(() => expect(task.state).toBe('REPORTED'));
  });

  test('readings taken offline arrive, each once', async () => {
    await start();
    await soon(() => expect(platform.readings.size).toBe(1));
    platform.setDown(true);
    await pass(300_000);
    platform.setDown(false);
    await soon(() => {
      clock.advance(500);
      expect(platform.readings.size).toBeGreaterThan(60);
    });
    const times = [...platform.readings.keys()].sort();
    const gaps = times.slice(1).map((at, i) => Date.parse(at) - Date.parse(times[i] as string));
    expect(new Set(gaps.slice(0, 58))).toEqual(new Set([5_000]));
    await soon(() => {
      const kept = new KeptReadings(home.readings);
      const { count } = kept;
      kept.close();
      expect(count).toBe(0);
    });
  });

  test('GPUs that cannot be read any more are said so, and told of again when they are back', async () => {
    gpus = { gpus: [gpu(0)], problem: null };
    await start();
    await soon(() => expect(platform.hardware).toHaveLength(1));
    gpus = { gpus: [], problem: 'nvidia-smi failed with 15: GPU is lost' };
    await pass(6_000);
    await soon(async () => expect((await readStatus(home.status))?.lastError?.code).toBe('GPU_UNREADABLE'));
    gpus = { gpus: [gpu(0), gpu(1)], problem: null };
    await pass(6_000);
    await soon(() => expect(platform.hardware.at(-1)?.gpus).toHaveLength(2));
  });

  test('a credential in use is tried again, one that ended is not', async () => {
    platform.reject({ code: 4403, reason: 'CREDENTIAL_IN_USE' });
    const { ended } = await start();
    await soon(async () => {
      clock.advance(500);
      expect((await readStatus(home.status))?.lastError?.code).toBe('CREDENTIAL_IN_USE');
    });
    platform.reject(undefined);
    await soon(() => {
      clock.advance(1_000);
      expect(platform.heartbeats.length).toBeGreaterThan(0);
    });
    platform.reject({ code: 4401, reason: 'UNAUTHENTICATED' });
    expect(await ended).toMatchObject({ code: 'CREDENTIAL_ENDED' });
    await pass(120_000);
    expect(platform.connections).toBe(0);
  });

  test('a stop reports what was under way, lets the next run connect, and ends the engines', async () => {
    addTask();
    const running = await start({ automatic: false });
    await begun();
    await running.stop();
    agent = undefined;
    expect(platform.failed).toMatchObject([{ code: 'AGENT_STOPPED' }]);
    expect(platform.endedRuns).toEqual(platform.runs);
    expect(engines.every(({ closed }) => closed)).toBe(true);
    await soon(() => expect(platform.connections).toBe(0));
    expect(await readdir(home.work)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('folders of a task that no path can reach are, too', async () => {
    execFileSync('/bin/sh', ['-c', burrow(home.work)]);
    await start();
    expect(await readdir(home.work)).toEqual([]);
  });

  test('files that a kill left behind are removed at the next start', async () => {
    await writeFile(join(home.work, 'half.in.png'), 'x');
    await writeFile(join(home.results, 'orphan.png'), 'x');
    await start();
    expect([...(await readdir(home.work)), ...(await readdir(home.results))]).toEqual([]);
  });
});
