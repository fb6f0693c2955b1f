import { describe, expect, test } from 'vitest';
import { isOpenAt, nextChange, scheduleSchema, type Schedule } from './schedule.ts';

const closed = '0'.repeat(24);
const at = (iso: string) => Date.parse(iso);

/** Open in the hours from and before, on every day. */
function daily(from: number, before: number, timeZone: string): Schedule {
  const hours = Array.from({ length: 24 }, (_, hour) => (hour >= from && hour < before ? '1' : '0')).join('');
  return { timeZone, days: Array.from({ length: 7 }, () => hours) };
}

describe('a schedule', () => {
  test('is by the clocks of its zone', () => {
    const schedule = daily(18, 24, 'Europe/Berlin');
    expect(isOpenAt(schedule, at('2026-01-15T16:59:59Z'))).toBe(false);
    expect(isOpenAt(schedule, at('2026-01-15T17:00:00Z'))).toBe(true);
    expect(isOpenAt(schedule, at('2026-07-15T16:00:00Z'))).toBe(true);
    expect(isOpenAt(schedule, at('2026-01-15T23:00:00Z'))).toBe(false);
  });

  test('knows the days, Monday first, also where the zone is in another day', () => {
    const mondays: Schedule = {
      timeZone: 'Pacific/Auckland',
      days: ['1'.repeat(24), ...Array.from({ length: 6 }, () => closed)],
    };
    expect(isOpenAt(mondays, at('2026-06-07T11:59:00Z'))).toBe(false);
    expect(isOpenAt(mondays, at('2026-06-07T12:00:00Z'))).toBe(true);
    expect(nextChange(mondays, at('2026-06-07T12:00:00Z'))).toBe(at('2026-06-08T12:00:00Z'));
  });

  test('when clocks go forward the missing hour is passed over', () => {
    // Berlin, 29 March 2026: after 01:59 comes 03:00, at 01:00 UTC.
    const schedule = daily(2, 3, 'Europe/Berlin');
    expect(nextChange(schedule, at('2026-03-28T12:00:00Z'))).toBe(at('2026-03-30T00:00:00Z'));
    expect(nextChange(daily(3, 4, 'Europe/Berlin'), at('2026-03-29T00:30:00Z'))).toBe(
      at('2026-03-29T01:00:00Z'),
    );
  });

  test('when clocks go back the hour that comes twice is open twice', () => {
    // Berlin, 25 October 2026: 02:00 to 03:00 comes at 00:00 and again at 01:00 UTC.
    const schedule = daily(2, 3, 'Europe/Berlin');
    expect(isOpenAt(schedule, at('2026-10-25T00:30:00Z'))).toBe(true);
    expect(isOpenAt(schedule, at('2026-10-25T01:30:00Z'))).toBe(true);
    expect(nextChange(schedule, at('2026-10-25T00:30:00Z'))).toBe(at('2026-10-25T02:00:00Z'));
  });

  test('hours of zones that are a quarter of an hour off begin where they do there', () => {
    expect(nextChange(daily(18, 24, 'Asia/Kathmandu'), at('2026-01-15T12:00:00Z'))).toBe(
      at('2026-01-15T12:15:00Z'),
    );
  });

  test('one that is always or never open does not change', () => {
    expect(nextChange(daily(0, 24, 'UTC'), at('2026-01-15T12:00:00Z'))).toBeNull();
    expect(nextChange(daily(0, 0, 'UTC'), at('2026-01-15T12:00:00Z'))).toBeNull();
  });

  test.each([
    [{ timeZone: 'Mars/Base', days: Array.from({ length: 7 }, () => closed) }],
    [{ timeZone: 'UTC', days: [closed] }],
    [{ timeZone: 'UTC', days: Array.from({ length: 7 }, () => '111') }],
  ])('%j is refused', (schedule) => {
    expect(scheduleSchema.safeParse(schedule).success).toBe(false);
  });
});
