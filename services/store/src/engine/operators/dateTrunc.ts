import { CommandError, refuse } from '../errors.ts';
import { typeName } from '../values.ts';
import { fieldsOf, isMissing } from './operator.ts';
import type { Operator } from './operator.ts';

const MINUTE = 60_000;
const FIXED_UNITS: Record<string, number> = {
  second: 1000,
  minute: MINUTE,
  hour: 60 * MINUTE,
  day: 1440 * MINUTE,
};

/** `$dateTrunc`: the beginning of the second, minute, hour, day, month or year of a date, in local time of a zone. */
export const dateTrunc: Operator = (operand, compile) => {
  const fields = fieldsOf('$dateTrunc', operand, ['date', 'unit'], ['timezone']);
  const date = compile(fields['date']);
  const unit = compile(fields['unit']);
  const zone = compile(fields['timezone'] ?? 'UTC');
  return (doc, variables) => {
    const [when, unitName, timezone] = [date, unit, zone].map((expression) => expression(doc, variables));
    if (isMissing(when) || isMissing(unitName) || isMissing(timezone)) return null;
    if (!(when instanceof Date)) {
      throw new CommandError(5439012, `$dateTrunc requires 'date' to be a date, but got ${typeName(when)}`);
    }
    return truncate(when.getTime(), String(unitName), String(timezone));
  };
};

/** The zone's offset may be another one at the beginning than at the time, around a change of clocks. */
function truncate(time: number, unit: string, timezone: string): Date {
  const offset = zoneOffset(timezone, time);
  const start = localStart(time + offset, unit);
  return new Date(start - zoneOffset(timezone, start - offset));
}

function localStart(local: number, unit: string): number {
  const fixed = FIXED_UNITS[unit];
  if (fixed !== undefined) return Math.floor(local / fixed) * fixed;
  const date = new Date(local);
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  if (unit === 'year') return Date.UTC(date.getUTCFullYear(), 0);
  throw refuse(`$dateTrunc's unit ${unit}`);
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
