import { CombinedError, type Client, type OperationResult } from '@urql/core';
import { parse } from 'graphql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listen } from './listen.ts';

const document = parse('subscription { tick }');
type Sink = (result: Partial<OperationResult>) => void;

/** A client that keeps the sinks of its subscriptions. */
function aClient() {
  const sinks: Sink[] = [];
  let open = 0;
  const subscription = () => ({
    subscribe: (sink: Sink) => {
      sinks.push(sink);
      open++;
      return { unsubscribe: () => void open-- };
    },
  });
  return { client: { subscription } as unknown as Client, sinks, open: () => open };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('listens again after an end, longer apart each time, until it is stopped', () => {
  const { client, sinks, open } = aClient();
  const heard: unknown[] = [];
  const stop = listen(client, document, {}, (data) => heard.push(data));
  sinks[0]!({ data: { tick: 1 } });
  const error = new CombinedError({ networkError: new Error('gone') });
  for (const wait of [1_000, 2_000, 4_000]) {
    sinks.at(-1)!({ error, hasNext: false });
    const before = sinks.length;
    vi.advanceTimersByTime(wait - 1);
    expect(sinks).toHaveLength(before);
    vi.advanceTimersByTime(1);
    expect(sinks).toHaveLength(before + 1);
  }
  expect(heard).toEqual([{ tick: 1 }]);
  stop();
  expect(open()).toBe(0);
  sinks.at(-1)!({ error, hasNext: false });
  vi.advanceTimersByTime(60_000);
  expect(sinks).toHaveLength(4);
});
