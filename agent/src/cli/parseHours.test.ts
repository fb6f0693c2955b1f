import { expect, test } from 'vitest';
import { parseHours, writeHours } from './parseHours.ts';

const written = (text: string) => {
  const schedule = parseHours(text, 'UTC');
  return schedule && writeHours(schedule);
};

test.each([
  ['Mon 9-17', 'Mon 9-17 UTC'],
  ['sat-sun 0-24', 'Sat 0-24, Sun 0-24 UTC'],
  ['Fri 22-6', 'Fri 22-24, Sat 0-6 UTC'],
  ['Sun-Mon 18-24, Mon 0-8', 'Mon 0-8, Mon 18-24, Sun 18-24 UTC'],
])('%s', (text, hours) => {
  expect(written(text)).toBe(hours);
});

test.each(['', 'Mon', 'Mon 9', 'Xyz 9-17', 'Mon 9-9', 'Mon 24-3', 'Mon 3-25'])('"%s" is refused', (text) => {
  expect(parseHours(text, 'UTC')).toBeUndefined();
});
