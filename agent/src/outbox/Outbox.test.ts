import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import type { Result } from './entries.ts';
import { Outbox } from './Outbox.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outbox-'));
  path = join(folder, 'outbox.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

const result = (attemptId: string): Result => ({
  attemptId,
  taskId: 't',
  token: 'fence',
  path: '/tmp/result.png',
  sizeBytes: 1,
  sha256: '00',
  signature: 'sig',
});

test('entries come in order, each kind on its own, and outlive the process', () => {
  const clock = new FakeClock();
  const outbox = new Outbox(path, clock);
  outbox.add('result', 'b', result('b'));
  outbox.add('failure', 'x', { attemptId: 'x', token: 'fence', code: 'ENGINE_HUNG', reason: 'It hung.' });
  outbox.add('result', 'a', result('a'));
  outbox.close();
  const again = new Outbox(path, clock);
  expect(again.first('result', 10)).toEqual([
    { id: 'b', payload: result('b'), createdAt: clock.now() },
    { id: 'a', payload: result('a'), createdAt: clock.now() },
  ]);
  expect(again.first('result', 1).map(({ id }) => id)).toEqual(['b']);
  expect(again.count('failure')).toBe(1);
  again.remove('result', 'b');
  again.remove('result', 'b');
  expect(again.first('result', 10).map(({ id }) => id)).toEqual(['a']);
  again.close();
});

test('what is added twice is told once, as it was first', () => {
  const outbox = new Outbox(path, new FakeClock());
  outbox.add('result', 'a', result('a'));
  outbox.add('result', 'a', { ...result('a'), token: 'other' });
  expect(outbox.first('result', 10).map(({ payload }) => payload.token)).toEqual(['fence']);
  outbox.close();
});

test('a process killed right after adding has lost nothing', async () => {
  const script = `
    const { Outbox } = await import(${JSON.stringify(new URL('Outbox.ts', import.meta.url).href)});
    const outbox = new Outbox(process.argv[1], { now: () => 1 });
    outbox.add('result', 'a', ${JSON.stringify(result('a'))});
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, path], { stdio: 'inherit' });
  await once(child, 'exit');
  const outbox = new Outbox(path, new FakeClock());
  expect(outbox.first('result', 10).map(({ id }) => id)).toEqual(['a']);
  outbox.close();
});

test('a full disk is said to be one, and what was there stays', () => {
  new Outbox(path, new FakeClock()).close();
  const small = new DatabaseSync(path);
  const { page_count: pages } = small.prepare('PRAGMA page_count').get() as { page_count: number };
  small.close();
  const outbox = new Outbox(path, new FakeClock(), pages + 2);
  outbox.add('result', 'a', result('a'));
  const large = { attemptId: 'x', token: 'fence', code: 'ENGINE_FAILED', reason: 'because '.repeat(10_000) };
  expect(() => outbox.add('failure', 'x', large)).toThrow(expect.objectContaining({ code: 'DISK_FULL' }));
  expect(outbox.count('failure')).toBe(0);
  outbox.add('result', 'b', result('b'));
  expect(outbox.first('result', 10).map(({ id }) => id)).toEqual(['a', 'b']);
  outbox.close();
});

test('a damaged file is named', async () => {
  await writeFile(path, 'this is no database, though it is longer than a header'.repeat(50));
  expect(() => new Outbox(path, new FakeClock())).toThrow(
    expect.objectContaining({ code: 'HOME_UNUSABLE', message: expect.stringContaining(path) }),
  );
});
