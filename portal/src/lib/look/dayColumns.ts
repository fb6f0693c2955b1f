import { roundUnit } from './cells.ts';
import { micros } from './money.ts';
import { dayOf } from './time.ts';

/** What was earned on a day. */
export interface DayAmount {
  /** YYYY-MM-DD, UTC. */
  day: string;
  amount: string | bigint;
}

/** Days in a row as columns of cells. */
export interface DayColumns {
  /** The last days, oldest first, today last; a day without earnings is zero. */
  days: { day: string; amount: bigint }[];
  /** What one cell stands for, in micro-dollars. */
  unit: bigint;
  /** Cells of the tallest column. */
  rows: number;
}

const aDay = 86_400_000;
const mostRows = 8;
const smallestUnit = 1_000n;

/** Lays out the last `count` days up to `now`, at most eight cells high. */
export function dayColumns(amounts: readonly DayAmount[], count: number, now: number): DayColumns {
  const known = new Map(amounts.map(({ day, amount }) => [day, micros(amount)]));
  const days = Array.from({ length: count }, (_, index) => {
    const day = dayOf(new Date(now - (count - 1 - index) * aDay));
    return { day, amount: known.get(day) ?? 0n };
  });
  const tallest = days.reduce((most, { amount }) => (amount > most ? amount : most), 0n);
  const unit = BigInt(roundUnit(Number(tallest / smallestUnit), mostRows)) * smallestUnit;
  return { days, unit, rows: Math.max(1, Number((tallest + unit - 1n) / unit)) };
}
