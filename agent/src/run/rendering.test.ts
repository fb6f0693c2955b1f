import { cp, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aHost } from '../../test/aHost.ts';
import { FakeClock } from '../../test/FakeClock.ts';
import { FakeEngine } from '../../test/FakeEngine.ts';
import { FakePlatform } from '../../test/FakePlatform.ts';
import type { EngineFactory } from '../engine/Engine.ts';
import { EngineError } from '../engine/EngineError.ts';
import { Home, publicKeyOf } from '../home/Home.ts';
import { Outbox } from '../outbox/Outbox.ts';
import { Owner } from '../owner/Owner.ts';
import { SettingsFile } from '../owner/SettingsFile.ts';
import { Agent } from './Agent.ts';
import type { AgentOptions } from './AgentOptions.ts';

const log = pino({ level: 'silent' });
const scene = Buffer.from('a scene');

let folder: string;
let home: Home;
let platform: FakePlatform;
let clock: FakeClock;
let engine: FakeEngine;
let agent: Agent | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rendering-'));
  home = Home.open(join(folder, 'home'));
  platform = new FakePlatform();
  await platform.listen();
  platform.publicKey = publicKeyOf(await home.key());
  clock = new FakeClock();
});

afterEach(async () => {
  await agent?.stop();
  agent = undefined;
  await platform.close();
  await rm(folder, { recursive: true });
});

async function start({
  automatic = true,
  engines = [] as EngineFactory[],
  upkeep = undefined as AgentOptions['upkeep'],
} = {}): Promise<void> {
  engine = new FakeEngine('RENDER');
  engine.automatic = automatic;
  engine.probed = { available: true, name: 'fake', version: '3.4.1', device: 'CPU', threads: 1 };
  const { gateway, credential } = platform;
  agent = new Agent({
    home,
    enrolment: { version: 1, gateway, workerId: 'w1', workerName: 'Attic', credential },
    key: await home.key(),
    engines: engines.length > 0 ? engines : [() => engine],
    gpuMonitor: async () => ({ gpus: [], problem: null }),
    hostMonitor: async () => aHost,
    readingIntervalMs: 60_000,
    clock,
    log,
    owner: new Owner(await SettingsFile.open(home.settings), clock),
    onStatus: () => undefined,
    onAttempt: () => undefined,
    upkeep,
  });
  await agent.start();
}

/** Leaves the agent's home as a kill -9 leaves it: what is on disk now, and nothing more. */
async function kill(): Promise<void> {
  const left = join(folder, `left-${platform.runs.length}`);
  await cp(home.folder, left, { recursive: true });
  platform.setDown(true);
  await agent?.stop();
  platform.setDown(false);
  home = Home.open(left);
}

const soon = <T>(what: () => T) => vi.waitFor(what, { timeout: 30_000, interval: 5 });
const begun = () => soon(() => engine.current ?? expect.fail('no task begun'));
const passing = <T>(what: () => T) =>
  soon(() => {
    clock.advance(500);
    return what();
  });

test('frames are uploaded one by one while others are made, and delivered together', async () => {
  const task = platform.addRender(scene, [3, 5, 7]);
  await start({ automatic: false });
  const work = await begun();
  expect(platform.engines.get(0)).toEqual([{ kind: 'RENDER', version: '3.4.1' }]);
  expect(work.task.render).toMatchObject({ frames: [3, 5, 7], width: 64, height: 36, samples: 2 });
  expect(String(await readFile(work.task.input))).toBe('a scene');
  await work.make(3);
  await soon(() => expect(platform.frameUploads).toEqual([3]));
  work.progress(0.5);
  await passing(() => expect(platform.progress.at(-1)?.progress).toBe(0.5));
  await work.make(5);
  await work.make(7);
  work.finish();
  await soon(() => expect(platform.completed).toHaveLength(1));
  expect(platform.frameUploads).toEqual([3, 5, 7]);
  expect(platform.completed[0]?.frames?.map(({ frame }) => frame)).toEqual([3, 5, 7]);
  expect(platform.completed[0]?.assetId).toBeUndefined();
  expect(task.state).toBe('REPORTED');
  await soon(async () =>
    expect([...(await readdir(home.work)), ...(await readdir(home.results))]).toEqual([]),
  );
});

test('what is sent of a finished attempt is a sign of life, and so is a word of the engine', async () => {
  platform.addRender(scene, [1]);
  await start({ automatic: false });
  const work = await begun();
  const signs = () => platform.progress.at(-1)?.signs ?? 0;
  work.progress(0.5);
  await passing(() => expect(platform.progress.at(-1)?.progress).toBe(0.5));
  const before = signs();
  work.progress(0.5);
  await passing(() => expect(signs()).toBeGreaterThan(before));
  platform.refusals.set('completeTask', 'OVERLOADED');
  const made = signs();
  await work.make(1);
  work.finish();
  await soon(() => expect(platform.frameUploads).toEqual([1]));
  await passing(() => expect(signs()).toBeGreaterThan(made));
});

test('a kill between two frames costs no frame: the same attempt goes on with what is missing', async () => {
  const task = platform.addRender(scene, [1, 2, 3]);
  await start({ automatic: false });
  const work = await begun();
  const attemptId = task.attempt?.id;
  await work.make(1);
  await soon(() => expect(platform.frameUploads).toEqual([1]));
  platform.refusals.set('createFrameUpload', 'OVERLOADED');
  await work.make(2);
  await kill();
  platform.refusals.clear();
  await start();
  await soon(() => expect(platform.completed).toHaveLength(1));
  expect(engine.frames).toEqual([3]);
  expect(platform.frameUploads).toEqual([1, 2, 3]);
  expect(platform.completed[0]?.attemptId).toBe(attemptId);
  expect(platform.downloads).toBe(1);
});

test('a stop between two frames costs no frame: the attempt waits for the next start and goes on', async () => {
  const task = platform.addRender(scene, [1, 2, 3]);
  await start({ automatic: false });
  const work = await begun();
  const attemptId = task.attempt?.id;
  await work.make(1);
  await soon(() => expect(platform.frameUploads).toEqual([1]));
  await agent?.stop();
  expect(platform.progress.at(-1)).toMatchObject({ attemptId, stopping: true });
  expect(platform.failed).toEqual([]);
  await start();
  await soon(() => expect(platform.completed).toHaveLength(1));
  expect(platform.completed[0]?.attemptId).toBe(attemptId);
  expect(engine.frames).toEqual([2, 3]);
  expect(platform.frameUploads).toEqual([1, 2, 3]);
});

test('a stop before the first frame gives the task to others at once', async () => {
  platform.addRender(scene, [1, 2]);
  await start({ automatic: false });
  await begun();
  await agent?.stop();
  agent = undefined;
  expect(platform.failed).toMatchObject([{ code: 'AGENT_STOPPED' }]);
});

test('a frame that could not be sent is sent with the next one, or when the connection is back', async () => {
  platform.addRender(scene, [1, 2, 3]);
  await start({ automatic: false });
  const work = await begun();
  platform.fileRefusals.push(503);
  await work.make(1);
  await soon(() => expect(platform.fileRefusals).toEqual([]));
  await work.make(2);
  await soon(() => expect(platform.frameUploads).toEqual([1, 2]));
  platform.setDown(true);
  await work.make(3);
  platform.setDown(false);
  await passing(() => expect(platform.frameUploads).toEqual([1, 2, 3]));
  expect(engine.current).toBeDefined();
});

test('a frame that a kill left damaged, or that no journal knows, is made again', async () => {
  const task = platform.addRender(scene, [1, 2, 3]);
  await start({ automatic: false });
  const work = await begun();
  for (const frame of [1, 2]) await work.make(frame);
  await soon(() => expect(platform.frameUploads).toEqual([1, 2]));
  await kill();
  const kept = join(home.results, task.attempt?.id as string);
  await truncate(join(kept, '1.png'), 3);
  const journal = await readFile(join(kept, 'frames.jsonl'), 'utf8');
  await writeFile(join(kept, 'frames.jsonl'), `${journal}\n{"frame": 3, "na`);
  await start();
  await soon(() => expect(platform.completed).toHaveLength(1));
  expect(engine.frames).toEqual([1, 3]);
  expect(platform.frameUploads).toEqual([1, 2, 1, 3]);
});

test('when all frames are there, nothing is rendered and no scene is fetched', async () => {
  platform.addRender(scene, [1]);
  await start({ automatic: false });
  await (await begun()).make(1);
  await kill();
  await rm(home.scenes, { recursive: true });
  Home.open(home.folder);
  await start();
  await soon(() => expect(platform.completed).toHaveLength(1));
  expect([engine.runs, platform.downloads]).toEqual([0, 1]);
});

test('frames made offline are delivered exactly once when the network is back', async () => {
  platform.addRender(scene, [1, 2, 3]);
  await start({ automatic: false });
  const work = await begun();
  await work.make(1);
  await soon(() => expect(platform.frameUploads).toEqual([1]));
  platform.setDown(true);
  await work.make(2);
  await work.make(3);
  work.finish();
  for (let i = 0; i < 50; i++) clock.advance(1_000);
  for (const name of ['createFrameUpload', 'completeTask']) platform.loseAnswers.add(name);
  platform.setDown(false);
  await passing(() => expect(platform.completed).toHaveLength(1));
  await passing(async () => expect(await readdir(home.results)).toEqual([]));
  expect(platform.completed).toHaveLength(1);
  expect(platform.frameUploads).toEqual([1, 2, 3]);
  expect(platform.failed).toEqual([]);
});

test('a result that waits outlives a kill', async () => {
  platform.addRender(scene, [1, 2]);
  await start({ automatic: false });
  const work = await begun();
  platform.refusals.set('completeTask', 'OVERLOADED');
  await work.make(1);
  await work.make(2);
  work.finish();
  await soon(() => expect(platform.frameUploads).toEqual([1, 2]));
  const outbox = new Outbox(home.outbox, clock);
  await soon(() => expect(outbox.count('result')).toBe(1));
  outbox.close();
  await kill();
  platform.refusals.clear();
  await start();
  await soon(() => expect(platform.completed).toHaveLength(1));
  expect(engine.runs).toBe(0);
});

test('a scene serves all tasks of its job', async () => {
  for (const frames of [[1], [2], [3]]) platform.addRender(scene, frames);
  platform.addRender(Buffer.from('another'), [1]);
  await start();
  await soon(() => expect(platform.completed).toHaveLength(4));
  expect(platform.downloads).toBe(2);
  expect(await readdir(home.scenes)).toHaveLength(2);
});

test('a task that was taken away leaves no frames behind, nor does one that failed', async () => {
  const lost = platform.addRender(scene, [1, 2]);
  await start({ automatic: false });
  const first = await begun();
  await first.make(1);
  lost.state = 'FAILED';
  platform.addRender(scene, [4, 5]);
  await passing(() => expect(engine.current?.task.render?.frames).toEqual([4, 5]));
  await engine.current?.make(4);
  engine.current?.fail(new EngineError('SCENE_REFUSED', 'The scene has no camera at frame 5.'));
  await soon(() =>
    expect(platform.failed).toMatchObject([
      { code: 'SCENE_REFUSED', reason: 'The scene has no camera at frame 5.' },
    ]),
  );
  await soon(async () => expect(await readdir(home.results)).toEqual([]));
});

test('frames of an attempt that is not held any more are removed once that is known', async () => {
  const task = platform.addRender(scene, [1, 2]);
  await start({ automatic: false });
  await (await begun()).make(1);
  await kill();
  task.state = 'FAILED';
  await start();
  await soon(async () => expect(await readdir(home.results)).toEqual([]));
});

test('frames that the engine leaves out are a failure', async () => {
  platform.addRender(scene, [1, 2]);
  await start({ automatic: false });
  const work = await begun();
  await work.make(1);
  work.finish();
  await soon(() => expect(platform.failed).toMatchObject([{ code: 'FRAME_MISSING' }]));
});

test('another engine is one more factory: of several for one kind, the first that works is used', async () => {
  const [broken, third, upscaler] = [new FakeEngine('RENDER'), new FakeEngine('RENDER'), new FakeEngine()];
  broken.probed = { available: false, reason: 'Blender was not found.' };
  platform.addRender(scene, [1]);
  platform.addTask(scene, { width: 64, height: 64, keepTop: 12, keepHeight: 40 });
  await start({ engines: [() => broken, () => upscaler, () => third] });
  await soon(() => expect(platform.completed).toHaveLength(2));
  expect([broken.runs, third.runs, upscaler.runs]).toEqual([0, 1, 1]);
  expect(
    platform.engines
      .get(0)
      ?.map(({ kind }) => kind)
      .sort(),
  ).toEqual(['RENDER', 'UPSCALE']);
});

test('another engine is measured by what it says of itself, and nothing else is added for it', async () => {
  const third = new FakeEngine('RENDER');
  third.speed = 40;
  platform.addRender(scene, [1]);
  await start({ engines: [() => third], upkeep: { check: async () => [], onChange: () => undefined } });
  await soon(() => expect(platform.completed).toHaveLength(1));
  expect(third.benchmarks).toBe(0);
  await passing(() => expect(platform.benchmarks).toHaveLength(1));
  expect(platform.benchmarks[0]?.slots).toEqual([
    {
      slot: 0,
      driver: null,
      results: [{ kind: 'RENDER', perSecond: 40, engine: 'fake', model: null, device: 'CPU' }],
    },
  ]);
  await soon(() => expect(agent?.upkeep?.bench.record).toMatchObject({ score: 1_234, assumed: false }));
});

test('a task that comes while the machine is measured is not kept waiting', async () => {
  const third = new FakeEngine('RENDER');
  const begun = Promise.withResolvers<void>();
  third.benchmarking = (signal) =>
    new Promise((_, reject) => {
      begun.resolve();
      signal.addEventListener('abort', () => reject(new Error('ended')));
    });
  await start({ engines: [() => third], upkeep: { check: async () => [], onChange: () => undefined } });
  await soon(() => expect(platform.engines.size).toBe(1));
  await soon(() => (agent?.benchmark(), begun.promise));
  const task = platform.addRender(scene, [1]);
  // It was ours before: the platform says so at the next heartbeat, though nobody asked for it.
  Object.assign(task, { state: 'RUNNING', attempt: { id: 'a1', token: 't1', slot: 0 } });
  await passing(() => expect(platform.completed).toHaveLength(1));
  expect(agent?.upkeep?.bench).toMatchObject({ step: null, record: null, problem: expect.any(String) });
});

test('what does not work is said once, and what does is offered', async () => {
  const broken = new FakeEngine('RENDER');
  broken.probed = { available: false, reason: 'Install bubblewrap.' };
  const warn = vi.spyOn(log, 'warn');
  await start({ engines: [() => new FakeEngine(), () => broken] });
  await soon(() => expect(platform.engines.get(0)).toEqual([{ kind: 'UPSCALE', version: null }]));
  await passing(() => expect(clock.now()).toBeGreaterThan(Date.parse('2026-01-01T00:02:00Z')));
  const said = warn.mock.calls.filter((call) => String(call[1]).includes('Install bubblewrap'));
  expect(said).toEqual([[{ code: 'ENGINE_UNAVAILABLE' }, 'No RENDER tasks are taken: Install bubblewrap.']]);
  warn.mockRestore();
});
