import { createLog, LocalEvents } from '@pictor/kit';
import { FakeClock } from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import { beforeEach, expect, test } from 'vitest';
import { Watches } from './watches.ts';

let clock: FakeClock;
let events: LocalEvents<EventMap>;
beforeEach(() => {
  clock = new FakeClock();
  events = new LocalEvents<EventMap>();
});

/** One process of several. */
function process(): Watches {
  const watches = new Watches({ events, clock, log: createLog({ level: 'silent' }) });
  watches.start();
  return watches;
}
/** Lets events be heard. */
const heard = () => new Promise((resolve) => setImmediate(resolve));
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1_000) {
    clock.advance(1_000);
    await heard();
  }
}

test('what one process watches every process knows, for as long as it does', async () => {
  const [here, there] = [process(), process()];
  const end = here.begin(['w']);
  await heard();
  expect([here.isWatched('w'), there.isWatched('w'), there.isWatched('v')]).toEqual([true, true, false]);
  await pass(300_000);
  expect(there.isWatched('w')).toBe(true);
  end();
  await pass(29_000);
  expect(there.isWatched('w')).toBe(true);
  await pass(11_000);
  expect([here.isWatched('w'), there.isWatched('w')]).toEqual([false, false]);
  expect(clock.timers).toBe(0);
});

test('a process that comes later learns of it, and one that dies strands nothing', async () => {
  const here = process();
  here.begin(['w']);
  await heard();
  const later = process();
  expect(later.isWatched('w')).toBe(false);
  await pass(10_000);
  expect(later.isWatched('w')).toBe(true);
  await here.stop();
  await pass(30_000);
  expect(later.isWatched('w')).toBe(false);
});

test('it ends with the last who looks', async () => {
  const here = process();
  const ends = [here.begin(['w']), here.begin(['w', 'w'])];
  ends[0]!();
  await pass(60_000);
  expect(here.isWatched('w')).toBe(true);
  ends[1]!();
  await pass(40_000);
  expect(here.isWatched('w')).toBe(false);
});

test('who looks at a whole fleet watches nobody', async () => {
  const here = process();
  here.begin(Array.from({ length: 9 }, (_, i) => `w${i}`))();
  await heard();
  expect(here.isWatched('w0')).toBe(false);
});

test('a clock that is set back makes nobody watched for longer', async () => {
  const here = process();
  here.begin(['w'])();
  await heard();
  clock.set(clock.now() - 3_600_000);
  expect(here.isWatched('w')).toBe(false);
});
