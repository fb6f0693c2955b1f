import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asOrdinaryUser, hasBubbles } from '../../test/bubbles.ts';
import { burrow } from '../../test/burrow.ts';
import { measureFolder } from './measureFolder.ts';
import { removeFolder } from './removeFolder.ts';
import { runSupervised } from './runSupervised.ts';

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'supervised-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const run = (script: string) =>
  runSupervised(
    { file: '/bin/sh', args: ['-c', script], env: { PATH: '/usr/bin:/bin' } },
    {
      input: '',
      priority: 0,
      onLine: () => true,
      silenceLimitMs: () => Infinity,
      wallLimitMs: Infinity,
      killGraceMs: 2_000,
      mostMemoryBytes: Infinity,
      mostProcesses: 8,
      folder: { path: folder, mostBytes: 1024 ** 3 },
      signal: new AbortController().signal,
    },
  );

test.skipIf(process.platform === 'win32')(
  'what is written where it cannot be measured ends a program, and is removed all the same',
  async () => {
    const ended = run(`${burrow(folder)}; exec sleep 600`);
    await expect(ended).rejects.toMatchObject({ code: 'ENGINE_EXCEEDED' });
    await removeFolder(folder);
    expect(await isThere(folder)).toBe(false);
  },
);

test.skipIf(process.platform === 'win32')('what is gone takes nothing', async () => {
  expect(await measureFolder(join(folder, 'none'))).toBe(0);
  await removeFolder(join(folder, 'none'));
  await mkdir(join(folder, 'some'));
  await promisify(execFile)('/bin/sh', ['-c', `head -c 100000 /dev/zero > ${folder}/some/file`]);
  expect(await measureFolder(folder)).toBeGreaterThanOrEqual(100_000);
});

test.skipIf(!hasBubbles)('a folder that is closed to its owner is no way round the bound', async () => {
  const module = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const said = await asOrdinaryUser(`
    mkdir -p ${folder}/shut/in ${folder}/blind; touch ${folder}/shut/in/file ${folder}/blind/file
    chmod 000 ${folder}/shut/in; chmod 000 ${folder}/shut; chmod 400 ${folder}/blind
    '${process.execPath}' --input-type=module -e "$(cat <<'END'
      const { measureFolder } = await import(${module('measureFolder.ts')});
      const { removeFolder } = await import(${module('removeFolder.ts')});
      for (const name of ['shut', 'blind']) console.log(await measureFolder('${folder}/' + name));
      await removeFolder('${folder}');
END
    )"`);
  expect(said.trim().split('\n')).toEqual(['Infinity', 'Infinity']);
  expect(await isThere(folder)).toBe(false);
});
