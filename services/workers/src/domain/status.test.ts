import { describe, expect, test } from 'vitest';
import { rankOf, reasonOf, shownStatus, shownStatuses, type Axes } from './status.ts';

const connectivities = ['NEW', 'ONLINE', 'STALE', 'OFFLINE'] as const;
const healths = ['OK', 'WARNING', 'ERROR'] as const;
const intents = ['RUN', 'DRAIN', 'PAUSE'] as const;
const works = ['IDLE', 'RENDERING', 'UPSCALING', 'MINING'] as const;

const everyStanding: Axes[] = connectivities.flatMap((connectivity) =>
  healths.flatMap((health) =>
    intents.flatMap((intent) => works.map((work) => ({ connectivity, health, intent, work }))),
  ),
);

/** The words whose own condition holds, each told without looking at the others. */
const conditions: Record<string, (axes: Axes) => boolean> = {
  OFFLINE: ({ connectivity }) => connectivity === 'OFFLINE',
  ERROR: ({ health }) => health === 'ERROR',
  STALE: ({ connectivity }) => connectivity === 'STALE',
  NEW: ({ connectivity }) => connectivity === 'NEW',
  DRAINING: ({ intent }) => intent === 'DRAIN',
  PAUSED: ({ intent }) => intent === 'PAUSE',
  RENDERING: ({ work }) => work === 'RENDERING',
  UPSCALING: ({ work }) => work === 'UPSCALING',
  MINING: ({ work }) => work === 'MINING',
  IDLE: ({ work }) => work === 'IDLE',
};

const usual: Axes = { connectivity: 'ONLINE', health: 'OK', intent: 'RUN', work: 'IDLE' };

describe('the word that a list shows', () => {
  test('is the first in the order of precedence whose condition holds, for all 144 standings', () => {
    expect(everyStanding).toHaveLength(144);
    for (const axes of everyStanding)
      expect(shownStatus(axes)).toBe(Object.keys(conditions).find((word) => conditions[word]?.(axes)));
  });

  test.each([
    [usual, 'IDLE'],
    [{ ...usual, work: 'UPSCALING' }, 'UPSCALING'],
    [{ ...usual, work: 'MINING' }, 'MINING'],
    [{ ...usual, work: 'UPSCALING', intent: 'DRAIN' }, 'DRAINING'],
    [{ ...usual, work: 'RENDERING', intent: 'PAUSE' }, 'PAUSED'],
    [{ ...usual, intent: 'PAUSE', connectivity: 'NEW' }, 'NEW'],
    [{ ...usual, health: 'ERROR', connectivity: 'STALE' }, 'ERROR'],
    [{ ...usual, health: 'ERROR', connectivity: 'OFFLINE' }, 'OFFLINE'],
    [{ ...usual, health: 'WARNING' }, 'IDLE'],
  ] as [Axes, string][])('%j shows %s', (axes, shown) => {
    expect(shownStatus(axes)).toBe(shown);
  });

  test('ranks as listed', () => {
    expect(shownStatuses.map(rankOf)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('the reason', () => {
  test('is given where the word does not say it', () => {
    expect(reasonOf({ ...usual, connectivity: 'OFFLINE' }, true)).toMatch('90 s');
    expect(reasonOf({ ...usual, connectivity: 'STALE' }, true)).toMatch('30 s');
    expect(reasonOf({ ...usual, connectivity: 'NEW' }, false)).toMatch('not been imported');
    expect(reasonOf({ ...usual, connectivity: 'NEW' }, true)).toMatch('not been started');
    expect(reasonOf({ ...usual, health: 'ERROR' }, true)).toMatch('incident');
    expect(reasonOf({ ...usual, health: 'WARNING' }, true)).toMatch('incident');
    expect(reasonOf({ ...usual, intent: 'PAUSE', work: 'UPSCALING' }, true)).toMatch('task');
    expect(reasonOf({ ...usual, intent: 'DRAIN' }, true)).toMatch('finished');
  });

  test('is left out where it does', () => {
    expect(reasonOf(usual, true)).toBeNull();
    expect(reasonOf({ ...usual, intent: 'PAUSE', work: 'MINING' }, true)).toBeNull();
    expect(reasonOf({ ...usual, work: 'UPSCALING' }, true)).toBeNull();
    expect(reasonOf({ ...usual, intent: 'PAUSE' }, true)).toBeNull();
    expect(reasonOf({ ...usual, intent: 'DRAIN', work: 'UPSCALING' }, true)).toBeNull();
  });
});
