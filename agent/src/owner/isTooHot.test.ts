import { expect, test } from 'vitest';
import { isTooHot } from './isTooHot.ts';

test.each([
  ['no limit', false, null, [120], false],
  ['at the limit', false, 83, [83], false],
  ['above the limit', false, 83, [60, 84], true],
  ['a little below, after it was above', true, 83, [80], true],
  ['well below, after it was above', true, 83, [75, 60], false],
  ['unread, after it was above', true, 83, [null], true],
  ['unread, before', false, 83, [null], false],
  ['gone, after it was above', true, 83, [], false],
])('%s', (_, before, limit, temperatures, hot) => {
  expect(isTooHot(before, limit, temperatures)).toBe(hot);
});
