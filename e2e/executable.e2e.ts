import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageAgent } from '../agent/package/packageAgent.ts';
import { InstalledPackages } from '../agent/package/PackageStore.ts';
import { targets } from '../agent/package/targets.ts';
import { openAccount, openOperator } from './setup/accounts.ts';
import { hasBlender, makeScene } from './setup/blender.ts';
import { createWorker } from './setup/createWorker.ts';
import { eventually } from './setup/eventually.ts';
import { expectPaidOnce } from './setup/expectPaidOnce.ts';
import { openPlatform } from './setup/openPlatform.ts';
import { payIn } from './setup/payIn.ts';
import { stillLife } from './setup/pictures.ts';
import { readJob } from './setup/readJob.ts';
import { submitPicture } from './setup/submitPicture.ts';
import { submitScene } from './setup/submitScene.ts';
import { temporaryFolder } from './setup/temporaryFolder.ts';

const root = resolve(import.meta.dirname, '..');
const target = targets.find(({ os, cpu }) => os === process.platform && cpu === process.arch);

describe.skipIf(!target || process.platform !== 'linux')('the single executable', () => {
  const folder = temporaryFolder();
  const made = join(folder.path, 'made');
  beforeAll(async () => {
    const packages = () => new InstalledPackages(root);
    await packageAgent({ targets: [target!], folder: made, packages, say: () => {} });
    return () => folder[Symbol.dispose]();
  }, 300_000);

  test('is downloaded, takes a configuration and earns, with nothing else on its machine', async () => {
    await using platform = await openPlatform({ checker: true, downloadDir: made });
    const owner = await openAccount(platform.url, 'owner');
    await payIn(await openOperator(platform), owner.id);

    const program = join(folder.path, 'pictor-worker');
    const answer = await fetch(`${platform.url}/download/${target!.file}`);
    writeFileSync(program, Buffer.from(await answer.arrayBuffer()), { mode: 0o755 });
    const { configuration } = await createWorker(owner.api, 'Attic');
    writeFileSync(join(folder.path, 'attic.json'), configuration);
    // Blender and its sandbox are the system's; whatever npm installed is not in reach.
    const run = (...args: string[]) =>
      spawn(program, args, {
        cwd: folder.path,
        env: { HOME: folder.path, PATH: hasBlender ? '/usr/bin' : '' },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    expect(await once(run('import', 'attic.json'), 'close')).toEqual([0, null]);
    const agent = run('start');
    let said = '';
    agent.stderr.on('data', (text) => (said += String(text)));
    try {
      const isDone = (id: string) => async () => (await readJob(owner.api, id)).state === 'DONE';
      const picture = await submitPicture(owner.api, readFileSync(stillLife));
      await eventually('the picture is upscaled', isDone(picture), 150_000);
      await expectPaidOnce(owner, picture);
      if (hasBlender) {
        const scene = await submitScene(owner.api, await makeScene(folder.path), { frameEnd: 1 });
        await eventually('the scene is rendered', isDone(scene), 150_000);
      }
    } finally {
      const ended = once(agent, 'exit');
      agent.kill('SIGTERM');
      await ended;
    }
    expect(said).toBe('');
    expect(agent.exitCode).toBe(0);
  });
});
