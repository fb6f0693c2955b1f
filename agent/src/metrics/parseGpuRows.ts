/** One GPU as its driver names it. */
export interface Gpu {
  /** Position on its machine, from 0. */
  readonly index: number;
  /** The maker's unique id. */
  readonly uuid: string;
  /** Model. */
  readonly name: string;
  /** Memory in MiB; null when it does not tell. */
  readonly memoryMiB: number | null;
  /** Driver version; null when it does not tell. */
  readonly driver: string | null;
}

/** One reading of one GPU; null for whatever it does not tell. */
export interface GpuSample {
  readonly utilizationPercent: number | null;
  readonly memoryUsedMiB: number | null;
  readonly memoryTotalMiB: number | null;
  readonly temperatureCelsius: number | null;
  readonly powerWatts: number | null;
  readonly powerLimitWatts: number | null;
  readonly fanPercent: number | null;
  readonly smClockMhz: number | null;
  readonly memoryClockMhz: number | null;
}

/** A GPU and what was read of it. */
export interface GpuReading {
  readonly gpu: Gpu;
  readonly sample: GpuSample;
}

/** More GPUs than this on one machine are not reported. */
const MOST_GPUS = 64;

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
  'power.draw',
  'enforced.power.limit',
  'fan.speed',
  'clocks.current.sm',
  'clocks.current.memory',
] as const;

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

/** What is known of a GPU that cannot be read. */
export function unread(gpu: Gpu): GpuReading {
  return { gpu, sample: sampleOf(() => null) };
}

function readingOf(row: ReadonlyMap<string, string>): GpuReading | undefined {
  const number = (field: string) => toNumber(row.get(field));
  const index = number('index');
  const uuid = toText(row.get('uuid'));
  if (index === null || uuid === null) return undefined;
  const gpu: Gpu = {
    index,
    uuid,
    name: toText(row.get('name')) ?? 'Unknown GPU',
    memoryMiB: rounded(number('memory.total')),
    driver: toText(row.get('driver_version')),
  };
  return { gpu, sample: sampleOf(number) };
}

function sampleOf(number: (field: (typeof GPU_FIELDS)[number]) => number | null): GpuSample {
  return {
    utilizationPercent: number('utilization.gpu'),
    memoryUsedMiB: number('memory.used'),
    memoryTotalMiB: number('memory.total'),
    temperatureCelsius: number('temperature.gpu'),
    powerWatts: number('power.draw'),
    powerLimitWatts: number('enforced.power.limit'),
    fanPercent: number('fan.speed'),
    smClockMhz: number('clocks.current.sm'),
    memoryClockMhz: number('clocks.current.memory'),
  };
}

/** Drivers say in many ways that they do not know; whatever does not begin with a number is one of them. */
function toNumber(text: string | undefined): number | null {
  const match = /^(-?\d+(?:\.\d+)?)(?:\s*(?:%|MiB|MHz|W|C))?$/.exec(text ?? '');
  return match ? Number(match[1]) : null;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

function toText(text: string | undefined): string | null {
  return text === undefined || text === '' || /^\[?N\/A\]?$|^\[/i.test(text) ? null : text;
}
