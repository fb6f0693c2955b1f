import { chmod, copyFile, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../clock.ts';
import { createUnconfined } from '../../sandbox/createUnconfined.ts';
import { probeSandbox } from '../../sandbox/probeSandbox.ts';
import type { Sandbox } from '../../sandbox/Sandbox.ts';
import { referencePicture } from '../checkModel.ts';
import type { Engine, EngineProgress, EngineTask, RunOptions } from '../Engine.ts';
import { loadModel } from '../loadModel.ts';
import { writePicture } from '../picture.ts';
import { testPicture } from '../testPicture.ts';
import type { Picture } from '../tiles.ts';
import { createNcnnEngine } from './createNcnnEngine.ts';
import { readShare, type Ncnn } from './runNcnn.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const standIn = fileURLToPath(new URL('../../../test/standInNcnn.sh', import.meta.url));
const live: RunOptions = {
  onProgress: () => undefined,
  onFrame: async () => expect.unreachable(),
  signal: new AbortController().signal,
};

test.each([
  ['0.00%', 0],
  ['12.50%', 0.125],
  [' 100.00% ', 1],
  ['300%', 1],
  ['12,5%', 0.125],
])('"%s" is a share', (line, share) => expect(readShare(line)).toBe(share));

test.each(['', '%', '[0 NVIDIA] 50% busy', 'abc%', '1e9%'])('"%s" is none', (line) =>
  expect(readShare(line)).toBeUndefined(),
);

describe.skipIf(process.platform === 'win32')('a stand-in program', () => {
  let folder: string;
  let program: string;
  let sandbox: Sandbox;
  let engine: Engine;
  let ncnn: Ncnn | null;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ncnn-test-'));
    const probe = await probeSandbox();
    sandbox = probe.available ? probe.sandbox : createUnconfined();
    program = join(folder, 'own', 'realesrgan-ncnn-vulkan');
    await mkdir(join(folder, 'own', 'models'), { recursive: true });
    await copyFile(standIn, program);
    await chmod(program, 0o755);
    const { model } = await loadModel({ threads: 2, provider: 'cpu', modelPath: null });
    await answer('good', await referencePicture(model));
    const { width, height, pixels } = testPicture();
    const cubic = sharp(pixels, { raw: { width, height, channels: 3 } }).resize(2 * width, 2 * height);
    await answer('cubic', { width: 2 * width, height: 2 * height, pixels: await cubic.raw().toBuffer() });
    ncnn = { program, model: 'good' };
    const confined = async () => ({ sandbox, lack: null });
    const slot = { index: 0, slots: 1, gpu: null };
    const how = { priority: 0, threads: 2, folder, sandbox: confined, clock: systemClock };
    engine = createNcnnEngine({ ...how, slot, ncnn: () => ncnn });
  });
  afterEach(() => void (ncnn = { program, model: 'good' }));
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true });
  });

  /** What a model makes of an input; that is the test picture unless another is given. */
  async function answer(model: string, picture: Picture, input?: string): Promise<void> {
    const drawn = join(folder, 'drawn.png');
    await writePicture(drawn, testPicture());
    const { size } = await stat(input ?? drawn);
    await writePicture(join(folder, 'own', 'models', `${model}-${size}.png`), picture);
  }

  const noise = (width: number, height: number): Picture => ({
    ...{ width, height },
    pixels: Uint8Array.from({ length: 3 * width * height }, (_, i) => (i * 7919) % 251),
  });

  async function task(picture: Picture): Promise<EngineTask> {
    const own = await mkdtemp(join(folder, 'task-'));
    const input = join(own, 'input');
    await writePicture(input, picture);
    const { width, height } = picture;
    const upscale = { factor: 2, width, height, keepTop: 4, keepHeight: height - 8 };
    return { input, folder: own, upscale, render: null };
  }

  test('none is used that was not asked for', async () => {
    ncnn = null;
    expect(await engine.probe()).toMatchObject({ available: false, unasked: true });
    await expect(engine.run(await task(noise(8, 16)), live)).rejects.toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
    });
  });

  test.each([
    ['cubic', /it comes to \d+\.\d dB of the platform's network.*needed for its results to pass/],
    ['garbage', /What was made is not a picture of 480 × 128\.$/],
    ['nothing', /is not used: realesrgan-ncnn-vulkan made no picture\.$/],
  ])('one that makes %s is refused, though it ends with 0', async (model, reason) => {
    ncnn = { program, model };
    expect(await engine.probe()).toMatchObject({ available: false, reason: expect.stringMatching(reason) });
  });

  test.each([
    ['is not there', 'absent'],
    ['cannot even be looked at', 'long'.repeat(100)],
  ])('a program that %s is refused', async (_, name) => {
    ncnn = { program: join(folder, name), model: null };
    expect(await engine.probe()).toMatchObject({
      available: false,
      reason: expect.stringContaining('no program'),
    });
  });

  test('one that makes what the platform’s network does upscales bands', async () => {
    expect(await engine.probe()).toMatchObject({ available: true, device: 'GPU' });
    const band = await task(noise(40, 32));
    const made = noise(80, 64);
    await answer('good', made, band.input);
    const told: EngineProgress[] = [];
    const outcome = await engine.run(band, { ...live, onProgress: (progress) => told.push(progress) });
    const path = outcome.kind === 'FILE' ? outcome.path : '';
    const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 80, height: 48, channels: 3 });
    expect(data.equals(made.pixels.subarray(3 * 80 * 8, 3 * 80 * 56))).toBe(true);
    expect(told.map(({ done, total }) => done / total)).toEqual([0, 0.5, 1]);
  });

  test('a band of the wrong size is no result', async () => {
    const band = await task(noise(41, 32));
    await answer('good', noise(80, 64), band.input);
    await expect(engine.run(band, live)).rejects.toMatchObject({
      code: 'ENGINE_FAILED',
      message: 'What was made is 80 × 64 pixels, not 82 × 64.',
    });
  });

  test('a cancelled task ends the program', async () => {
    ncnn = { program, model: 'silent' };
    const cancel = new AbortController();
    const running = engine.run(await task(noise(16, 16)), {
      ...live,
      onProgress: () => cancel.abort(),
      signal: cancel.signal,
    });
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  test('a tile that takes minutes is left to the one rule for all engines', async () => {
    ncnn = { program, model: 'silent' };
    vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] });
    const cancel = new AbortController();
    const begun = Promise.withResolvers<void>();
    const onProgress = (): void => begun.resolve();
    const running = engine.run(await task(noise(16, 16)), { ...live, onProgress, signal: cancel.signal });
    running.catch(() => undefined);
    await begun.promise;
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    cancel.abort();
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    vi.useRealTimers();
  });
});
