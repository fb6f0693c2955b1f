import { CommandError } from '../errors.ts';
import { toDouble } from '../numbers.ts';
import { typeName } from '../values.ts';
import { fieldsOf, isMissing } from './operator.ts';
import type { Operator } from './operator.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Bins are counted from here, in local time. */
const ORIGIN = Date.UTC(2000, 0, 1);
const ORIGIN_WEEKDAY = 6;
const FIXED_UNITS: Record<string, number> = {
  millisecond: 1,
  second: 1000,
  minute: MINUTE,
  hour: 60 * MINUTE,
  day: DAY,
};
const MONTHS: Record<string, number> = { month: 1, quarter: 3, year: 12 };
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

interface Bin {
  unit: string;
  size: number;
  startOfWeek: number;
}

/** `$dateTrunc`: the beginning of the bin that a date lies in, in local time of a zone. */
export const dateTrunc: Operator = (operand, compile) => {
  const fields = fieldsOf('$dateTrunc', operand, ['date', 'unit'], ['binSize', 'timezone', 'startOfWeek']);
  const date = compile(fields['date']);
  const unit = compile(fields['unit']);
  const size = compile(fields['binSize'] ?? 1);
  const zone = compile(fields['timezone'] ?? 'UTC');
  const weekStart = compile(fields['startOfWeek'] ?? 'sunday');
  return (doc, variables) => {
    const values = [date, unit, size, zone, weekStart].map((expression) => expression(doc, variables));
    if (values.some(isMissing)) return null;
    const [when, unitName, binSize, timezone, firstDay] = values;
    if (!(when instanceof Date))
      throw new CommandError(5439012, `$dateTrunc requires 'date' to be a date, but got ${typeName(when)}`);
    const bin = { unit: String(unitName), size: positive(binSize), startOfWeek: weekday(firstDay) };
    return truncate(when.getTime(), bin, String(timezone));
  };
};

function truncate(time: number, bin: Bin, timezone: string): Date {
  const offset = zoneOffset(timezone, time);
  const start = binStart(time + offset, bin);
  const startOffset = zoneOffset(timezone, start - offset);
  return new Date(start - startOffset);
}

function binStart(local: number, { unit, size, startOfWeek }: Bin): number {
  const fixed = FIXED_UNITS[unit];
  if (fixed !== undefined) return floorFrom(local, ORIGIN, fixed * size);
  if (unit === 'week') {
    const firstWeek = ORIGIN + ((startOfWeek - ORIGIN_WEEKDAY + 7) % 7) * DAY;
    return floorFrom(local, firstWeek, 7 * DAY * size);
  }
  const months = MONTHS[unit];
  if (months === undefined) throw new CommandError(9, `unknown time unit value: ${unit}`);
  const date = new Date(local);
  const sinceOrigin = (date.getUTCFullYear() - 2000) * 12 + date.getUTCMonth();
  return Date.UTC(2000, floorFrom(sinceOrigin, 0, months * size), 1);
}

function floorFrom(value: number, origin: number, step: number): number {
  return origin + Math.floor((value - origin) / step) * step;
}

function positive(value: unknown): number {
  const size = toDouble(value);
  if (Number.isSafeInteger(size) && size > 0) return size;
  throw new CommandError(5439017, `$dateTrunc requires 'binSize' to be a positive integer`);
}

function weekday(name: unknown): number {
  const wanted = String(name).toLowerCase();
  const day = WEEKDAYS.findIndex((full) => full === wanted || full.slice(0, 3) === wanted);
  if (day === -1)
    throw new CommandError(5439015, `$dateTrunc cannot recognize 'startOfWeek': ${String(name)}`);
  return day;
}

const MAX_ZONES = 600;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What local time of a zone is ahead of UTC at an instant, in milliseconds. */
function zoneOffset(timezone: string, time: number): number {
  if (timezone === 'UTC' || timezone === 'GMT') return 0;
  const fixed = /^([+-])(\d\d):?(\d\d)?$/.exec(timezone);
  if (fixed) return Number(`${fixed[1]}1`) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * MINUTE;
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of zoneFormat(timezone).formatToParts(time)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

function zoneFormat(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known) return known;
  const numeric = 'numeric' as const;
  const fields = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  };
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: timezone, hourCycle: 'h23', ...fields });
    if (formats.size < MAX_ZONES) formats.set(timezone, format);
    return format;
  } catch {
    throw new CommandError(40485, `unrecognized time zone identifier: "${timezone}"`);
  }
}
