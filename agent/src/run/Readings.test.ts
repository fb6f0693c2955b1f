import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aHost } from '../../test/aHost.ts';
import { FakeClock } from '../../test/FakeClock.ts';
import { KeptReadings } from '../outbox/KeptReadings.ts';
import type { Execute } from '../platform/Operation.ts';
import { OFFLINE, PlatformError, TIMEOUT } from '../platform/PlatformError.ts';
import { Readings } from './Readings.ts';

const log = pino({ level: 'silent' });
const limits = { readings: 800, bytes: 10_000_000 };

let folder: string;
let clock: FakeClock;
let kept: KeptReadings;
let readings: Readings;
/** What the platform was told, call by call. */
let told: string[][];
/** What a call comes to; undefined is taken. */
let fate: (moments: string[]) => string | undefined;
/** What a call waits for before it is answered. */
let answering: Promise<void> | undefined;
/** Whether the GPUs fail to be read in a way that nobody thought of. */
let broken: boolean;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readings-'));
  clock = new FakeClock();
  told = [];
  fate = () => undefined;
  answering = undefined;
  broken = false;
  begin();
});
afterEach(async () => {
  await end();
  await rm(folder, { recursive: true });
});

function begin({ tookMs = 0, intervalMs = 5_000 } = {}): void {
  const execute = (async (_: unknown, { readings: sent }: { readings: { at: string }[] }) => {
    const moments = sent.map(({ at }) => at);
    await answering;
    const code = fate(moments);
    if (code !== OFFLINE && code !== 'INVALID_INPUT') told.push(moments);
    if (code) throw new PlatformError(code, 'It was not taken.');
    return {};
  }) as unknown as Execute;
  kept = new KeptReadings(join(folder, 'readings.sqlite'), limits);
  readings = new Readings({
    gpuMonitor: async () => {
      if (broken) throw new TypeError('unthought of');
      if (tookMs) await new Promise<void>((resolve) => void clock.after(tookMs, resolve));
      return { gpus: [], problem: null };
    },
    hostMonitor: async () => aHost,
    kept,
    execute,
    clock,
    log,
    intervalMs,
    onGpus: () => undefined,
  });
  readings.start();
}

async function end(): Promise<void> {
  await readings.stop();
  kept.close();
}

/** Moves on, and lets what that set off be done. */
async function pass(ms: number, stepMs = 1_000): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(stepMs);
  }
  await new Promise((resolve) => setImmediate(resolve));
}
const all = () => told.flat();
const inKept = () => kept.oldest(10_000, Infinity).map(({ at }) => at);
const gapsOf = (moments: readonly string[]) =>
  moments.slice(1).map((at, i) => (Date.parse(at) - Date.parse(moments[i] as string)) / 1_000);

test('a reading is told every 5 s, and every second while someone looks', async () => {
  await pass(20_000);
  expect(gapsOf(all())).toEqual([5, 5, 5, 5]);
  readings.watch(30);
  await pass(20_000);
  expect(gapsOf(all()).slice(4)).toEqual(Array(20).fill(1));
  readings.watch(30);
  await pass(30_000);
  expect(gapsOf(all()).slice(24)).toEqual(Array(30).fill(1));
  await pass(20_000);
  expect(gapsOf(all()).slice(54)).toEqual([5, 5, 5, 5]);
});

test('a new look begins at once, and a rest ends it', async () => {
  await pass(1_000);
  readings.watch(30);
  clock.advance(0);
  await pass(2_000);
  expect(gapsOf(all())).toEqual([1, 1, 1]);
  readings.rest(clock.elapsed());
  await pass(11_000);
  expect(gapsOf(all()).slice(3)).toEqual([1, 5, 5]);
});

test('a driver that takes long is not asked all the time', async () => {
  await end();
  told = [];
  begin({ tookMs: 2_000 });
  readings.watch(1_000);
  await pass(40_000);
  expect(new Set(gapsOf(all()))).toEqual(new Set([4]));
});

test('a day without the platform, with a kill in the middle: what was kept arrives, each once, new ones meanwhile', async () => {
  await end();
  clock.advance(1_000);
  begin({ intervalMs: 15_000 });
  await pass(10_000);
  fate = () => OFFLINE;
  const online = told.length;
  await pass(12 * 3_600_000, 15_000);
  // A kill: nothing is stopped, and what is in memory is gone.
  fate = () => undefined;
  const dead = readings;
  kept.close();
  await dead.stop().catch(() => undefined);
  fate = () => OFFLINE;
  begin({ intervalMs: 15_000 });
  await pass(12 * 3_600_000, 15_000);

  const expected = inKept();
  expect(expected.length).toBeGreaterThan(limits.readings / 2);
  expect(expected.length).toBeLessThanOrEqual(limits.readings);
  expect(Math.max(...gapsOf(expected))).toBeLessThanOrEqual(320);
  expect((Date.parse(expected.at(-1)!) - Date.parse(expected[0]!)) / 3_600_000).toBeCloseTo(24, 1);

  fate = () => undefined;
  const returned = clock.now();
  readings.send();
  readings.watch(60);
  await pass(20_000);
  const back = told.slice(online);
  const isLive = (moments: string[]) => Date.parse(moments[0]!) >= returned;
  const late = back.filter((moments) => !isLive(moments));
  expect(late.flat()).toEqual(expected);
  expect(Math.max(...late.map(({ length }) => length))).toBeLessThanOrEqual(120);
  expect(gapsOf(back.filter(isLive).flat()).slice(0, 3)).toEqual([1, 1, 1]);
  // New ones came between the old ones.
  expect(back.findIndex(isLive)).toBeLessThan(back.findLastIndex((moments) => !isLive(moments)));
  expect([kept.count, new Set(all()).size]).toEqual([0, all().length]);
}, 60_000);

test('what the platform took, but could not say so, is told again and not lost', async () => {
  let answers = 0;
  fate = () => (answers++ < 4 ? TIMEOUT : undefined);
  await pass(60_000);
  expect(gapsOf([...new Set(all())].sort())).toEqual(Array(12).fill(5));
  expect(kept.count).toBe(0);
});

test('of many, one that is refused keeps the others from nothing', async () => {
  fate = () => OFFLINE;
  await pass(200_000);
  const expected = inKept();
  const [bad] = expected.slice(17);
  fate = (moments) => (moments.includes(bad as string) ? 'INVALID_INPUT' : undefined);
  readings.send();
  await pass(60_000);
  expect(all().filter((at) => expected.includes(at))).toEqual(expected.filter((at) => at !== bad));
  expect(kept.count).toBe(0);
});

test('one that is refused of those that waited costs no others', async () => {
  await pass(6_000);
  const bad = new Date(Date.parse(all()[0] as string) + 20_000).toISOString();
  fate = (moments) => (moments.includes(bad) ? 'INVALID_INPUT' : undefined);
  const slow = Promise.withResolvers<void>();
  answering = slow.promise;
  await pass(30_000);
  slow.resolve();
  await pass(60_000);
  expect(all()).not.toContain(bad);
  expect(gapsOf(all().sort()).filter((gap) => gap !== 5)).toEqual([10]);
  expect(kept.count).toBe(0);
});

test('readings of a clock that is wrong are warned of once', async () => {
  const warn = vi.spyOn(log, 'warn');
  fate = () => 'INVALID_INPUT';
  await pass(60_000);
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
});

test('what a stop finds untold is kept', async () => {
  fate = () => OFFLINE;
  await pass(11_000);
  await end();
  fate = () => undefined;
  begin();
  await pass(3_000);
  expect(new Set(all()).size).toBe(4);
});

test('what the disk does not let go of is told again, and forgotten once it does', async () => {
  fate = () => OFFLINE;
  await pass(11_000);
  fate = () => undefined;
  const remove = vi.spyOn(kept, 'remove').mockImplementation(() => {
    throw new Error('disk is full');
  });
  await pass(11_000);
  expect(remove).toHaveBeenCalled();
  expect(kept.count).toBeGreaterThan(0);
  remove.mockRestore();
  await pass(11_000);
  expect(kept.count).toBe(0);
});

test('a clock that is set back stops no readings', async () => {
  await pass(10_000);
  readings.watch(30);
  await pass(2_000);
  // While a reading is under way.
  const before = told.length;
  clock.advance(1_000);
  clock.set(-3_600_000);
  await pass(11_000);
  expect(told.length - before).toBeGreaterThanOrEqual(3);
  readings.watch(30);
  clock.set(-3_600_000);
  readings.watch(30);
  await pass(3_000);
  expect(gapsOf(all().slice(-3))).toEqual([1, 1]);
});

test('a reading that fails as nobody thought of is left out, and the next is taken', async () => {
  await pass(1_000);
  broken = true;
  await pass(5_000);
  broken = false;
  await pass(10_000);
  expect(gapsOf(all())).toEqual([10, 5]);
});
