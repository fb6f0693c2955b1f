import type { Reading } from './readings.ts';

/** Readings of one column of cells. */
export interface LaneColumn {
  /** Place from the left, from 0. */
  index: number;
  /** When the column begins, in milliseconds. */
  from: number;
  /** What was read in it, oldest first; empty where nothing came. */
  readings: readonly Reading[];
}

/** The columns of a stretch of time. */
export interface LaneTime {
  /** How long one column is, in milliseconds. */
  step: number;
  /** When the first column begins: a whole number of steps, so that cells stand still until a step has passed. */
  from: number;
  columns: readonly LaneColumn[];
  /** Width of a column with its gap of one, in px. */
  pitch: number;
}

/** Widths that a column of cells may have with its gap, in px. */
const pitches = [8, 7, 6, 5, 4] as const;

/** A reading stands for this long: one comes every 5 s, or a little late. */
const patience = 7_000;

const steps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300].map((seconds) => seconds * 1_000);

/** Sorts readings into as many columns as there is room for, as wide as there is room for; the last holds the latest. */
export function laneColumns(
  readings: readonly Reading[],
  window: number,
  now: number,
  room: number,
): LaneTime {
  const most = Math.max(1, Math.floor(room / pitches.at(-1)!));
  const step = steps.find((candidate) => window / candidate <= most) ?? steps.at(-1)!;
  const count = Math.min(most, Math.ceil(window / step));
  const from = (Math.floor(now / step) - count + 1) * step;
  const columns = Array.from({ length: count }, (_, index) => ({
    index,
    from: from + index * step,
    readings: [] as Reading[],
  }));
  for (const reading of readings) {
    columns[Math.floor((Date.parse(reading.at) - from) / step)]?.readings.push(reading);
  }
  let before = readings.findLast(({ at }) => Date.parse(at) < from);
  for (const column of columns) {
    const stands = before && column.from - Date.parse(before.at) < patience && column.from <= now;
    if (column.readings.length > 0) before = column.readings.at(-1);
    else if (before && stands) column.readings.push(before);
  }
  return { step, from, columns, pitch: pitches.find((pitch) => count * pitch <= room) ?? pitches.at(-1)! };
}

/** The mean of what a column read; null where it read nothing. */
export function meanOf(column: LaneColumn, read: (reading: Reading) => number | null): number | null {
  const values = column.readings.map(read).filter((value) => value !== null);
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}
