import { expect, test, vi } from 'vitest';
import { Revisions } from './revisions.svelte.ts';

test('a change is marked for 5 s, what is no change is not', () => {
  vi.useFakeTimers();
  try {
    const revisions = new Revisions();
    revisions.know('w1', 'ERROR');
    revisions.note('w1', 'ERROR');
    revisions.note('w2', 'IDLE');
    expect(revisions.was('w1')).toBeUndefined();
    expect(revisions.was('w2')).toBeUndefined();
    revisions.note('w1', 'UPSCALING');
    revisions.know('w1', 'ERROR');
    expect(revisions.was('w1')).toBe('ERROR');
    vi.advanceTimersByTime(5_000);
    expect(revisions.was('w1')).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});
