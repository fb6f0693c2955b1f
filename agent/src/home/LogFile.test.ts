import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LogFile } from './LogFile.ts';

let folder: string;

beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'log-'))));
afterEach(() => rm(folder, { recursive: true }));

test('lines are added for the owner alone, and the file stays bounded', async () => {
  const path = join(folder, 'log.jsonl');
  const log = new LogFile(path, 100);
  for (let n = 0; n < 100; n++) log.write(`line ${n}\n`);
  new LogFile(path, 100).write('the next run\n');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const all = (await readFile(LogFile.before(path), 'utf8')) + (await readFile(path, 'utf8'));
  expect(all.length).toBeLessThan(230);
  expect(all).toMatch(/line 98\nline 99\nthe next run\n$/);
});

test('a folder that is gone stops nothing', () => {
  new LogFile(join(folder, 'absent/log.jsonl')).write('line\n');
});
