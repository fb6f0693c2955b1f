import { expect, test, vi } from 'vitest';
import { systemClock } from './clock.ts';
import { FakeClock } from './fakeClock.ts';

test('the system clock waits longer than one timer can, and can be called off', () => {
  vi.useFakeTimers();
  try {
    const days = 24 * 3_600_000;
    let fired = 0;
    systemClock.after(60 * days, () => fired++);
    const cancel = systemClock.after(61 * days, () => (fired += 100));
    systemClock.after(-5, () => (fired += 10));
    vi.advanceTimersByTime(0);
    expect(fired).toBe(10);
    vi.advanceTimersByTime(60 * days - 1);
    expect(fired).toBe(10);
    vi.advanceTimersByTime(1);
    expect(fired).toBe(11);
    cancel();
    vi.advanceTimersByTime(2 * days);
    expect(fired).toBe(11);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('the fake clock fires timers in their order and at their time, those set meanwhile, too', () => {
  const clock = new FakeClock(1_000);
  const fired: [string, number][] = [];
  const note = (name: string) => () => void fired.push([name, clock.now()]);
  clock.after(30, note('c'));
  clock.after(10, () => {
    note('a')();
    clock.after(10, note('b'));
    clock.after(100, note('late'));
  });
  const cancel = clock.after(20, note('never'));
  cancel();
  clock.advance(50);
  expect(fired).toEqual([
    ['a', 1_010],
    ['b', 1_020],
    ['c', 1_030],
  ]);
  expect(clock.now()).toBe(1_050);
  clock.set(500);
  expect(clock.now()).toBe(500);
  expect(clock.timers).toBe(1);
});
