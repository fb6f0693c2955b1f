import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeClock } from '../../../test/FakeClock.ts';
import { BlenderInstallation } from './BlenderInstallation.ts';

let folder: string;
let clock: FakeClock;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'installation-'));
  clock = new FakeClock();
  await mkdir(join(folder, 'bin'));
  await symlink('/bin/sh', join(folder, 'bin/sh'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** A program that answers as Blender answers our probe, and counts how often it was asked. */
async function install(answer: string): Promise<string> {
  const path = join(folder, 'blender');
  await writeFile(path, `#!/bin/sh\nread nonce\necho x >> ${folder}/asked\n${answer}\n`);
  await chmod(path, 0o755);
  return path;
}

const works = (devices: object) => `echo "$nonce "'${JSON.stringify({ version: '4.2.1', devices })}'`;

async function asked(): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  return (await readFile(join(folder, 'asked'), 'utf8').catch(() => '')).split('x').length - 1;
}

describe.skipIf(process.platform !== 'linux')('a Blender', () => {
  const open = () => new BlenderInstallation({ insistWithoutSandbox: true, clock });

  test('that works is tried once, by the fastest kind of GPU that it finds, until it changes', async () => {
    const path = await install(works({ CUDA: ['A', 'B'], OPTIX: ['A', 'B'] }));
    await mkdir(join(folder, '4.2/scripts'), { recursive: true });
    vi.stubEnv('PICTOR_BLENDER', path);
    const installation = open();
    const [state] = await Promise.all([installation.look(), installation.look(), installation.look()]);
    expect(state).toMatchObject({
      usable: true,
      blender: {
        path,
        folder,
        version: '4.2.1',
        gpus: { type: 'OPTIX', count: 2 },
        sandbox: { name: 'none' },
      },
    });
    clock.advance(86_400_000);
    await installation.look();
    expect(await asked()).toBe(1);
    await utimes(path, new Date(0), new Date(0));
    await installation.look();
    expect(await asked()).toBe(2);
  });

  test('that the owner has set is used before the one of the environment, from then on', async () => {
    const path = await install(works({}));
    await mkdir(join(folder, '4.2/scripts'), { recursive: true });
    vi.stubEnv('PICTOR_BLENDER', join(folder, 'nothing'));
    let named: string | null = null;
    const options = { insistWithoutSandbox: true, clock, named: () => named };
    const installation = new BlenderInstallation(options);
    expect(await installation.look()).toMatchObject({ usable: false });
    named = path;
    expect(await installation.look()).toMatchObject({ usable: true, blender: { path } });
  });

  test('that finds no GPU at first is tried again when one shows itself, and from time to time', async () => {
    const path = await install(
      `[ -e ${folder}/busy ] && exit 1\n[ -e ${folder}/gpu ] && ${works({ CUDA: ['A'] })} || ${works({})}`,
    );
    await mkdir(join(folder, '4.2/scripts'), { recursive: true });
    await mkdir(join(folder, 'dev/dri'), { recursive: true });
    vi.stubEnv('PICTOR_BLENDER', path);
    const devices = join(folder, 'dev');
    const installation = new BlenderInstallation({ insistWithoutSandbox: true, clock, devices });
    const gpus = async () => {
      const state = await installation.look();
      return state.usable && state.blender.gpus;
    };
    expect([await gpus(), await gpus(), await asked()]).toEqual([null, null, 1]);
    clock.advance(86_400_000);
    expect([await gpus(), await asked()], 'no device, no GPU to look for').toEqual([null, 1]);
    await writeFile(join(folder, 'dev/dri/renderD128'), '');
    expect([await gpus(), await gpus(), await asked()]).toEqual([null, null, 2]);
    clock.advance(60_000);
    expect([await gpus(), await gpus(), await asked()]).toEqual([null, null, 3]);
    await writeFile(join(folder, 'busy'), '');
    clock.advance(120_000);
    expect([await gpus(), await asked()]).toEqual([null, 4]);
    await rm(join(folder, 'busy'));
    await writeFile(join(folder, 'gpu'), '');
    await writeFile(join(folder, 'dev/nvidia0'), '');
    expect([await gpus(), await asked()]).toEqual([{ type: 'CUDA', count: 1 }, 5]);
    clock.advance(86_400_000);
    await writeFile(join(folder, 'dev/tty1'), '');
    expect([await gpus(), await asked()]).toEqual([{ type: 'CUDA', count: 1 }, 5]);
    installation.doubt();
    expect([await gpus(), await asked()]).toEqual([{ type: 'CUDA', count: 1 }, 6]);
  });

  test('that does not run is tried again from time to time, and says why', async () => {
    vi.stubEnv('PICTOR_BLENDER', await install('echo "libX11.so.6: no such file" >&2; exit 127'));
    await mkdir(join(folder, '4.2/scripts'), { recursive: true });
    const installation = open();
    expect(await installation.look()).toEqual({
      usable: false,
      reason: expect.stringContaining('libX11.so.6: no such file'),
    });
    await installation.look();
    clock.advance(59_000);
    await installation.look();
    expect(await asked()).toBe(1);
    clock.advance(1_000);
    await installation.look();
    clock.advance(119_000);
    await installation.look();
    expect(await asked()).toBe(2);
    clock.advance(1_000);
    await installation.look();
    expect(await asked()).toBe(3);
  });

  test('that is missing, misnamed or lies among other files is said so', async () => {
    vi.stubEnv('PATH', join(folder, 'bin'));
    vi.stubEnv('PICTOR_BLENDER', '');
    expect(await open().look()).toMatchObject({
      usable: false,
      reason: expect.stringMatching(/settings blender/),
    });
    vi.stubEnv('PICTOR_BLENDER', join(folder, 'nothing'));
    expect(await open().look()).toMatchObject({ usable: false, reason: expect.stringMatching(/no program/) });
    vi.stubEnv('PICTOR_BLENDER', await install(works({})));
    expect(await open().look()).toMatchObject({
      usable: false,
      reason: expect.stringMatching(/folder of its own/),
    });
  });

  test('without a sandbox is not used, and it is said how to mend that', async () => {
    vi.stubEnv('PATH', join(folder, 'bin'));
    vi.stubEnv('PICTOR_BLENDER', await install(works({})));
    await mkdir(join(folder, '4.2/scripts'), { recursive: true });
    const strict = new BlenderInstallation({ insistWithoutSandbox: false, clock });
    expect(await strict.look()).toMatchObject({
      usable: false,
      reason: expect.stringMatching(/apt install bubblewrap.*--insist-without-sandbox/),
    });
    await writeFile(
      join(folder, 'bin/bwrap'),
      '#!/bin/sh\necho "setting up uid map: Permission denied" >&2; exit 1\n',
    );
    await chmod(join(folder, 'bin/bwrap'), 0o755);
    expect(await strict.look()).toMatchObject({
      usable: false,
      reason: expect.stringMatching(/uid map: Permission denied.*AppArmor/),
    });
    expect(await asked()).toBe(0);
  });
});
