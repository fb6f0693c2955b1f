import { expect, test } from 'vitest';
import { about, age, asText, clock, moment, span, took, type Measure } from './time.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const plain = (measures: Measure[]) => asText(measures).replaceAll('\u00a0', ' ');

test.each([
  [-5, '0 s'],
  [59_999, '59 s'],
  [3 * minute + 4 * second, '3 min 4 s'],
  [4 * hour + 12 * minute, '4 h 12 min'],
  [2 * hour, '2 h'],
  [990 * hour, '41 d 6 h'],
])('a span of %d ms is %s', (length, text) => expect(plain(span(length))).toBe(text));

test.each([
  [2_400, '2 s'],
  [90 * second, '1 min'],
  [25 * hour, '1 d 1 h'],
])('an age of %d ms is %s', (length, text) => expect(plain(age(length))).toBe(text));

test.each([
  [0, '10 s'],
  [31 * second, '40 s'],
  [112 * second, '2 min'],
  [83 * minute, '1 h 20 min'],
  [70 * hour, '3 d'],
])('about %d ms left is %s', (length, text) => expect(plain(about(length))).toBe(text));

test('a moment is a clock today, a date before, with the year when it is another', () => {
  const now = new Date('2026-11-23T14:32:08Z');
  expect(clock(now)).toBe('14:32:08');
  expect(moment(new Date('2026-11-23T00:00:01Z'), now)).toBe('00:00:01');
  expect(moment(new Date('2026-11-09T10:40:59Z'), now)).toBe('9 Nov 10:40');
  expect(moment(new Date('2025-11-23T14:32:00Z'), now)).toBe('23 Nov 2025 14:32');
});

test('what took less than a minute is told to a tenth of a second', () => {
  expect(plain(took(13.44))).toBe('13.4 s');
  expect(plain(took(190))).toBe('3 min 10 s');
});
