import { spawnSync } from 'node:child_process';
import { statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openAccount } from './setup/accounts.ts';
import { createWorker } from './setup/createWorker.ts';
import { eventually } from './setup/eventually.ts';
import { PlatformProcess } from './setup/PlatformProcess.ts';
import { realPicture } from './setup/pictures.ts';
import { askForPlace, put } from './setup/submitPicture.ts';
import { temporaryFolder } from './setup/temporaryFolder.ts';

const folder = temporaryFolder();
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder.path]).status === 0;
if (!mounted) console.warn('SKIPPED: a disk that fills up needs root and tmpfs.');

afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', folder.path]);
  folder[Symbol.dispose]();
});

test.skipIf(!mounted)(
  'a full disk is said so; the platform survives it and goes on when there is room',
  async () => {
    await using platform = new PlatformProcess(join(folder.path, 'data'), { CHECKER: 'off' });
    await platform.start();
    const owner = await openAccount(platform.url, 'owner');
    const before = await createWorker(owner.api, 'Before');

    const picture = await realPicture(640, 360);
    const place = await askForPlace(owner.api, picture.length);

    const filler = join(folder.path, 'filler');
    fill(filler);
    await expect(put(place, picture)).rejects.toThrow(/^507 .*DISK_FULL/s);
    // What the store has set aside beforehand may take a few more.
    const told = await eventually('an answer that there is no room', () =>
      createWorker(owner.api, 'During').then(
        () => undefined,
        (error: Error) => error.message,
      ),
    );
    expect(told).toMatch(/^DISK_FULL: /);
    expect(platform.lives).toBe(true);
    expect(await namesOf(owner.api)).toContain('Before');

    truncateSync(filler, 0);
    await createWorker(owner.api, 'After');
    await put(place, picture);
    expect(await namesOf(owner.api)).toEqual(expect.arrayContaining(['Before', 'After']));

    await platform.kill();
    await platform.start();
    expect(await namesOf(owner.api)).toEqual(expect.arrayContaining(['Before', 'After']));
    const { worker } = await owner.api.ask<{ worker: { name: string } }>(
      'query ($id: ID!) { worker(id: $id) { name } }',
      { id: before.id },
    );
    expect(worker.name).toBe('Before');
  },
);

/** Takes all room but what no file can take. */
function fill(path: string): void {
  const { bavail, bsize } = statfsSync(folder.path);
  writeFileSync(path, Buffer.alloc(bavail * bsize));
}

async function namesOf(api: Awaited<ReturnType<typeof openAccount>>['api']): Promise<string[]> {
  const { workers } = await api.ask<{ workers: { nodes: { name: string }[] } }>(
    '{ workers { nodes { name } } }',
  );
  return workers.nodes.map(({ name }) => name);
}
