import { expect, test } from 'vitest';
import { since } from './readings.ts';

test('server and browser ask since the same moment, though one asks a little later', () => {
  const now = Date.parse('2026-11-23T12:00:10.400Z');
  expect(since(60_000, now)).toBe('2026-11-23T11:59:00.000Z');
  expect(since(60_000, now + 2_000)).toBe(since(60_000, now));
});
