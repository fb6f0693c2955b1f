import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aHost } from '../../test/aHost.ts';
import type { Reading } from './entries.ts';
import { KeptReadings } from './KeptReadings.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
  path = join(folder, 'readings.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

const start = Date.parse('2026-01-01T00:00:00Z');
const reading = (seconds: number): Reading => ({
  at: new Date(start + seconds * 1_000).toISOString(),
  gpus: [],
  host: aHost,
});
const secondsOf = (readings: readonly Reading[]) =>
  readings.map(({ at }) => (Date.parse(at) - start) / 1_000);
const all = (kept: KeptReadings) => secondsOf(kept.oldest(100_000, Infinity));
const gapsOf = (seconds: readonly number[]) =>
  seconds.slice(1).map((each, i) => each - (seconds[i] as number));

test('readings come oldest first, each once, and outlive the process', () => {
  const kept = new KeptReadings(path);
  kept.add([reading(10), reading(5)]);
  kept.add([reading(5), reading(15)]);
  kept.close();
  const again = new KeptReadings(path);
  expect(again.count).toBe(3);
  expect(again.oldest(2, Infinity)).toEqual([reading(5), reading(10)]);
  again.remove([reading(5), reading(5), reading(99)]);
  expect([again.count, all(again)]).toEqual([2, [10, 15]]);
  again.close();
});

test('as many as fit are told at once, but one always', () => {
  const kept = new KeptReadings(path);
  kept.add([reading(0), reading(5), reading(10)]);
  const { length } = JSON.stringify(reading(0));
  expect(kept.oldest(9, 2 * length)).toHaveLength(2);
  expect(kept.oldest(9, 1)).toHaveLength(1);
  kept.close();
});

test('a day is covered from end to end: the last hour whole, before it one of two, then one of four', () => {
  const kept = new KeptReadings(path);
  for (let minute = 0; minute < 1_440; minute += 10)
    kept.add(Array.from({ length: 120 }, (_, i) => reading(minute * 60 + i * 5)));
  const seconds = all(kept);
  expect([seconds.length <= 6_000, seconds.length > 5_800, kept.count]).toEqual([true, true, seconds.length]);
  expect([seconds[0], seconds.at(-1)]).toEqual([0, 86_395]);
  const gaps = gapsOf(seconds);
  expect(new Set(gaps.slice(-719))).toEqual(new Set([5]));
  expect([...new Set(gaps)].sort((a, b) => b - a)).toEqual([20, 10, 5]);
  // What is older is never told in more detail than what is younger.
  expect(gaps.slice(0, -719).every((gap, i, before) => gap <= (before[i - 1] ?? Infinity))).toBe(true);
  kept.close();
});

test('two weeks are covered too, and large readings count by their size', () => {
  const kept = new KeptReadings(path, { readings: 500, bytes: 40_000 });
  for (let i = 0; i < 14_000; i += 100)
    kept.add(Array.from({ length: 100 }, (_, j) => reading((i + j) * 60)));
  const seconds = all(kept);
  const { length } = JSON.stringify(reading(0));
  expect(seconds.length).toBeLessThanOrEqual(40_000 / length);
  expect(seconds.length).toBeGreaterThan(40_000 / length / 2);
  expect([seconds[0], seconds.at(-1)]).toEqual([0, 13_999 * 60]);
  expect(Math.max(...gapsOf(seconds))).toBeLessThanOrEqual((2 * 60 * 14_000) / 100);
  kept.close();
});

test('a process killed right after keeping has lost nothing', async () => {
  const script = `
    const { KeptReadings } = await import(${JSON.stringify(new URL('KeptReadings.ts', import.meta.url).href)});
    new KeptReadings(process.argv[1]).add([${JSON.stringify(reading(5))}]);
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, path], { stdio: 'inherit' });
  await once(child, 'exit');
  // What a write that was cut off leaves behind.
  await appendFile(`${path}-wal`, (await readFile(`${path}-wal`)).subarray(32, 1_000));
  const kept = new KeptReadings(path);
  expect(all(kept)).toEqual([5]);
  kept.close();
});

test('a damaged file is begun anew, and one that cannot be is kept in memory', async () => {
  await writeFile(path, 'this is no database, though it is longer than a header'.repeat(50));
  const anew = new KeptReadings(path);
  anew.add([reading(0)]);
  expect(anew.count).toBe(1);
  anew.close();
  const nowhere = new KeptReadings(join(folder, 'no', 'such', 'folder.sqlite'));
  nowhere.add([reading(0)]);
  expect(nowhere.count).toBe(1);
  nowhere.close();
});

test('a file of which only the content is damaged is begun anew too', async () => {
  const kept = new KeptReadings(path);
  kept.add(Array.from({ length: 500 }, (_, i) => reading(i)));
  kept.close();
  const bytes = await readFile(path);
  await writeFile(path, bytes.fill(0xa5, 3 * 4_096));
  const anew = new KeptReadings(path);
  expect(anew.count).toBe(0);
  anew.close();
});

test('a file that others hold keeps what is in it', () => {
  const kept = new KeptReadings(path);
  kept.add([reading(5)]);
  kept.close();
  const other = new DatabaseSync(path);
  other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  const meanwhile = new KeptReadings(path);
  meanwhile.add([reading(10)]);
  expect(all(meanwhile)).toEqual([10]);
  meanwhile.close();
  other.close();
  const again = new KeptReadings(path);
  expect(all(again)).toEqual([5]);
  again.close();
});
