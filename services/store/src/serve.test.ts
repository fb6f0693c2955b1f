import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { temporaryDirectory } from './engine/testing/temporaryEngine.ts';

const PROGRAM = new URL('./serve.ts', import.meta.url).pathname;

function run(...args: string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const errors = child.stderr.setEncoding('utf8').toArray();
  return { child, ended: once(child, 'exit'), errors };
}

test('serves a file alone and says where, until it is told to stop', async () => {
  const file = join(temporaryDirectory(), 'alone.sqlite');
  for (const [signal, count] of [
    ['SIGTERM', 1],
    ['SIGINT', 2],
  ] as const) {
    const { child, ended } = run('--port', '0', '--data', file);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    expect(line.toString()).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/test\?directConnection=true\n$/);
    const client = new MongoClient(line.toString().trim());
    await client.db().collection('c').insertOne({});
    expect(await client.db('test').collection('c').countDocuments()).toBe(count);
    await client.close();
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
  }
  expect(existsSync(file)).toBe(true);
});

test.each([
  [[], '--port must be a number'],
  [['--port', 'x'], '--port must be a number'],
  [['--port', '70000'], '--port must be a number'],
  [['--port', '0', '--nonsense'], `Unknown option '--nonsense'`],
])('%j is refused with the usage', async (args, message) => {
  const { ended, errors } = run(...args);
  expect(await ended).toEqual([2, null]);
  const text = (await errors).join('');
  expect(text).toContain(message);
  expect(text).toContain('usage: npm run store');
});
