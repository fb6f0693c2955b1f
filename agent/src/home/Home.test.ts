import { spawn } from 'node:child_process';
import { sign, verify, createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { Home, publicKeyOf } from './Home.ts';
import { isHomeLocked, lockHome } from './lockHome.ts';
import { readStatus, StatusWriter } from './statusFile.ts';
import { writeFileAtomically } from './writeFileAtomically.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'home-'))));
afterEach(() => rm(folder, { recursive: true }));

const enrolment = {
  version: 1 as const,
  gateway: 'http://127.0.0.1:4000/graphql',
  workerId: 'w1',
  workerName: 'Attic',
  credential: 'secret',
};

describe('the home folder', () => {
  test('keeps the enrolment and the key across openings, for its owner alone', async () => {
    const path = join(folder, 'new/home');
    const first = Home.open(path);
    expect(await first.readEnrolment()).toBeUndefined();
    await first.writeEnrolment(enrolment);
    const key = await first.key();
    const again = Home.open(path);
    expect(await again.readEnrolment()).toEqual(enrolment);
    expect(publicKeyOf(await again.key())).toBe(publicKeyOf(key));
    if (process.platform !== 'win32') {
      expect((await stat(path)).mode & 0o777).toBe(0o700);
      for (const name of ['worker.json', 'key.pem'])
        expect((await stat(join(path, name))).mode & 0o777).toBe(0o600);
    }
  });

  test('the public key is SPKI in base64 and verifies what the key signs', async () => {
    const key = await Home.open(folder).key();
    const spki = createPublicKey({
      key: Buffer.from(publicKeyOf(key), 'base64'),
      format: 'der',
      type: 'spki',
    });
    const data = Buffer.from('result:a:b');
    expect(spki.asymmetricKeyType).toBe('ed25519');
    expect(verify(null, data, spki, sign(null, data, key))).toBe(true);
  });

  test.each(['worker.json', 'key.pem'])('a damaged %s is named, never overwritten', async (name) => {
    const home = Home.open(folder);
    await writeFile(join(folder, name), '{"version": 1, "gate');
    const read = name === 'key.pem' ? home.key() : home.readEnrolment();
    await expect(read).rejects.toMatchObject({
      code: 'HOME_UNUSABLE',
      message: expect.stringContaining(name),
    });
  });

  test('a folder that cannot be made is named', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(() => Home.open(join(folder, 'file/home'))).toThrow(
      expect.objectContaining({ code: 'HOME_UNUSABLE' }),
    );
  });

  test('a failed write leaves the old content and no rubbish', async () => {
    const path = join(folder, 'state');
    await writeFileAtomically(path, 'old', true);
    await rm(path);
    await Promise.all([writeFile(join(folder, 'other'), ''), Home.open(join(path))]);
    await expect(writeFileAtomically(path, 'new', true)).rejects.toThrow();
    expect((await readdir(folder)).sort()).toEqual(['other', 'state']);
  });
});

describe('the lock', () => {
  const holder = `
    const { lockHome } = await import(${JSON.stringify(new URL('lockHome.ts', import.meta.url).href)});
    try { lockHome(process.argv[1]); console.log('locked'); setInterval(() => {}, 1e6); }
    catch (error) { console.log(error.code); }`;

  async function start() {
    const child = spawn(process.execPath, ['--input-type=module', '-e', holder, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return { said: line.toString().trim(), child };
  }

  test('a second agent is refused, and a killed one leaves no lock behind', async () => {
    expect(isHomeLocked(folder)).toBe(false);
    const first = await start();
    expect(first.said).toBe('locked');
    expect(isHomeLocked(folder)).toBe(true);
    expect(() => lockHome(folder)).toThrow(expect.objectContaining({ code: 'HOME_IN_USE' }));
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    expect(isHomeLocked(folder)).toBe(false);
    lockHome(folder)();
  });

  test('of many that start at once, one runs', async () => {
    const all = await Promise.all([start(), start(), start()]);
    for (const { child } of all) child.kill('SIGKILL');
    expect(all.map(({ said }) => said).sort()).toEqual(['HOME_IN_USE', 'HOME_IN_USE', 'locked']);
  });

  test('looking whether it is locked makes nothing', async () => {
    expect(isHomeLocked(folder)).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the status', () => {
  const status = {
    pid: 7,
    startedAt: '2026-01-01T00:00:00.000Z',
    worker: { id: 'w1', name: 'Attic' },
    gateway: 'http://127.0.0.1:4000/graphql',
    connection: 'CONNECTING' as const,
    heardAt: null,
    intent: 'RUN' as const,
    holds: [],
    tasks: [],
    mining: { on: false, why: null, program: null, gpus: [] },
    unacknowledged: 0,
    terms: null,
    lastError: null,
  };

  test('many changes at once are one write, and the last one counts', async () => {
    const clock = new FakeClock();
    const path = join(folder, 'status.json');
    const told: string[] = [];
    const writer = new StatusWriter(
      path,
      clock,
      status,
      () => expect.unreachable(),
      ({ connection }) => told.push(connection),
    );
    for (let unacknowledged = 0; unacknowledged <= 50; unacknowledged++) writer.update({ unacknowledged });
    clock.advance(500);
    writer.update({ connection: 'ONLINE' });
    await writer.close();
    expect(await readStatus(path)).toEqual({
      ...status,
      unacknowledged: 50,
      connection: 'ONLINE',
      updatedAt: '2026-01-01T00:00:00.500Z',
    });
    expect(told).toEqual(['CONNECTING', 'CONNECTING', 'ONLINE']);
  });

  test('a disk that refuses it stops nothing', async () => {
    const errors: unknown[] = [];
    const writer = new StatusWriter(
      join(folder, 'absent/status.json'),
      new FakeClock(),
      status,
      (e) => errors.push(e),
      () => undefined,
    );
    await writer.close();
    expect(errors).toHaveLength(1);
  });

  test('rubbish is no status', async () => {
    await writeFile(join(folder, 'status.json'), '{"pid": "x"}');
    expect(await readStatus(join(folder, 'status.json'))).toBeUndefined();
    expect(await readStatus(join(folder, 'none.json'))).toBeUndefined();
  });
});
