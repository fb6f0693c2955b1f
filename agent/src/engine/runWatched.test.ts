import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { FakeEngine } from '../../test/FakeEngine.ts';
import { runWatched } from './runWatched.ts';

const MINUTE = 60_000;
let folder: string;
let clock: FakeClock;
let engine: FakeEngine;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watched-'));
  clock = new FakeClock();
  engine = new FakeEngine();
  engine.automatic = false;
});
afterEach(() => rm(folder, { recursive: true }));

function run(signal = new AbortController().signal) {
  const onFrame = async () => undefined;
  const task = { input: '', folder, upscale: null, render: null };
  const outcome = runWatched(engine, task, { onProgress: () => undefined, onFrame, signal }, clock);
  outcome.catch(() => undefined);
  return outcome;
}

const current = () => engine.current ?? expect.fail('nothing is at work');

test('without a sign of life for ten minutes work is ended as hung, and any sign starts the time anew', async () => {
  const outcome = run();
  const still = current();
  clock.advance(9 * MINUTE);
  still.progress(0);
  clock.advance(10 * MINUTE - 1);
  expect(engine.current).toBe(still);
  clock.advance(1);
  await expect(outcome).rejects.toMatchObject({
    code: 'ENGINE_HUNG',
    message: 'The engine was ended after 19 min, the last 10 of them without a sign of life.',
  });
});

test('one slow step does not buy the next one five times its time', async () => {
  const outcome = run();
  clock.advance(9 * MINUTE);
  current().progress(0.5);
  clock.advance(10 * MINUTE);
  await expect(outcome).rejects.toMatchObject({ code: 'ENGINE_HUNG' });
});

test('what is alive for ever is ended too', async () => {
  const outcome = run();
  for (let at = 0; at < 24 * 60; at += 9) {
    current().progress(0.5);
    clock.advance(9 * MINUTE);
  }
  await expect(outcome).rejects.toMatchObject({ code: 'ENGINE_HUNG' });
});

test('before the first progress, large work has as long as the reference GPU needs for it, five times', async () => {
  engine.estimate = () => 2.5 * 3_600;
  const outcome = run();
  clock.advance(5 * 60 * MINUTE - 1);
  expect(engine.current).toBeDefined();
  clock.advance(1);
  await expect(outcome).rejects.toMatchObject({ code: 'ENGINE_HUNG' });
});

test('what is cancelled, fails or is done is told as it is, and not watched any more', async () => {
  const abort = new AbortController();
  const cancelled = run(abort.signal);
  abort.abort();
  await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
  const done = run();
  current().finish();
  await expect(done).resolves.toMatchObject({ kind: 'FILE' });
  const after = vi.spyOn(clock, 'after');
  clock.advance(24 * 60 * MINUTE);
  expect(after).not.toHaveBeenCalled();
});

test.each([-30, 5, 365])(
  'a clock that is set by %i days ends nothing, and gives it no longer',
  async (days) => {
    const outcome = run();
    const still = current();
    clock.set(days * 24 * 60 * MINUTE);
    still.progress(0.5);
    clock.advance(10 * MINUTE - 1);
    expect(engine.current).toBe(still);
    clock.advance(1);
    await expect(outcome).rejects.toMatchObject({
      message: 'The engine was ended after 10 min, the last 10 of them without a sign of life.',
    });
  },
);
