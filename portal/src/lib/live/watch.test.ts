import type { Client } from '@urql/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Connection } from './connection.svelte.ts';
import { watch } from './watch.ts';

/** A page that can be hidden. */
class Page extends EventTarget {
  hidden = false;

  hide(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

function aPage(hidden = false) {
  const page = new Page();
  page.hidden = hidden;
  vi.stubGlobal('document', page);
  const connection = new Connection();
  const heard: unknown[] = [];
  let open = 0;
  let tell: ((result: object) => void) | undefined;
  const subscription = () => ({
    subscribe: (sink: typeof tell) => {
      open++;
      tell = sink;
      return { unsubscribe: () => void open-- };
    },
  });
  const client = { subscription } as unknown as Client;
  const stop = watch({ client, connection }, ['w1'], (reading) => heard.push(reading));
  return {
    ...{ page, connection, heard, stop },
    open: () => open,
    read: (reading: object) => tell?.({ data: { readingRecorded: { reading } } }),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a hidden page stops watching after a while, and catches up when it is seen again', () => {
  const { page, connection, heard, open, read, stop } = aPage();
  read({ at: 1 });
  page.hide(true);
  vi.advanceTimersByTime(9_999);
  expect(open()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(open()).toBe(0);
  expect(connection.gaps).toBe(0);
  page.hide(false);
  expect(open()).toBe(1);
  expect(connection.gaps, 'what was missed is asked for again').toBe(1);
  read({ at: 2 });
  expect(heard).toEqual([{ at: 1 }, { at: 2 }]);
  stop();
  expect(open()).toBe(0);
});

test('a glance elsewhere ends nothing', () => {
  const { page, connection, open } = aPage();
  for (let times = 0; times < 5; times++) {
    page.hide(true);
    vi.advanceTimersByTime(9_000);
    page.hide(false);
    vi.advanceTimersByTime(9_000);
  }
  expect([open(), connection.gaps]).toEqual([1, 0]);
});

test('a page opened behind others watches once it is seen, and one that went watches no more', () => {
  const { page, open, stop } = aPage(true);
  expect(open()).toBe(0);
  page.hide(false);
  expect(open()).toBe(1);
  page.hide(true);
  stop();
  vi.advanceTimersByTime(60_000);
  page.hide(false);
  expect(open()).toBe(0);
});
