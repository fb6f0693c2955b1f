import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { StandInNvidiaSmi } from '../../test/StandInNvidiaSmi.ts';
import { CommandError, createCommand, type Command } from './createCommand.ts';
import { createGpuMonitor } from './createGpuMonitor.ts';
import { NOTHING_TOLD, type GpuMonitor } from './GpuReading.ts';
import { COMMON_GPU_FIELDS, GPU_FIELDS } from './parseGpuRows.ts';

const help = GPU_FIELDS.map((field) => `"${field}" or "alias.of.${field}"\nWhat it means.\n`).join('\n');
const banner = '| NVIDIA-SMI 590.48.01    Driver Version: 590.48.01    CUDA Version: 13.1 |';
const absent = new CommandError('ABSENT', 'it is not installed');

let clock: FakeClock;
beforeEach(() => (clock = new FakeClock()));

/** An nvidia-smi that answers each query as told, in turn, and records what it was asked. */
function scripted(answers: (string | CommandError)[], helpText: string | CommandError = help) {
  const asked: string[] = [];
  const command: Command = async ([argument = 'banner']) => {
    asked.push(argument);
    const answer = { '--help-query-gpu': helpText, banner }[argument] ?? answers.shift();
    if (answer instanceof CommandError) throw answer;
    return answer ?? '';
  };
  return { command, asked };
}

const never: Command = async () => {
  throw absent;
};
const monitorOf = (nvidiaSmi: Command, rocmSmi = never): GpuMonitor =>
  createGpuMonitor({ nvidiaSmi, rocmSmi, clock });

const row = (uuid: string, values: Record<string, string> = {}, fields: readonly string[] = GPU_FIELDS) =>
  fields
    .map(
      (field) =>
        ({ index: '0', uuid, name: 'NVIDIA L40S', 'pci.bus_id': '00000000:01:00.0', ...values })[field] ??
        '7',
    )
    .join(', ');
const two = [row('GPU-a'), row('GPU-b', { index: '1', 'pci.bus_id': '00000000:02:00.0' })] as const;

const failed = (exitCode: number, text: string) =>
  new CommandError('FAILED', `nvidia-smi failed with ${exitCode}: ${text}`, exitCode, text);
const statesOf = async (monitor: GpuMonitor) =>
  (await monitor()).gpus.map(({ gpu, sample }) => `${gpu.uuid} ${sample.state} ${sample.utilizationPercent}`);

describe('what nvidia-smi is asked', () => {
  test('only the fields that the driver knows, after asking for them once, and for its CUDA once', async () => {
    const known = GPU_FIELDS.filter((field) => field !== 'fan.speed');
    const text = known.map((field) => `"${field}"`).join('\n');
    const { command, asked } = scripted([row('GPU-a', {}, known), row('GPU-a', {}, known)], text);
    const monitor = monitorOf(command);
    const [first] = (await monitor()).gpus;
    expect(first).toMatchObject({
      gpu: { compute: 'CUDA 13.1' },
      sample: { fanPercent: null, powerWatts: 7 },
    });
    await monitor();
    const query = `--query-gpu=${known.join(',')}`;
    expect(asked).toEqual(['--help-query-gpu', query, 'banner', query]);
  });

  test('the fields that all drivers know, where it does not say', async () => {
    const { command, asked } = scripted([row('GPU-a', {}, COMMON_GPU_FIELDS)], failed(2, 'no such option'));
    expect((await monitorOf(command)()).gpus).toHaveLength(1);
    expect(asked[1]).toBe(`--query-gpu=${COMMON_GPU_FIELDS.join(',')}`);
  });

  test('once for all who ask at the same time', async () => {
    const { command, asked } = scripted([row('GPU-a')]);
    const monitor = monitorOf(command);
    const [first, second] = await Promise.all([monitor(), monitor()]);
    expect(second).toBe(first);
    expect(asked).toHaveLength(3);
  });
});

describe('bad days', () => {
  test('no nvidia-smi: no GPU, no problem, and it is looked for again only after a minute', async () => {
    const { command, asked } = scripted([row('GPU-a')], absent);
    const monitor = monitorOf(command);
    expect(await monitor()).toEqual({ gpus: [], problem: null });
    clock.advance(59_000);
    await monitor();
    expect(asked).toHaveLength(1);
    clock.advance(1_000);
    await monitor();
    expect(asked).toHaveLength(2);
  });

  test('a clock that is set back keeps nvidia-smi from nothing', async () => {
    const { command, asked } = scripted([row('GPU-a')], absent);
    const monitor = monitorOf(command);
    await monitor();
    clock.set(-3_600_000);
    clock.advance(60_000);
    await monitor();
    expect(asked).toHaveLength(2);
  });

  test('a driver without a GPU: no GPU, and no problem', async () => {
    const { command } = scripted([failed(6, 'No devices were found')]);
    expect(await monitorOf(command)()).toEqual({ gpus: [], problem: null });
  });

  test('a GPU that falls off the bus is reported lost, with the reason, until it is back', async () => {
    const lost = 'Unable to determine the device handle for GPU0000:01:00.0: GPU is lost.';
    const { command } = scripted([row('GPU-a'), failed(15, lost), row('GPU-a')]);
    const monitor = monitorOf(command);
    const before = await monitor();
    const during = await monitor();
    expect(during.problem).toContain(lost);
    expect(during.gpus.map(({ gpu }) => gpu)).toEqual(before.gpus.map(({ gpu }) => gpu));
    expect(during.gpus[0]?.sample).toEqual({ ...NOTHING_TOLD, state: 'LOST' });
    expect(await monitor()).toEqual(before);
  });

  test('of several the one that is named is lost, and the others are read by themselves', async () => {
    const lost = 'Unable to determine the device handle for GPU0000:02:00.0: Unknown Error';
    const { command, asked } = scripted([two.join('\n'), failed(255, lost), two[0]]);
    const monitor = monitorOf(command);
    await monitor();
    expect(await statesOf(monitor)).toEqual(['GPU-a READ 7', 'GPU-b LOST null']);
    expect(asked.at(-1)).toBe('--id=GPU-a');
  });

  test('what it told before it failed is taken', async () => {
    const lost = `${two[0]}\nUnable to determine the device handle for GPU 0000:02:00.0: Unknown Error`;
    const { command } = scripted([two.join('\n'), failed(255, lost)]);
    const monitor = monitorOf(command);
    await monitor();
    expect(await statesOf(monitor)).toEqual(['GPU-a READ 7', 'GPU-b LOST null']);
  });

  test('one that is merely not told of any more is lost too, and said so', async () => {
    const { command } = scripted([two.join('\n'), two[0], failed(6, 'No devices were found')]);
    const monitor = monitorOf(command);
    await monitor();
    expect((await monitor()).problem).toMatch(/^the driver does not find GPU 1 any more/);
    expect(await statesOf(monitor)).toEqual(['GPU-a LOST null', 'GPU-b LOST null']);
  });

  test('a GPU that the driver counts anew keeps its place', async () => {
    const { command } = scripted([two.join('\n'), row('GPU-b')]);
    const monitor = monitorOf(command);
    await monitor();
    expect((await monitor()).gpus.map(({ gpu }) => `${gpu.index} ${gpu.uuid}`)).toEqual([
      '0 GPU-a',
      '1 GPU-b',
    ]);
  });

  test('a driver that fails or is gone leaves the GPUs unread, not lost', async () => {
    const { command } = scripted([row('GPU-a'), failed(18, 'Driver/library version mismatch'), absent]);
    const monitor = monitorOf(command);
    await monitor();
    expect(await statesOf(monitor)).toEqual(['GPU-a UNREAD null']);
    expect(await statesOf(monitor)).toEqual(['GPU-a UNREAD null']);
  });

  test('one that hangs is left alone for longer each time, and read again when it works', async () => {
    const hung = new CommandError('HUNG', 'nvidia-smi gave no answer for 5 s');
    const { command, asked } = scripted([row('GPU-a'), ...Array<CommandError>(8).fill(hung), row('GPU-a')]);
    const monitor = monitorOf(command);
    await monitor();
    const tries: number[] = [];
    let seconds = 0;
    for (let state = ''; state !== 'GPU-a READ 7' && seconds < 3_600; seconds++) {
      const before = asked.length;
      [state = ''] = await statesOf(monitor);
      if (asked.length > before) tries.push(seconds);
      clock.advance(1_000);
    }
    expect(tries).toEqual([0, 10, 30, 70, 150, 310, 610, 910, 1_210]);
  });
});

test('errors of the kernel’s log go to the GPU at their place', async () => {
  const { command } = scripted([two.join('\n'), two.join('\n')]);
  const xid = { code: 79, at: '2026-01-01T00:00:00.000Z' };
  let readable = true;
  const kernelLog = { xidsOf: (place: string) => (readable ? (place === '0:02:00' ? [xid] : []) : null) };
  const monitor = createGpuMonitor({ nvidiaSmi: command, rocmSmi: never, kernelLog, clock });
  expect((await monitor()).gpus.map(({ sample }) => sample.xids)).toEqual([[], [xid]]);
  readable = false;
  expect((await monitor()).gpus.map(({ sample }) => sample.xids)).toEqual([null, null]);
});

test('AMD’s GPUs come after NVIDIA’s', async () => {
  const rocm: Command = async () => JSON.stringify({ card0: { 'Unique ID': '0x1', 'GPU use (%)': '3' } });
  const monitor = monitorOf(scripted([two.join('\n')]).command, rocm);
  expect((await monitor()).gpus.map(({ gpu }) => `${gpu.index} ${gpu.uuid}`)).toEqual([
    '0 GPU-a',
    '1 GPU-b',
    '2 AMD-0x1',
  ]);
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
    const { gpus, problem } = await monitorOf(createCommand(path, 5_000))();
    expect(problem).toBeNull();
    expect(gpus[0]?.gpu).toMatchObject({ uuid: 'GPU-a', name: 'Test', memoryMiB: null });
  });

  test('of recorded GPUs is read, loses one, hangs and comes back', async () => {
    const standIn = await StandInNvidiaSmi.make(folder);
    const first = { capture: 'l40s', uuid: 'GPU-a', bus: '00000000:01:00.0' };
    const second = { capture: 'rtx-4080', uuid: 'GPU-b', bus: '00000000:02:00.0' };
    const monitor = monitorOf(createCommand(standIn.path, 5_000));
    const states = async () => (await monitor()).gpus.map(({ sample }) => sample.state);
    await standIn.shows([first, second]);
    const before = await monitor();
    expect(before).toMatchObject({
      gpus: [
        {
          gpu: { name: 'NVIDIA L40S', driver: '595.80', memoryMiB: 46_068, compute: 'CUDA 13.1' },
          sample: { temperatureCelsius: 54, powerWatts: 110.23, eccUncorrected: 0, fanPercent: null },
        },
        { gpu: { name: 'NVIDIA GeForce RTX 4080 SUPER', index: 1 }, sample: { state: 'READ' } },
      ],
      problem: null,
    });
    await standIn.loses(second, [first]);
    expect(await states()).toEqual(['READ', 'LOST']);
    await standIn.hangs();
    expect(await states()).toEqual(['UNREAD', 'UNREAD']);
    await standIn.shows([first, second]);
    expect((await monitor()).problem).toContain('gave no answer');
    // The one that hung may still be dying.
    await expect
      .poll(() => {
        clock.advance(5 * 60_000);
        return monitor();
      })
      .toEqual(before);
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

  test('that fails says how, and what it printed before', async () => {
    const command = createCommand(
      await program('echo "Failed to initialize NVML"; echo more >&2; exit 9'),
      5_000,
    );
    await expect(command([])).rejects.toMatchObject({
      failure: 'FAILED',
      exitCode: 9,
      message: expect.stringMatching(/failed with 9: Failed to initialize NVML$/),
      output: 'Failed to initialize NVML\n\nmore\n',
    });
  });
});
