import { expect, test } from 'vitest';
import { parseMoment } from './parseMoment.ts';

const now = new Date(2026, 0, 15, 12, 30).getTime();

test.each([
  ['2h', now + 7_200_000],
  ['30m', now + 1_800_000],
  ['1d', now + 86_400_000],
  ['18:00', new Date(2026, 0, 15, 18, 0).getTime()],
  ['7:15', new Date(2026, 0, 16, 7, 15).getTime()],
  ['12:30', new Date(2026, 0, 16, 12, 30).getTime()],
  ['2026-02-01T08:00:00Z', Date.UTC(2026, 1, 1, 8)],
  ['24:00', undefined],
  ['soon', undefined],
  ['5', undefined],
  ['2026-13-01T08:00:00Z', undefined],
])('%s', (text, moment) => {
  expect(parseMoment(text, now)).toBe(moment);
});
