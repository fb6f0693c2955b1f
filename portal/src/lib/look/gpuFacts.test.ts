import { expect, test } from 'vitest';
import { gpuFacts, heldBackBy, isSlowed } from './gpuFacts.ts';
import { hostFacts } from './hostFacts.ts';
import { aGpu, aHost } from './test/aReading.ts';
import { xidWords } from './xids.ts';

const written = (told: Parameters<typeof aGpu>[0]) =>
  gpuFacts(aGpu(told)).map(({ name, value, note, tone }) =>
    [name, value, note ?? '', tone ?? ''].join(' | '),
  );

test('what a GPU does not tell is a dash with the reason', () => {
  expect(written({})).toEqual([
    'Held back by | – | it does not tell | ',
    'PCIe | – | it does not tell | ',
    'Memory errors | – | it does not count them | ',
    'Memory repaired | – | it does not tell | ',
  ]);
});

test('a healthy GPU has no colour', () => {
  const told = {
    throttleReasons: [],
    pcieGeneration: 1,
    pcieGenerationMax: 4,
    pcieWidth: 16,
    pcieWidthMax: 16,
    eccCorrected: 1_204,
    eccUncorrected: 0,
    remappedRows: 0,
    repairPending: false,
  };
  expect(written(told)).toEqual([
    'Held back by | nothing |  | ',
    'PCIe | 1 × 16 | of 4 × 16; it saves power when idle | ',
    'Memory errors | 0 | uncorrected, 1,204 corrected, since it was made | ',
    'Memory repaired | 0 | rows remapped | ',
  ]);
});

test('what costs says so, with the remedy', () => {
  const told = {
    throttleReasons: ['POWER_CAP' as const, 'SOFTWARE_THERMAL' as const],
    pcieGeneration: 4,
    pcieGenerationMax: 4,
    pcieWidth: 8,
    pcieWidthMax: 16,
    eccUncorrected: 2,
    retiredPages: 3,
    repairPending: true,
  };
  expect(written(told)).toEqual([
    'Held back by | its power limit and heat |  | warn',
    'PCIe | 4 × 8 | of 16 lanes: check how it sits in its slot | warn',
    'Memory errors | 2 | uncorrected, – corrected, since it was made | warn',
    'Memory repaired | 3 | pages retired; restart the machine to finish the next | warn',
  ]);
});

test('a GPU that is lost tells nothing else', () => {
  expect(gpuFacts(aGpu({ state: 'LOST' }))).toMatchObject([{ name: 'State', value: 'Lost', tone: 'bad' }]);
  expect(gpuFacts(aGpu({ state: 'UNREAD' }))).toMatchObject([{ name: 'State', tone: 'warn' }]);
});

test('rest and limits of one’s own are no slowdown', () => {
  for (const reason of ['IDLE', 'POWER_CAP', 'APPLICATION_CLOCKS'] as const)
    expect(isSlowed({ throttleReasons: [reason] })).toBe(false);
  expect(isSlowed({ throttleReasons: ['IDLE', 'HARDWARE_THERMAL'] })).toBe(true);
  expect(heldBackBy({ throttleReasons: ['IDLE', 'POWER_CAP', 'POWER_BRAKE'] })).toBe(
    'nothing to do, its power limit and the power supply',
  );
  expect(heldBackBy({ throttleReasons: ['SOFTWARE_THERMAL', 'HARDWARE_THERMAL'] })).toBe('heat');
  expect([heldBackBy({ throttleReasons: null }), heldBackBy({ throttleReasons: [] })]).toEqual([
    undefined,
    undefined,
  ]);
});

test('known errors have words, others say where to look', () => {
  expect(xidWords(79)).toMatchObject({ means: 'The GPU fell off the bus', tone: 'bad' });
  expect(xidWords(9_999).means).toMatch(/NVIDIA/);
});

test('a machine tells its disk, how long it is up and what it runs', () => {
  const hardware = { os: 'Debian GNU/Linux 12 (bookworm)', kernel: '6.1.0-25-amd64' } as never;
  const host = { ...aHost, diskUsedMiB: 1_040_000, diskTotalMiB: 1_048_576, uptimeSeconds: 273_600 };
  expect(hostFacts(host, hardware)).toMatchObject([
    { name: 'Disk', value: '8.4\u00a0GB', tone: 'warn' },
    { name: 'Up for', value: '3\u00a0d 4\u00a0h' },
    { name: 'System', value: 'Debian GNU/Linux 12 (bookworm)' },
    { name: 'Kernel', value: '6.1.0-25-amd64' },
  ]);
  expect(hostFacts(aHost, null).map(({ value }) => value)).toEqual(['–', '–']);
});
