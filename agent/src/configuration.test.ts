import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
const valid = {
  version: 1,
  gateway: 'http://127.0.0.1:4000/graphql',
  workerId: 'w1',
  workerName: 'Attic',
  enrolmentToken: 'secret',
  expiresAt: '2026-01-02T00:00:00.000Z',
};

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'configuration-'))));
afterAll(() => rm(folder, { recursive: true }));

async function read(content: unknown) {
  const path = join(folder, 'worker.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readConfiguration(path, now);
}

test('a configuration is read', async () => {
  expect(await read(valid)).toEqual(valid);
});

test('every problem is named at once, and no secret with it', async () => {
  const failure = read({
    ...valid,
    version: 2,
    gateway: 'ftp://x',
    workerId: '',
    workerName: 7,
    expiresAt: 'soon',
  });
  const { code, message } = await failure.catch((error) => error);
  expect(code).toBe('CONFIGURATION_INVALID');
  expect(message.split('\n').slice(1)).toEqual([
    '  version must be 1; a newer file needs a newer agent',
    '  gateway must be an http or https address',
    '  workerId must not be empty',
    '  workerName must be text',
    '  expiresAt must be a moment in ISO 8601',
  ]);
  expect(message).not.toContain('secret');
});

test.each([
  ['no JSON', 'hello', /it is not JSON/],
  ['no object', '[]', /the file must be a JSON object/],
  ['nothing', '{}', /workerId is missing/],
  ['a password in the address', { ...valid, gateway: 'http://me:pw@host/graphql' }, /user name/],
  ['a huge file', ' '.repeat(70_000), /too large/],
])('%s is refused', async (_, content, message) => {
  await expect(read(content)).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
    message: expect.stringMatching(message),
  });
});

test('an ended configuration says what to do', async () => {
  await expect(read({ ...valid, expiresAt: '2025-12-31T23:59:59Z' })).rejects.toMatchObject({
    code: 'CONFIGURATION_EXPIRED',
    message: expect.stringContaining('Make a new configuration for Attic'),
  });
});

test('a missing file is named', async () => {
  await expect(readConfiguration(join(folder, 'none.json'), now)).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
    message: expect.stringContaining('none.json'),
  });
});
