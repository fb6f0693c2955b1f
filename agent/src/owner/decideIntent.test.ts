import { describe, expect, test } from 'vitest';
import { decideIntent } from './decideIntent.ts';
import { settingsSchema, type Settings } from './settings.ts';

const now = Date.parse('2026-01-15T12:00:00Z');
const decide = (settings: Partial<Settings>, portal: 'RUN' | 'DRAIN' | 'PAUSE' = 'RUN', hot = false) =>
  decideIntent({ portal, settings: { ...settingsSchema.parse({}), ...settings }, hot, now });
const pause = (kind: 'PAUSE' | 'DRAIN', until: string | null = null) => ({
  pause: { kind, since: '2026-01-15T11:00:00.000Z', until },
});
const closed = {
  schedule: { timeZone: 'UTC', days: Array.from({ length: 7 }, () => '1'.repeat(12) + '0'.repeat(12)) },
};

describe('what an agent is to do', () => {
  test('it runs while nothing is said', () => {
    expect(decide({})).toEqual({ intent: 'RUN', holds: [], handBack: false });
  });

  test('the strictest counts, and everybody who says so is named', () => {
    const { intent, holds } = decide(pause('DRAIN'), 'PAUSE', true);
    expect(intent).toBe('PAUSE');
    expect(holds.map(({ by }) => by)).toEqual(['OWNER', 'TEMPERATURE', 'PORTAL']);
    expect(decide(pause('DRAIN')).intent).toBe('DRAIN');
    expect(decide({}, 'DRAIN').intent).toBe('DRAIN');
  });

  test('a pause ends at its time', () => {
    expect(decide(pause('PAUSE', '2026-01-15T12:00:01.000Z')).intent).toBe('PAUSE');
    expect(decide(pause('PAUSE', '2026-01-15T12:00:00.000Z')).intent).toBe('RUN');
  });

  test('a closed schedule says when it opens', () => {
    expect(decide(closed).holds).toEqual([
      { by: 'SCHEDULE', intent: 'PAUSE', until: '2026-01-16T00:00:00.000Z' },
    ]);
  });

  test('tasks go back only where the owner chose so, whoever pauses, and not to end after this task', () => {
    const handBack = { onPause: 'HAND_BACK' } as const;
    expect(decide({ ...pause('PAUSE'), ...handBack }).handBack).toBe(true);
    expect(decide({ ...closed, ...handBack }).handBack).toBe(true);
    expect(decide(handBack, 'RUN', true).handBack).toBe(true);
    expect(decide({ ...pause('DRAIN'), ...handBack }).handBack).toBe(false);
    expect(decide(handBack, 'PAUSE').handBack).toBe(true);
    expect(decide(handBack, 'DRAIN').handBack).toBe(false);
    expect(decide({}, 'PAUSE').handBack).toBe(false);
    expect(decide(pause('PAUSE')).handBack).toBe(false);
  });
});
