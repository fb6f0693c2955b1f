import { medianOf, oddOneOut } from './oddOneOut.ts';
import { heldBackBy, isSlowed, lacksLanes, pcieLink, type Sample } from './gpuFacts.ts';
import { gpuSeries, type Reading, type Series } from './readings.ts';

/** How far a GPU may be from the middle of the others, as a share of what is drawn, before it stands apart. */
const tolerance = 0.2;

/** Below this load, in per cent, a GPU is not at work: it is like no other then, and that is no fault. */
const atWork = 5;

/** One kind of reading of all GPUs of a worker, on one ground. */
export interface GpuRow extends Pick<Series, 'name' | 'of' | 'unit' | 'digits' | 'low' | 'high'> {
  /** What each GPU told last; null where it did not tell. */
  values: readonly (number | null)[];
  /** Place of the GPU that stands apart from all others at work. */
  odd: number | undefined;
}

/** What GPUs tell in words, side by side. */
export interface GpuWordRow {
  name: string;
  of: string;
  /** Of each GPU; undefined where it did not tell. */
  values: readonly ({ text: string; tone?: 'bad' | 'warn' } | undefined)[];
}

/** A GPU that stands apart, and in what it does most. */
export interface OddGpu {
  /** Its place among the GPUs. */
  place: number;
  row: GpuRow;
  value: number;
  /** The middle of all GPUs. */
  others: number;
}

/** The latest readings of several GPUs side by side. Memory differs with the task, so that it tells nobody apart. */
export function gpuTable(indexes: readonly number[], readings: readonly Reading[]): GpuRow[] {
  const latest = readings.at(-1);
  if (!latest) return [];
  const columns = indexes.map((index) => gpuSeries(index, readings));
  const works = indexes.map((index) => {
    const load = latest.gpus.find((gpu) => gpu.index === index)?.utilizationPercent;
    return load !== null && load !== undefined && load >= atWork;
  });
  const names = new Set(columns.flatMap((column) => column.map(({ name }) => name)));
  return [...names].map((name) => {
    const series = columns.map((column) => column.find((told) => told.name === name));
    const values = series.map((told) => told?.read(latest) ?? null);
    const row = { ...groundOf(series.filter((told) => told !== undefined)), values };
    const compared = name === 'Memory' ? [] : values.map((value, place) => (works[place] ? value : null));
    return { ...row, odd: oddOneOut(compared, tolerance * (row.high - row.low)) };
  });
}

function groundOf(series: readonly Series[]): Omit<GpuRow, 'values' | 'odd'> {
  const { name, unit, digits, of } = series[0]!;
  return {
    name,
    unit,
    digits,
    of: series.every((other) => other.of === of) ? of : '',
    low: Math.min(...series.map(({ low }) => low)),
    high: Math.max(...series.map(({ high }) => high)),
  };
}

/** What the GPUs tell in words; what none of them tells has no row. */
export function gpuWordTable(indexes: readonly number[], latest: Reading | undefined): GpuWordRow[] {
  const samples = indexes.map((index) => latest?.gpus.find((gpu) => gpu.index === index));
  const row = (name: string, of: string, read: (sample: Sample) => GpuWordRow['values'][number]) => ({
    name,
    of,
    values: samples.map((sample) => sample && read(sample)),
  });
  return [
    row('State', 'where it cannot be read', ({ state }) => stateWords[state]),
    row('Held back by', 'as its driver says', (sample) =>
      sample.throttleReasons
        ? { text: heldBackBy(sample) ?? 'nothing', ...(isSlowed(sample) ? { tone: 'warn' } : {}) }
        : undefined,
    ),
    row('PCIe', 'generation × lanes', (sample) => {
      const text = pcieLink(sample);
      return text === undefined ? undefined : { text, ...(lacksLanes(sample) ? { tone: 'warn' } : {}) };
    }),
    row('Memory errors', 'not corrected', ({ eccUncorrected: count }) =>
      count === null
        ? undefined
        : { text: count.toLocaleString('en-US'), ...(count > 0 ? { tone: 'warn' } : {}) },
    ),
    row('Driver errors', 'XIDs', ({ xids }) =>
      xids === null
        ? undefined
        : xids.length === 0
          ? { text: 'none' }
          : { text: xids.map(({ code }) => code).join(', '), tone: 'warn' },
    ),
  ].filter(({ values }) => values.some((value) => value !== undefined));
}

/** The places of GPUs, those first that stand apart or tell of trouble; the others keep their order, so that rows stand still. */
export function troubledFirst(
  count: number,
  rows: readonly GpuRow[],
  words: readonly GpuWordRow[],
): readonly number[] {
  const isTroubled = (place: number) =>
    rows.some(({ odd }) => odd === place) || words.some(({ values }) => values[place]?.tone);
  const places = Array.from({ length: count }, (_, place) => place);
  return [...places.filter(isTroubled), ...places.filter((place) => !isTroubled(place))];
}

const stateWords: Record<Sample['state'], GpuWordRow['values'][number]> = {
  READ: undefined,
  UNREAD: { text: 'not read', tone: 'warn' },
  LOST: { text: 'lost', tone: 'bad' },
};

/** The GPU that stands apart, told by the reading in which it is farthest from the others. */
export function oddGpu(rows: readonly GpuRow[]): OddGpu | undefined {
  let farthest: (OddGpu & { share: number }) | undefined;
  for (const row of rows) {
    const value = row.odd === undefined ? null : row.values[row.odd]!;
    if (row.odd === undefined || value === null) continue;
    const others = medianOf(row.values.filter((told) => told !== null));
    const share = Math.abs(value - others) / (row.high - row.low);
    if (!farthest || share > farthest.share) farthest = { place: row.odd, row, value, others, share };
  }
  return farthest;
}
