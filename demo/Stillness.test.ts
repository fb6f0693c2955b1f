import { expect, test } from 'vitest';
import { Stillness } from './Stillness.ts';

test('what does not move for five minutes has been still for too long, and any move starts the time anew', () => {
  let minutes = 7;
  const stillness = new Stillness(() => minutes * 60_000);
  const told = ['QUEUED 0', 'QUEUED 0', 'RUNNING 0', 'RUNNING 0.1', 'RUNNING 0.1', 'RUNNING 0.1'].map(
    (how) => {
      minutes += 4;
      return stillness.isTooLong(how);
    },
  );
  expect(told).toEqual([false, false, false, false, false, true]);
});
