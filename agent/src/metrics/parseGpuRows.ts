import { MOST_GPUS, NOTHING_TOLD, type Gpu, type GpuReading, type GpuSample } from './GpuReading.ts';
import { plausible } from './plausible.ts';
import { throttleReasons } from './throttleReasons.ts';

/** Every field that is read, the ones that no driver lacks first. */
export const GPU_FIELDS = [
  'index',
  'uuid',
  'name',
  'driver_version',
  'memory.total',
  'memory.used',
  'utilization.gpu',
  'temperature.gpu',
  'pci.bus_id',
  'temperature.memory',
  'power.draw',
  'enforced.power.limit',
  'fan.speed',
  'clocks.current.sm',
  'clocks.current.memory',
  'pcie.link.gen.current',
  'pcie.link.gen.max',
  'pcie.link.width.current',
  'pcie.link.width.max',
  'ecc.errors.corrected.aggregate.total',
  'ecc.errors.uncorrected.aggregate.total',
  'retired_pages.single_bit_ecc.count',
  'retired_pages.double_bit.count',
  'retired_pages.pending',
  'remapped_rows.correctable',
  'remapped_rows.uncorrectable',
  'remapped_rows.pending',
  // The name since driver 535, and the one before.
  'clocks_event_reasons.active',
  'clocks_throttle_reasons.active',
] as const;

type Field = (typeof GPU_FIELDS)[number];

/** The fields that are asked for when a driver does not say which ones it knows. */
export const COMMON_GPU_FIELDS = GPU_FIELDS.slice(0, 8);

/** Reads the rows that nvidia-smi answers to a query of these fields; a row without an index or id is no GPU. */
export function parseGpuRows(fields: readonly string[], text: string): GpuReading[] {
  const readings: GpuReading[] = [];
  for (const line of text.split('\n')) {
    const values = line.split(',').map((value) => value.trim());
    if (values.length !== fields.length) continue;
    const reading = readingOf(new Map(fields.map((field, i) => [field, values[i] as string])));
    if (reading) readings.push(reading);
  }
  return readings.sort((a, b) => a.gpu.index - b.gpu.index).slice(0, MOST_GPUS);
}

function readingOf(row: ReadonlyMap<string, string>): GpuReading | undefined {
  const index = toNumber(row.get('index'));
  const uuid = toText(row.get('uuid'));
  if (index === null || uuid === null) return undefined;
  const memoryMiB = toNumber(row.get('memory.total'));
  const gpu: Gpu = {
    index,
    uuid,
    name: toText(row.get('name')) ?? 'Unknown GPU',
    memoryMiB: memoryMiB === null ? null : Math.round(memoryMiB),
    driver: toText(row.get('driver_version')),
    compute: null,
  };
  return { gpu, bus: toText(row.get('pci.bus_id')), sample: plausible(sampleOf(row)) };
}

function sampleOf(row: ReadonlyMap<string, string>): GpuSample {
  const number = (field: Field) => toNumber(row.get(field));
  return {
    ...NOTHING_TOLD,
    utilizationPercent: number('utilization.gpu'),
    memoryUsedMiB: number('memory.used'),
    memoryTotalMiB: number('memory.total'),
    temperatureCelsius: number('temperature.gpu'),
    memoryTemperatureCelsius: number('temperature.memory'),
    powerWatts: number('power.draw'),
    powerLimitWatts: number('enforced.power.limit'),
    fanPercent: number('fan.speed'),
    smClockMhz: number('clocks.current.sm'),
    memoryClockMhz: number('clocks.current.memory'),
    pcieGeneration: number('pcie.link.gen.current'),
    pcieGenerationMax: number('pcie.link.gen.max'),
    pcieWidth: number('pcie.link.width.current'),
    pcieWidthMax: number('pcie.link.width.max'),
    eccCorrected: number('ecc.errors.corrected.aggregate.total'),
    eccUncorrected: number('ecc.errors.uncorrected.aggregate.total'),
    retiredPages: sum(number('retired_pages.single_bit_ecc.count'), number('retired_pages.double_bit.count')),
    remappedRows: sum(number('remapped_rows.correctable'), number('remapped_rows.uncorrectable')),
    repairPending: either(
      toAnswer(row.get('retired_pages.pending')),
      toAnswer(row.get('remapped_rows.pending')),
    ),
    throttleReasons:
      throttleReasons(row.get('clocks_event_reasons.active')) ??
      throttleReasons(row.get('clocks_throttle_reasons.active')),
  };
}

/** Drivers say in many ways that they do not know; whatever does not begin with a number is one of them. */
function toNumber(text: string | undefined): number | null {
  const match = /^(-?\d+(?:\.\d+)?)(?:\s*(?:%|MiB|MHz|W|C))?$/.exec(text ?? '');
  return match ? Number(match[1]) : null;
}

function toText(text: string | undefined): string | null {
  return text === undefined || text === '' || /^\[?N\/A\]?$|^\[/i.test(text) ? null : text;
}

function toAnswer(text: string | undefined): boolean | null {
  if (/^(?:yes|1)$/i.test(text ?? '')) return true;
  return /^(?:no|0)$/i.test(text ?? '') ? false : null;
}

/** What is not told of one half does not hide the other. */
function sum(one: number | null, other: number | null): number | null {
  return one === null && other === null ? null : (one ?? 0) + (other ?? 0);
}

function either(one: boolean | null, other: boolean | null): boolean | null {
  return one === null && other === null ? null : (one ?? false) || (other ?? false);
}
