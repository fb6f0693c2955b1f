import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { History, type PastAttempt } from './History.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'history-'));
  path = join(folder, 'history.sqlite');
});

afterEach(() => rm(folder, { recursive: true }));

const start = Date.parse('2026-01-01T00:00:00Z');
const sample = (seconds: number) => ({ at: new Date(start + seconds * 1_000).toISOString(), gpus: [] });
const attempt = (n: number): PastAttempt => ({
  attemptId: `job.0.${n}`,
  taskId: 'job.0',
  kind: 'UPSCALE',
  check: false,
  beganAt: '2026-01-01T00:00:00.000Z',
  seconds: n,
  outcome: 'DONE',
  reason: null,
  reward: '7073',
});

test('readings of the last 15 minutes outlive a restart, older ones do not', () => {
  const history = new History(path);
  for (let seconds = 0; seconds <= 1_200; seconds += 5) history.addSample(sample(seconds));
  history.close();
  const again = new History(path);
  const samples = again.samples(start + 1_200_000);
  expect(samples).toHaveLength(181);
  expect(samples[0]).toEqual(sample(300));
  expect(again.samples(start + 1_500_000)).toHaveLength(121);
  again.close();
});

test('the last 200 attempts are kept, the latest first', () => {
  const history = new History(path);
  for (let n = 0; n < 250; n++) history.addAttempt(attempt(n));
  history.close();
  const again = new History(path);
  expect(again.attempts()).toHaveLength(200);
  expect(again.attempts()[0]).toEqual(attempt(249));
  again.close();
});

test('a damaged file is begun anew', async () => {
  await writeFile(path, 'no database at all, whatever its name says');
  const history = new History(path);
  expect(history.attempts()).toEqual([]);
  history.close();
});

test('where no file can be made it is kept in memory', () => {
  const history = new History(join(folder, 'absent/history.sqlite'));
  history.addAttempt(attempt(1));
  expect(history.attempts()).toHaveLength(1);
  history.close();
});
