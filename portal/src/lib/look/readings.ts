import type { ReadingNowFragment } from '#lib/generated/graphql.ts';

/** One reading of a worker's machine, as the API tells it. */
export type Reading = ReadingNowFragment;

/** One line of readings: what is read, in which unit, and the ground it is drawn on. */
export interface Series {
  name: string;
  unit: string;
  /** What the reading is of, in a few words. */
  of: string;
  low: number;
  high: number;
  /** Above it, the reading is out of bounds. */
  limit?: number;
  /** All there is: drawn as a line too, but reaching it is no harm. */
  all?: number;
  digits: number;
  read: (reading: Reading) => number | null;
}

const mebibyte = 1 / 1024;

/** What is read of one GPU; what it never told is left out. */
export function gpuSeries(index: number, readings: readonly Reading[]): Series[] {
  const sampleOf = (reading: Reading) => reading.gpus.find((gpu) => gpu.index === index);
  const samples = readings.map(sampleOf);
  const total = (lastTold(samples.map((sample) => sample?.memoryTotalMiB)) ?? 0) * mebibyte;
  const powerLimit = lastTold(samples.map((sample) => sample?.powerLimitWatts));
  const told = (series: Series) => readings.some((reading) => series.read(reading) !== null);
  const all: Series[] = [
    percent('Load', 'of the GPU', (reading) => sampleOf(reading)?.utilizationPercent),
    {
      ...line(
        'Temperature',
        '°C',
        'of its core',
        20,
        100,
        (reading) => sampleOf(reading)?.temperatureCelsius,
      ),
    },
    line(
      'Memory temperature',
      '°C',
      'of its memory',
      20,
      110,
      (reading) => sampleOf(reading)?.memoryTemperatureCelsius,
    ),
    percent('Fan', 'of full speed', (reading) => sampleOf(reading)?.fanPercent),
    {
      ...line(
        'Power',
        'W',
        powerLimit ? `limit ${Math.round(powerLimit)} W` : 'drawn',
        0,
        (powerLimit ?? 500) * 1.1,
        (reading) => sampleOf(reading)?.powerWatts,
      ),
      ...(powerLimit ? { limit: powerLimit } : {}),
    },
    line(
      'Core clock',
      'MHz',
      'of its processors',
      0,
      highest(readings, (reading) => sampleOf(reading)?.smClockMhz) * 1.05,
      (reading) => sampleOf(reading)?.smClockMhz,
    ),
    memory(`of ${total.toFixed(0)} GB`, total, (reading) => sampleOf(reading)?.memoryUsedMiB),
  ];
  return all.filter(told);
}

/** What is read of the machine around the GPUs; a network that was never told of is left out. */
export function hostSeries(readings: readonly Reading[], cores: number | undefined): Series[] {
  const total =
    (readings.findLast(({ host }) => host.memoryTotalMiB !== null)?.host.memoryTotalMiB ?? 0) * mebibyte;
  return [
    percent('CPU', cores ? `of ${cores} threads` : 'of all threads', ({ host }) => host.cpuPercent),
    memory(total > 0 ? `of ${total.toFixed(0)} GB` : 'in use', total, ({ host }) => host.memoryUsedMiB),
    ...[
      network('Network in', 'received', readings, ({ host }) => host.networkInBytesPerSecond),
      network('Network out', 'sent', readings, ({ host }) => host.networkOutBytesPerSecond),
    ].filter((series) => readings.some((reading) => series.read(reading) !== null)),
  ];
}

/** A reading as it is written. */
export function writtenReading(series: Pick<Series, 'digits'>, value: number | null): string {
  if (value === null) return '–';
  return value.toLocaleString('en-US', {
    minimumFractionDigits: series.digits,
    maximumFractionDigits: series.digits,
  });
}

/** Share of a series' ground that a value fills, 0 to 1. */
export function shareOf({ low, high }: Pick<Series, 'low' | 'high'>, value: number | null): number | null {
  return value === null ? null : Math.min(1, Math.max(0, (value - low) / (high - low)));
}

type Read = (reading: Reading) => number | null | undefined;

function line(name: string, unit: string, of: string, low: number, high: number, read: Read): Series {
  return {
    name,
    unit,
    of,
    low,
    high: Math.max(high, low + 1),
    digits: 0,
    read: (reading) => read(reading) ?? null,
  };
}

function percent(name: string, of: string, read: Read): Series {
  return line(name, '%', of, 0, 100, read);
}

function memory(of: string, total: number, read: Read): Series {
  const inGigabytes: Read = (reading) => {
    const value = read(reading);
    return value === null || value === undefined ? null : value * mebibyte;
  };
  const ground = line('Memory', 'GB', of, 0, total * 1.1 || 64, inGigabytes);
  return { ...ground, digits: 1, ...(total > 0 ? { all: total } : {}) };
}

function network(name: string, of: string, readings: readonly Reading[], read: Read): Series {
  const inMegabits: Read = (reading) => {
    const value = read(reading);
    return value === null || value === undefined ? null : (value * 8) / 1_000_000;
  };
  const ground = line(name, 'Mbit/s', of, 0, highest(readings, inMegabits) * 1.05, inMegabits);
  return { ...ground, digits: 1 };
}

/** A GPU that is lost tells its limits no more; they are what they were. */
function lastTold(values: readonly (number | null | undefined)[]): number | undefined {
  return values.findLast((value) => value !== null && value !== undefined) ?? undefined;
}

function highest(readings: readonly Reading[], read: Read): number {
  return Math.max(0, ...readings.map((reading) => read(reading) ?? 0));
}
