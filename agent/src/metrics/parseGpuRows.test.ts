import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NOTHING_TOLD } from './GpuReading.ts';
import { GPU_FIELDS, parseGpuRows } from './parseGpuRows.ts';
import { throttleReasons } from './throttleReasons.ts';

const [header = '', ...rows] = readFileSync(new URL('nvidia-smi-rows.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const columns = header.split(',');

function recorded(capture: string, state: string): string {
  const row = rows.find((each) => each.startsWith(`${capture},${state},`));
  if (row === undefined) throw new Error(`no row of ${capture} ${state}`);
  return row;
}

function read(capture: string, state: string) {
  return parseGpuRows(columns, recorded(capture, state))[0];
}

describe('recorded rows', () => {
  test('all are read', () => {
    const readings = rows.map((row) => parseGpuRows(columns, row)[0]);
    expect(readings).toHaveLength(20);
    for (const reading of readings) {
      expect(reading?.gpu).toMatchObject({
        index: 0,
        uuid: expect.stringMatching(/^GPU-/),
        driver: expect.any(String),
      });
      expect(reading?.sample.memoryTotalMiB).toBeGreaterThan(8_000);
      for (const value of Object.values(reading?.sample ?? {}))
        expect(typeof value !== 'number' || Number.isFinite(value)).toBe(true);
      expect(reading?.sample.throttleReasons).toBeInstanceOf(Array);
    }
  });

  test('a GeForce at rest: 0 % is 0', () => {
    expect(read('linux-x86_64__nvidia-geforce-rtx-2080-super__610.57.04', 'idle')).toEqual({
      gpu: {
        index: 0,
        uuid: 'GPU-00000000-0000-0000-0000-000000000000',
        name: 'NVIDIA GeForce RTX 2080 SUPER',
        memoryMiB: 8192,
        driver: '610.57.04',
        compute: null,
      },
      bus: '00000000:0C:00.0',
      sample: {
        ...NOTHING_TOLD,
        utilizationPercent: 0,
        memoryUsedMiB: 211,
        memoryTotalMiB: 8192,
        temperatureCelsius: 33,
        powerWatts: 39.17,
        powerLimitWatts: 250,
        fanPercent: 38,
        smClockMhz: 765,
        memoryClockMhz: 810,
        pcieGeneration: 1,
        pcieGenerationMax: 3,
        pcieWidth: 16,
        pcieWidthMax: 16,
        throttleReasons: ['IDLE'],
      },
    });
  });

  test('MIG tells no utilisation, a data centre card no fan: null, not 0', () => {
    const reading = read('linux-x86_64__nvidia-h100-mig__590.48.01', 'load');
    expect(reading?.sample).toMatchObject({ utilizationPercent: null, fanPercent: null, powerWatts: 433.78 });
  });

  test('a data centre card tells the heat and the faults of its memory', () => {
    expect(read('linux-x86_64__nvidia-h100-80gb-hbm3__590.48.01', 'load')?.sample).toMatchObject({
      memoryTemperatureCelsius: 54,
      eccCorrected: null,
      eccUncorrected: 0,
      retiredPages: null,
      remappedRows: 0,
      throttleReasons: [],
      pcieGenerationMax: 5,
    });
  });

  test('a value that a driver calls busy is passed on as it is', () => {
    const reading = read('linux-x86_64__nvidia-l40s__595.80', 'idle');
    expect(reading?.sample).toMatchObject({ utilizationPercent: 100, memoryUsedMiB: 0 });
  });
});

describe('answers without units', () => {
  const row = (overrides: Record<string, string> = {}) => {
    const values: Record<string, string> = { index: '0', uuid: 'GPU-a', name: 'NVIDIA L40S', ...overrides };
    return GPU_FIELDS.map((field) => values[field] ?? '1').join(', ');
  };

  test.each([
    '[N/A]',
    'N/A',
    '[Not Supported]',
    '[Function Not Found]',
    '[Insufficient Permissions]',
    '[Requested functionality has been deprecated]',
    '[Unknown Error]',
    'ERR!',
    '',
    '12 bananas',
    'NaN',
    'Infinity',
  ])('%j is null', (text) => {
    const [reading] = parseGpuRows(GPU_FIELDS, row({ 'temperature.gpu': text, driver_version: '[N/A]' }));
    expect(reading?.sample.temperatureCelsius).toBeNull();
    expect(reading?.gpu.driver).toBeNull();
  });

  test('counts of both kinds of fault are added, and one that waits for a restart is told', () => {
    const faults = {
      'retired_pages.single_bit_ecc.count': '3',
      'retired_pages.double_bit.count': '[N/A]',
      'retired_pages.pending': 'No',
      'remapped_rows.correctable': '2',
      'remapped_rows.uncorrectable': '1',
      'remapped_rows.pending': 'Yes',
    };
    expect(parseGpuRows(GPU_FIELDS, row(faults))[0]?.sample).toMatchObject({
      retiredPages: 3,
      remappedRows: 3,
      repairPending: true,
    });
  });

  test('a driver of before 535 names throttling by its old name', () => {
    const old = {
      'clocks_event_reasons.active': '[N/A]',
      'clocks_throttle_reasons.active': '0x0000000000000024',
    };
    expect(parseGpuRows(GPU_FIELDS, row(old))[0]?.sample.throttleReasons).toEqual([
      'POWER_CAP',
      'SOFTWARE_THERMAL',
    ]);
  });

  test('what no GPU can be like is null', () => {
    const wild = { 'utilization.gpu': '4294967295', 'power.draw': '-1', 'pcie.link.width.current': '255' };
    expect(parseGpuRows(GPU_FIELDS, row(wild))[0]?.sample).toMatchObject({
      utilizationPercent: null,
      powerWatts: null,
      pcieWidth: null,
      fanPercent: 1,
    });
  });

  test('GPUs come by index; lines that are none are passed over', () => {
    const text = [
      row({ index: '1', uuid: 'GPU-b' }),
      'Unable to determine the device handle for GPU0000:02:00.0: Unknown Error',
      row({ index: '0', uuid: 'GPU-a' }),
      row({ index: '2', uuid: '[GPU is lost]' }),
      row({ index: 'ERR!', uuid: 'GPU-c' }),
      '',
    ].join('\r\n');
    expect(parseGpuRows(GPU_FIELDS, text).map(({ gpu }) => gpu.uuid)).toEqual(['GPU-a', 'GPU-b']);
  });

  test('a machine reports at most 64 GPUs', () => {
    const text = Array.from({ length: 70 }, (_, i) => row({ index: String(i), uuid: `GPU-${i}` })).join('\n');
    expect(parseGpuRows(GPU_FIELDS, text)).toHaveLength(64);
  });
});

test.each([
  ['0x0000000000000000', []],
  ['0x0000000000000001', ['IDLE']],
  ['0x00000000000000E8', ['HARDWARE_SLOWDOWN', 'SOFTWARE_THERMAL', 'HARDWARE_THERMAL', 'POWER_BRAKE']],
  ['0x8000000000000002', ['APPLICATION_CLOCKS', 'OTHER']],
  ['[N/A]', null],
  ['Active', null],
  [undefined, null],
])('the mask %s means %j', (mask, reasons) => expect(throttleReasons(mask)).toEqual(reasons));
