import { FakeClock, recordedEvents } from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import { expect, test } from 'vitest';
import { Changes } from './Changes.ts';

function setUp() {
  const clock = new FakeClock();
  const events = recordedEvents<EventMap>();
  return { clock, events, changes: new Changes(events, clock, 250) };
}

test('the first change is told at once, the latest of many when its time has come, four a second at most', () => {
  const { clock, events, changes } = setUp();
  for (let i = 0; i < 1_000; i++) {
    changes.job('a', 'creator');
    clock.advance(10);
  }
  expect(events.published.length).toBeGreaterThanOrEqual(40);
  expect(events.published.length).toBeLessThanOrEqual(41);
});

test('the last change is always told, then nothing is remembered', () => {
  const { clock, events, changes } = setUp();
  changes.job('a', 'creator');
  changes.job('a', 'creator');
  expect(events.published).toHaveLength(1);
  clock.advance(250);
  expect(events.published).toHaveLength(2);
  clock.advance(1_000);
  expect(events.published).toHaveLength(2);
  expect(clock.timers).toBe(0);
});

test('one job does not hold back another, nor an attempt', () => {
  const { events, changes } = setUp();
  changes.job('a', 'creator');
  changes.job('b', 'creator');
  changes.attempt({ attemptId: 'a', taskId: 't', workerId: 'w', providerId: 'p' });
  expect(events.published).toHaveLength(3);
});
