import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CommandError } from './createCommand.ts';
import { createRocmMonitor } from './createRocmMonitor.ts';
import { NOTHING_TOLD } from './GpuReading.ts';
import { parseRocm } from './parseRocm.ts';

const recorded = JSON.parse(await readFile(new URL('rocm-smi.json', import.meta.url), 'utf8')) as Record<
  string,
  object
>;
const [radeon, mi100, mi50] = Object.values(recorded).map((answer) => JSON.stringify(answer)) as [
  string,
  string,
  string,
];

test('a Radeon is read; what it does not tell is null', () => {
  expect(parseRocm(radeon, 'ROCm 6.1.2')).toEqual([
    {
      gpu: {
        index: 0,
        uuid: 'AMD-0000:07:00.0',
        name: 'Navi 22 [Radeon RX 6700/6700 XT / 6800M]',
        memoryMiB: 12_272,
        driver: '6.3.6',
        compute: 'ROCm 6.1.2',
      },
      bus: '0000:07:00.0',
      sample: {
        ...NOTHING_TOLD,
        utilizationPercent: 0,
        memoryUsedMiB: 1_500,
        memoryTotalMiB: 12_272,
        temperatureCelsius: 45,
        memoryTemperatureCelsius: 46,
        powerWatts: 6,
        powerLimitWatts: 211,
        smClockMhz: 0,
        memoryClockMhz: 96,
        pcieGeneration: 4,
        pcieWidth: 16,
      },
    },
  ]);
});

test('several come by index, whatever else is told', () => {
  const readings = parseRocm(mi100, null) ?? [];
  expect(readings.map(({ gpu }) => gpu.uuid)).toEqual(['AMD-0x79ccd55167a2124a', 'AMD-0x4edfb117a17a07d']);
  expect(readings.map(({ sample }) => sample.powerWatts)).toEqual([null, 44]);
});

test('an old one tells its fan: 0 % is 0', () => {
  expect(parseRocm(mi50, null)?.[0]?.sample).toMatchObject({ fanPercent: 0, smClockMhz: 1_725 });
});

test.each([
  ['', undefined],
  ['no AMD GPUs', undefined],
  ['WARNING: low power {', undefined],
  ['{"system":{}}', []],
  ['{"system":null,"card0":null,"card1":"N/A"}', []],
])('%j is no GPU', (text, gpus) => expect(parseRocm(text, null)).toEqual(gpus));

test('a warning before the answer does not hide it', () => {
  expect(parseRocm(`WARNING: in a low-power state\n\n${radeon}\n`, null)).toHaveLength(1);
});

test('one that is not told of any more is lost, one that cannot be asked is unread', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rocm-'));
  await writeFile(join(folder, 'version'), '6.1.2-129\n');
  const answers = [
    mi100,
    '{"card0": {"Unique ID": "0x79ccd55167a2124a"}}',
    new CommandError('HUNG', 'no answer'),
    'WARNING: no answer\n',
  ];
  const monitor = createRocmMonitor(
    async () => {
      const answer = answers.shift() as string | CommandError;
      if (answer instanceof CommandError) throw answer;
      return answer;
    },
    join(folder, 'version'),
  );
  expect((await monitor()).gpus[0]?.gpu.compute).toBe('ROCm 6.1.2');
  expect((await monitor()).gpus.map(({ sample }) => sample.state)).toEqual(['READ', 'LOST']);
  const { gpus, problem } = await monitor();
  expect([...gpus.map(({ sample }) => sample.state), problem]).toEqual(['UNREAD', 'UNREAD', 'no answer']);
  const silent = await monitor();
  expect(silent.gpus.map(({ sample }) => sample.state)).toEqual(['UNREAD', 'UNREAD']);
  expect(silent.problem).toBe('rocm-smi told nothing of the GPUs');
  await rm(folder, { recursive: true });
});

test('a machine without rocm-smi has no AMD GPU', async () => {
  const monitor = createRocmMonitor(async () => {
    throw new CommandError('ABSENT', 'rocm-smi is not installed');
  });
  expect(await monitor()).toEqual({ gpus: [], problem: null });
});

test('the kernel tells the faults of its memory and the link that it is made for, or nothing', async () => {
  const devices = await mkdtemp(join(tmpdir(), 'pictor-pci-'));
  try {
    const device = join(devices, '0000:a3:00.0');
    await mkdir(join(device, 'ras'), { recursive: true });
    await writeFile(join(device, 'ras/umc_err_count'), 'ue: 1\nce: 12\n');
    await writeFile(join(device, 'max_link_speed'), '16.0 GT/s PCIe\n');
    await writeFile(join(device, 'max_link_width'), '16\n');
    const { gpus } = await createRocmMonitor(async () => mi100, '/nowhere', devices)();
    const told = gpus.map(({ sample }) => [
      ...[sample.eccCorrected, sample.eccUncorrected, sample.pcieGenerationMax, sample.pcieWidthMax],
    ]);
    expect(told).toEqual([
      [null, null, null, null],
      [12, 1, 4, 16],
    ]);
  } finally {
    await rm(devices, { recursive: true, force: true });
  }
});
