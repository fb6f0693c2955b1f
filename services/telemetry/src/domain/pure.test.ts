import { describe, expect, test } from 'vitest';
import type { LivenessDocument } from '../model/liveness.ts';
import { connectivityAfterSilence } from './connectivity.ts';
import { Gathering } from './gathering.ts';
import { heatOf } from './heat.ts';
import { thin } from './thin.ts';
import { uptimeOf } from './uptime.ts';

const start = Date.UTC(2026, 0, 1);
const moment = (seconds: number) => new Date(start + seconds * 1000);

const liveness = (change: Partial<LivenessDocument>): LivenessDocument => ({
  _id: 'w',
  providerId: 'p',
  heardMs: 0,
  connectivity: 'ONLINE',
  connectivityRevision: 1,
  heat: null,
  heatRevision: 0,
  ...change,
});

describe('uptime', () => {
  test.each<[string, Partial<LivenessDocument>, number, number | null]>([
    ['before enrolment', { lastHeardAt: moment(0) }, 10, null],
    ['before the first heartbeat', { enrolledAt: moment(0) }, 10, null],
    ['heard all the time', { enrolledAt: moment(0), lastHeardAt: moment(95), heardMs: 95_000 }, 100, 1],
    ['silent for a minute', { enrolledAt: moment(0), lastHeardAt: moment(40), heardMs: 40_000 }, 100, 0.7],
    [
      'silent for a day',
      { enrolledAt: moment(0), lastHeardAt: moment(100), heardMs: 70_000 },
      86_400,
      100 / 86_400,
    ],
    [
      'deleted',
      { enrolledAt: moment(0), deletedAt: moment(100), lastHeardAt: moment(50), heardMs: 50_000 },
      9_999,
      0.8,
    ],
    [
      'enrolled in the future, after the clock was set back',
      { enrolledAt: moment(50), lastHeardAt: moment(60) },
      10,
      1,
    ],
    ['heard in the future', { enrolledAt: moment(0), lastHeardAt: moment(60), heardMs: 5_000 }, 10, 0.5],
    [
      'heard of more than there was',
      { enrolledAt: moment(9), lastHeardAt: moment(10), heardMs: 60_000 },
      20,
      1,
    ],
  ])('%s', (_, change, seconds, uptime) => {
    expect(uptimeOf(liveness(change), moment(seconds).getTime())).toBe(uptime);
  });
});

describe('connectivity after silence', () => {
  test.each([
    ['ONLINE', 0, 30, 30, 'STALE', 90],
    ['ONLINE', 0, 30, 89.999, 'STALE', 90],
    ['ONLINE', 0, 30, 90, 'OFFLINE', null],
    ['STALE', 0, 90, 90, 'OFFLINE', null],
    ['ONLINE', 0, 30, 99_999, 'OFFLINE', null],
    ['ONLINE', 5_000, 40, 40, 'STALE', 100],
    ['STALE', 5_000, 100, 100, 'OFFLINE', null],
  ] as const)(
    '%s, heard at %d s, due at %d s: at %d s %s until %s',
    (before, heard, due, now, after, next) => {
      const silent = { connectivity: before, lastHeardAt: moment(heard), dueAt: moment(due) };
      expect(connectivityAfterSilence(silent, moment(now).getTime())).toEqual({
        connectivity: after,
        dueAt: next === null ? null : moment(next),
      });
    },
  );
});

describe('heat', () => {
  const gpus = (...temperatures: (number | null)[]) => ({
    gpus: temperatures.map((temperatureCelsius) => ({ temperatureCelsius }) as never),
  });
  test.each([
    [[], 60, null],
    [[null, null], 60, null],
    [[null, 42], null, 40],
    [[42, 71.4], null, 70],
    [[64], 60, 60],
    [[64.1], 60, 65],
    [[61], 65, 65],
    [[60.9], 65, 60],
    [[-3], null, -5],
  ])('%j after %s is %s', (temperatures, before, heat) => {
    expect(heatOf(gpus(...temperatures), before)).toBe(heat);
  });

  test('does not swing between two steps', () => {
    let heat: number | null = null;
    const shown = new Set(
      [62, 63, 62.4, 62.6, 61.5, 63.5].map((celsius) => (heat = heatOf(gpus(celsius), heat))),
    );
    expect(shown.size).toBe(1);
  });
});

describe('thinning', () => {
  const readings = Array.from({ length: 100 }, (_, at) => ({ at }));

  test('keeps all of what is little', () => expect(thin(readings, 0, 100, 100)).toEqual(readings));

  test('keeps the first of each equal part', () =>
    expect(thin(readings, 0, 100, 5).map(({ at }) => at)).toEqual([0, 20, 40, 60, 80]));

  test('keeps a lonely reading among many', () => {
    const lonely = [{ at: 5 }, ...Array.from({ length: 50 }, (_, i) => ({ at: 950 + i }))];
    expect(thin(lonely, 0, 1000, 10).map(({ at }) => at)).toEqual([5, 950]);
  });

  test.each([1, 2, 3, 7, 99])('never keeps more than %d', (most) =>
    expect(thin(readings, 0, 100, most).length).toBeLessThanOrEqual(most),
  );
});

describe('gathering', () => {
  test('writes together what comes together, in batches of bounded size', async () => {
    const batches: number[][] = [];
    const gathering = new Gathering(async (items: number[]) => {
      batches.push(items);
      return items.map((item) => item * 2);
    }, 4);
    const results = await Promise.all([1, 2, 3, 4, 5].map((item) => gathering.add(item)));
    expect(results).toEqual([2, 4, 6, 8, 10]);
    expect(await gathering.add(9, 100)).toBe(18);
    expect(batches).toEqual([[1, 2, 3, 4], [5], [9]]);
  });

  test('tells a failure to its own batch alone, and goes on', async () => {
    const gathering = new Gathering(async (items: number[]) => {
      if (items.includes(1)) throw new Error('no');
      return items;
    }, 2);
    const outcomes = await Promise.allSettled([0, 1, 2, 3].map((item) => gathering.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled']);
  });

  test('refuses what is too much', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const gathering = new Gathering(async (items: number[]) => (await promise, items), 100_000);
    const waiting = Array.from({ length: 20_000 }, (_, i) => gathering.add(i));
    await expect(gathering.add(1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    resolve();
    await Promise.all(waiting);
    expect(await gathering.add(1)).toBe(1);
  });
});
