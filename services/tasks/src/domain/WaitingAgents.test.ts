import { recordedEvents } from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import { expect, test } from 'vitest';
import { WaitingAgents } from './WaitingAgents.ts';

test('as many agents are woken as there are tasks, those that wait longest first, each once', () => {
  const events = recordedEvents<EventMap>();
  const waiting = new WaitingAgents(events);
  for (const id of ['a', 'b', 'c', 'd', 'a']) waiting.add(id, false);
  waiting.add('checker', true);
  waiting.remove('b');
  waiting.wake(2, false);
  waiting.wake(2, false);
  waiting.wake(2, false);
  waiting.wake(9, true);
  expect(events.published.map(({ event }) => event)).toEqual([
    { workerId: 'a' },
    { workerId: 'c' },
    { workerId: 'd' },
    { workerId: 'checker' },
  ]);
});
