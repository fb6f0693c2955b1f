import { expect, test, vi } from 'vitest';
import { Connection } from './connection.svelte.ts';

test('beats fill up to eight, and a loss empties them and remembers when the platform was last heard', () => {
  let now = 1_000;
  const connection = new Connection(() => now);
  expect(connection.state).toBe('opening');
  connection.opened();
  for (let ping = 0; ping < 20; ping++) {
    connection.pinged();
    now += 40;
    connection.ponged();
  }
  expect(connection).toMatchObject({ state: 'live', beats: 8, roundTrip: 40, heardAt: now });
  const last = now;
  now += 5_000;
  connection.closed();
  expect(connection).toMatchObject({ state: 'lost', beats: 0, heardAt: last });
  connection.opened();
  expect(connection).toMatchObject({ state: 'live', gaps: 1 });
});

test('something may be missed when it is opened again, and when the platform says so', () => {
  const connection = new Connection();
  connection.opened();
  expect(connection.gaps).toBe(0);
  connection.missed();
  expect(connection.gaps).toBe(1);
  connection.closed();
  connection.opened();
  expect(connection.gaps).toBe(2);
});

test('waits longer each time, never more than 30 s, with jitter', async () => {
  vi.useFakeTimers();
  try {
    const waits = [];
    for (const retries of [0, 1, 5, 50, 5_000]) {
      for (const random of [0, 1]) {
        const connection = new Connection(Date.now, () => random);
        const began = Date.now();
        const waiting = connection.wait(retries);
        expect(connection.state).toBe('lost');
        await vi.runAllTimersAsync();
        await waiting;
        waits.push(Date.now() - began);
      }
    }
    expect(waits).toEqual([500, 1_000, 1_000, 2_000, 15_000, 30_000, 15_000, 30_000, 15_000, 30_000]);
  } finally {
    vi.useRealTimers();
  }
});

test('trying now ends the wait', async () => {
  const connection = new Connection();
  const waiting = connection.wait(9);
  expect(connection.retryAt).toBeGreaterThan(Date.now());
  connection.tryNow();
  await waiting;
  expect(connection.retryAt).toBeUndefined();
});
