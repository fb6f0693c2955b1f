import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommandError, createCommand, type Command } from './createCommand.ts';
import { createGpuMonitor } from './createGpuMonitor.ts';
import { COMMON_GPU_FIELDS, GPU_FIELDS } from './parseGpuRows.ts';

const help = GPU_FIELDS.map((field) => `"${field}" or "alias.of.${field}"\nWhat it means.\n`).join('\n');

/** An nvidia-smi that answers each query as told, in turn, and records what it was asked. */
function scripted(answers: (string | CommandError)[], helpText: string | CommandError = help) {
  const asked: string[] = [];
  const command: Command = async ([argument = '']) => {
    asked.push(argument);
    const answer = argument === '--help-query-gpu' ? helpText : answers.shift();
    if (answer instanceof CommandError) throw answer;
    return answer ?? '';
  };
  return { command, asked };
}

const row = (uuid: string, values: Record<string, string> = {}, fields: readonly string[] = GPU_FIELDS) =>
  fields.map((field) => ({ index: '0', uuid, name: 'NVIDIA L40S', ...values })[field] ?? '7').join(', ');

const failed = (exitCode: number, text: string) => new CommandError('FAILED', text, exitCode);

describe('what nvidia-smi is asked', () => {
  test('only the fields that the driver knows, after asking for them once', async () => {
    const known = GPU_FIELDS.filter((field) => field !== 'fan.speed');
    const text = known.map((field) => `"${field}"`).join('\n');
    const { command, asked } = scripted([row('GPU-a', {}, known), row('GPU-a', {}, known)], text);
    const monitor = createGpuMonitor(command);
    expect((await monitor()).gpus[0]?.sample).toMatchObject({ fanPercent: null, powerWatts: 7 });
    await monitor();
    expect(asked).toEqual(['--help-query-gpu', ...Array<string>(2).fill(`--query-gpu=${known.join(',')}`)]);
  });

  test('the fields that all drivers know, where it does not say', async () => {
    const { command, asked } = scripted([row('GPU-a', {}, COMMON_GPU_FIELDS)], failed(2, 'no such option'));
    expect((await createGpuMonitor(command)()).gpus).toHaveLength(1);
    expect(asked[1]).toBe(`--query-gpu=${COMMON_GPU_FIELDS.join(',')}`);
  });

  test('once for all who ask at the same time', async () => {
    const { command, asked } = scripted([row('GPU-a')]);
    const monitor = createGpuMonitor(command);
    const [first, second] = await Promise.all([monitor(), monitor()]);
    expect(second).toBe(first);
    expect(asked).toHaveLength(2);
  });
});

describe('bad days', () => {
  test('no nvidia-smi: no GPU, and no problem', async () => {
    const absent = new CommandError('ABSENT', 'nvidia-smi is not installed');
    expect(await createGpuMonitor(scripted([], absent).command)()).toEqual({ gpus: [], problem: null });
  });

  test('a driver without a GPU: no GPU, and no problem', async () => {
    const { command } = scripted([failed(6, 'No devices were found')]);
    expect(await createGpuMonitor(command)()).toEqual({ gpus: [], problem: null });
  });

  test('a GPU that falls off the bus is reported unread, with the reason, until it is back', async () => {
    const lost = 'nvidia-smi failed with 15: Unable to determine the device handle for GPU0000:01:00.0';
    const { command } = scripted([row('GPU-a'), failed(15, lost), row('GPU-a')]);
    const monitor = createGpuMonitor(command);
    const before = await monitor();
    const during = await monitor();
    expect(during.problem).toBe(lost);
    expect(during.gpus.map(({ gpu }) => gpu)).toEqual(before.gpus.map(({ gpu }) => gpu));
    expect(new Set(Object.values(during.gpus[0]?.sample ?? {}))).toEqual(new Set([null]));
    expect(await monitor()).toEqual(before);
  });
});

describe.skipIf(process.platform === 'win32')('a real process', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'nvidia-smi-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function program(body: string): Promise<string> {
    const path = join(folder, 'nvidia-smi');
    await writeFile(path, `#!/bin/sh\n${body}\n`);
    await chmod(path, 0o755);
    return path;
  }

  test('is read', async () => {
    const path = await program(
      `case "$1" in --help*) echo '"uuid" "index" "name"';; *) echo '0, GPU-a, Test';; esac`,
    );
    const { gpus, problem } = await createGpuMonitor(createCommand(path, 5_000))();
    expect(problem).toBeNull();
    expect(gpus[0]?.gpu).toMatchObject({ uuid: 'GPU-a', name: 'Test', memoryMiB: null });
  });

  test('that is not there is absent', async () => {
    const command = createCommand(join(folder, 'none'), 5_000);
    await expect(command([])).rejects.toMatchObject({ failure: 'ABSENT' });
  });

  test('that hangs is ended, and the next call works again', async () => {
    const command = createCommand(await program('[ "$1" = hang ] && exec sleep 600; echo well'), 300);
    const first = command(['hang']);
    await expect(command(['at once'])).rejects.toMatchObject({ failure: 'HUNG' });
    await expect(first).rejects.toMatchObject({ failure: 'HUNG' });
    await expect.poll(() => command([]).catch(() => 'still dying')).toBe('well\n');
  });

  test('that fails says how', async () => {
    const command = createCommand(await program('echo "Failed to initialize NVML"; exit 9'), 5_000);
    await expect(command([])).rejects.toMatchObject({
      failure: 'FAILED',
      exitCode: 9,
      message: expect.stringMatching(/failed with 9: Failed to initialize NVML$/),
    });
  });
});
