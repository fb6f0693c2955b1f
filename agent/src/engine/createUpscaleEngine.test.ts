import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { systemClock, type Clock } from '../clock.ts';
import { createUnconfined } from '../sandbox/createUnconfined.ts';
import { probeSandbox } from '../sandbox/probeSandbox.ts';
import type { Sandbox } from '../sandbox/Sandbox.ts';
import { createUpscaleEngine, type Wanted } from './createUpscaleEngine.ts';
import type { Engine, EngineProgress, EngineTask, RunOptions } from './Engine.ts';
import { MODEL_NAME } from './model.ts';
import { MAX_INPUT_PIXELS } from './picture.ts';
import { CPU } from './Provider.ts';
import { SupervisedProcess } from './SupervisedProcess.ts';
import type { UpscaleJob } from './UpscaleJob.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const still = fileURLToPath(new URL('../../../demo/still-life-640x360.png', import.meta.url));
const live: RunOptions = {
  onProgress: () => undefined,
  onFrame: async () => expect.unreachable(),
  signal: new AbortController().signal,
};

let folder: string;
let engine: Engine;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-'));
  const probe = await probeSandbox();
  sandbox = probe.available ? probe.sandbox : createUnconfined();
  await sharp(still).extract({ left: 0, top: 0, width: 64, height: 64 }).toFile(join(folder, 'small.png'));
});
afterEach(() => engine?.close());
afterAll(() => rm(folder, { recursive: true }));

const CPU_ONLY: Wanted = { providers: [CPU], remarks: [], modelPath: null, stamp: 0 };

function start(wanted = () => CPU_ONLY, clock: Clock = systemClock): void {
  const confined = async () => ({ sandbox, lack: null });
  engine = createUpscaleEngine({ priority: 0, threads: 2, folder, wanted, sandbox: confined, clock });
}

function task(input: string, crop: { top: number; height: number }, width: number): EngineTask {
  const band = { factor: 2, width, height: 64, keepTop: crop.top, keepHeight: crop.height };
  return { input, folder, upscale: band, render: null };
}

function job(input = 'small.png', crop = { top: 12, height: 40 }): EngineTask {
  return task(join(folder, input), crop, 64);
}

function long(): EngineTask {
  return task(still, { top: 0, height: 360 }, 640);
}

function sizeOfResult() {
  return sharp(join(folder, 'result.png'))
    .metadata()
    .then(({ width, height }) => ({ width, height }));
}

/** Runs a long task and does something to it when it has begun. */
function interrupt(act: () => void, signal = live.signal) {
  return engine.run(long(), { ...live, onProgress: ({ done }) => void (done === 1 && act()), signal });
}

/** The processes that this one has started, from the kernel's own list. */
function children(parent = process.pid): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
    } catch {
      return false;
    }
  });
}

test('a band becomes an 8-bit RGB picture of its kept rows, twice the size', async () => {
  start();
  const told: EngineProgress[] = [];
  const result = await engine.run(job(), { ...live, onProgress: (progress) => told.push(progress) });
  expect(result).toEqual({ kind: 'FILE', path: join(folder, 'result.png') });
  const { format, width, height, channels, depth } = await sharp(join(folder, 'result.png')).metadata();
  expect({ format, width, height, channels, depth }).toEqual({
    format: 'png',
    width: 128,
    height: 80,
    channels: 3,
    depth: 'uchar',
  });
  expect(told).toEqual([
    { done: 0, total: 1 },
    { done: 1, total: 1 },
  ]);
});

test('a sandbox that is found later is used from then on', async () => {
  const own = createUnconfined();
  let confined = { sandbox: own, lack: 'none works' as string | null };
  const how = { priority: 0, threads: 2, folder, wanted: () => CPU_ONLY, clock: systemClock };
  engine = createUpscaleEngine({ ...how, sandbox: async () => confined });
  expect(await engine.probe()).toMatchObject({ remarks: ['none works'] });
  const confine = vi.fn(own.confine);
  confined = { sandbox: { name: 'found', confine }, lack: null };
  expect(await engine.probe()).toMatchObject({ remarks: [] });
  expect(confine).toHaveBeenCalledTimes(1);
});

test('probing names the software and its threads', async () => {
  start();
  expect(await engine.probe()).toEqual({
    available: true,
    name: expect.stringMatching(/^onnxruntime-node \d+\.\d+\.\d+$/),
    version: null,
    device: 'CPU',
    threads: 2,
    model: MODEL_NAME,
    remarks: [],
  });
});

test('one task at a time', async () => {
  start();
  const first = engine.run(job(), live);
  await expect(engine.run(job(), live)).rejects.toMatchObject({ code: 'ENGINE_BUSY' });
  await first;
});

test('where the best way to compute does not work the next one does, and it is said why', async () => {
  const cuda = { name: 'cuda', environment: {}, readable: [] } as const;
  const clock = new FakeClock();
  let wanted: Wanted = { ...CPU_ONLY, providers: [cuda, CPU], remarks: ['Mind the gap.'] };
  start(() => wanted, clock);
  const probe = await engine.probe();
  const remarks = [
    'Mind the gap.',
    expect.stringMatching(/^CUDA is not used: .*libonnxruntime_providers_shared.so was not found\.$/),
  ];
  expect(probe).toMatchObject({ available: true, device: 'CPU', remarks });
  const before = children();
  expect(await engine.probe()).toBe(probe);
  expect(children()).toEqual(before);
  wanted = { ...CPU_ONLY, modelPath: join(folder, 'absent.onnx') };
  expect(await engine.probe()).toMatchObject({
    ...{ available: true, device: 'CPU' },
    remarks: [expect.stringMatching(/absent\.onnx is not used: it cannot be read\.$/)],
  });
  wanted = { ...CPU_ONLY, providers: [cuda] };
  expect(await engine.probe()).toMatchObject({ available: false });
});

test.skipIf(process.platform !== 'linux')('an idle process gives its memory back', async () => {
  const clock = new FakeClock();
  start(undefined, clock);
  const before = children();
  await engine.run(job(), live);
  clock.advance(179_000);
  expect(children()).toHaveLength(before.length + 1);
  clock.advance(1_000);
  await expect.poll(() => children(), { timeout: 10_000 }).toEqual(before);
  expect(await engine.probe()).toMatchObject({ available: true });
  expect(children()).toEqual(before);
  await engine.run(job(), live);
});

test.skipIf(process.platform !== 'linux')(
  'pictures are decoded where there is no network and no machine',
  async () => {
    if (sandbox.name === 'none') return;
    start();
    const before = new Set(children());
    await engine.probe();
    const [guard] = children().filter((pid) => !before.has(pid));
    const [inner] = children(guard);
    const innermost = children(inner)[0] ?? inner;
    for (const kind of ['net', 'mnt', 'pid', 'user'])
      expect(readlinkSync(`/proc/${innermost}/ns/${kind}`), kind).not.toBe(
        readlinkSync(`/proc/self/ns/${kind}`),
      );
    expect(String(readFileSync(`/proc/${innermost}/cmdline`))).toContain('upscaler');
    expect(readdirSync(`/proc/${innermost}/root/etc`)).not.toContain('passwd');
  },
);

describe('hostile and broken input is refused and the engine goes on', () => {
  const inputs: Record<string, () => Promise<Buffer>> = {
    'an empty file': async () => Buffer.alloc(0),
    'random bytes': async () => Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 7919) % 256)),
    'half a picture': async () => (await sharp(still).png().toBuffer()).subarray(0, 100_000),
    'another format': async () => sharp(still).resize(64, 64).jpeg().toBuffer(),
    'an SVG': async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>'),
    'a decompression bomb': () =>
      sharp({
        create: { width: 4_096, height: MAX_INPUT_PIXELS / 4_096 + 1, channels: 3, background: 'black' },
      })
        .png()
        .toBuffer(),
  };

  test('by one warm process', async () => {
    start();
    await engine.probe();
    for (const [what, bytes] of Object.entries(inputs)) {
      await writeFile(join(folder, 'bad.png'), await bytes());
      await expect(engine.run(job('bad.png'), live), what).rejects.toMatchObject({ code: 'INPUT_REFUSED' });
    }
    await expect(engine.run(job('absent.png'), live)).rejects.toMatchObject({ code: 'INPUT_REFUSED' });
    for (const crop of [
      { top: 0, height: 65 },
      { top: -1, height: 5 },
      { top: 0, height: 0 },
      { top: 0.5, height: 1 },
    ])
      await expect(engine.run(job('small.png', crop), live)).rejects.toMatchObject({ code: 'INPUT_REFUSED' });
    await expect(engine.run({ ...job(), folder: join(folder, 'absent') }, live)).rejects.toMatchObject({
      code: 'OUTPUT_FAILED',
    });
    await expect(engine.run(job(), live)).resolves.toMatchObject({ kind: 'FILE' });
    expect(await sizeOfResult()).toEqual({ width: 128, height: 80 });
  });
});

test('a band of another size than the task says, or another factor, is refused', async () => {
  start();
  const { upscale, ...rest } = job();
  const refused = (change: object) => engine.run({ ...rest, upscale: { ...upscale!, ...change } }, live);
  await expect(refused({ width: 65 })).rejects.toMatchObject({ code: 'INPUT_REFUSED' });
  await expect(refused({ factor: 4 })).rejects.toMatchObject({ code: 'TASK_UNSUPPORTED' });
  await expect(engine.run({ ...rest, upscale: null }, live)).rejects.toMatchObject({
    code: 'TASK_UNSUPPORTED',
  });
});

test('16 bits, grey, palette and transparency all become plain RGB', async () => {
  start();
  const variants = {
    grey: sharp(still).resize(64, 64).greyscale(),
    palette: sharp(still).resize(64, 64).png({ palette: true }),
    deep: sharp(still).resize(64, 64).toColourspace('rgb16'),
    transparent: sharp(still).resize(64, 64).ensureAlpha(0.5),
  };
  for (const [name, picture] of Object.entries(variants)) {
    await picture.png(name === 'palette' ? { palette: true } : {}).toFile(join(folder, 'variant.png'));
    await engine.run(job('variant.png'), live);
    const metadata = await sharp(join(folder, 'result.png')).metadata();
    expect(metadata, name).toMatchObject({ width: 128, height: 80, channels: 3, depth: 'uchar' });
  }
});

describe.skipIf(process.platform !== 'linux')('bad days', () => {
  test('a cancelled task ends its process at once and the next task is done by a new one', async () => {
    start();
    const cancel = new AbortController();
    const before = new Set(children());
    const started: number[] = [];
    const running = interrupt(() => {
      started.push(...children().filter((pid) => !before.has(pid)));
      cancel.abort();
    }, cancel.signal);
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(started).toHaveLength(1);
    await expect.poll(() => children(), { timeout: 10_000 }).not.toContain(started[0]);
    await expect(engine.run(job(), live)).resolves.toMatchObject({ kind: 'FILE' });
    expect(await sizeOfResult()).toEqual({ width: 128, height: 80 });
  });

  test('a task cancelled before it begins starts nothing', async () => {
    start();
    const before = children();
    await expect(engine.run(job(), { ...live, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(children()).toEqual(before);
  });

  test('one process serves many tasks, and a crash fails one task alone', async () => {
    start();
    const before = new Set(children());
    const ours = () => children().filter((pid) => !before.has(pid));
    await engine.probe();
    const [first] = ours();
    await engine.run(job(), live);
    await engine.run(job(), live);
    expect(ours()).toEqual([first]);
    const crashed = interrupt(() => process.kill(first as number, 'SIGKILL'));
    await expect(crashed).rejects.toMatchObject({
      code: 'ENGINE_CRASHED',
      message: expect.stringContaining('SIGKILL'),
    });
    await expect(engine.run(job(), live)).resolves.toMatchObject({ kind: 'FILE' });
    expect(await sizeOfResult()).toEqual({ width: 128, height: 80 });
    expect(ours()).not.toContain(first);
  });

  test('its speed is measured by whole runs, and the work of a task is its output', async () => {
    start();
    expect(engine.estimate(long())).toBeCloseTo((4 * 640 * 360) / 1e6);
    const own = await mkdtemp(join(folder, 'benchmark-'));
    const perSecond = await engine.benchmark({ folder: own, signal: live.signal });
    expect(perSecond).toBeGreaterThan(0);
    expect(await sharp(join(own, 'work', 'result.png')).metadata()).toMatchObject({
      width: 768,
      height: 384,
    });
  });

  test('a process that shows no progress is killed', async () => {
    const limits = { loadLimitMs: 60_000, silenceLimitMs: 60_000, killGraceMs: 50 };
    // In a sandbox the process that is stopped would be its guard.
    const how = { provider: CPU, modelPath: null, sandbox: createUnconfined(), folder };
    const hanging = new SupervisedProcess(Object.assign(limits, how, { priority: 0, threads: 2 }));
    const pid = hanging.pid as number;
    const { input } = long();
    const whole: UpscaleJob = { input, output: join(folder, 'long.png'), crop: { top: 0, height: 360 } };
    const hung = hanging.run(whole, ({ done }) => {
      if (done !== 1) return;
      process.kill(pid, 'SIGSTOP');
      limits.silenceLimitMs = 100;
    });
    await expect(hung).rejects.toMatchObject({ code: 'ENGINE_HUNG' });
    await expect.poll(() => children(), { timeout: 10_000 }).not.toContain(pid);
  });

  test('a process that hangs while it starts is ended', async () => {
    const limits = { loadLimitMs: 1, silenceLimitMs: 60_000, killGraceMs: 50 };
    const how = { provider: CPU, modelPath: null, sandbox, folder };
    const hanging = new SupervisedProcess({ ...limits, ...how, priority: 0, threads: 2 });
    await expect(hanging.ready).rejects.toMatchObject({ code: 'ENGINE_HUNG' });
    expect(hanging.alive).toBe(false);
    await expect.poll(() => children(), { timeout: 10_000 }).not.toContain(hanging.pid);
  });

  test('the process ends when the agent is killed', async () => {
    start();
    const script = `
      const { createEngines } = await import(${JSON.stringify(new URL('engines.ts', import.meta.url).href)});
      const home = { work: ${JSON.stringify(folder)}, engines: ${JSON.stringify(join(folder, 'engines.json'))} };
      const clock = { now: Date.now, elapsed: () => performance.now(), after: () => () => undefined };
      const [, create] = createEngines({ home, checker: true, insistWithoutSandbox: false, clock });
      await create({ index: 0, slots: 1, gpu: null }).probe();
      console.log('ready');`;
    const agent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(agent.stdout, 'data');
    const [pid] = children(agent.pid);
    agent.kill('SIGKILL');
    await once(agent, 'exit');
    await expect.poll(() => isAlive(pid as number), { timeout: 5_000 }).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
