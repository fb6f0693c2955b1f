import { recordedEvents } from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import { expect, test } from 'vitest';
import { WaitingAgents } from './WaitingAgents.ts';

test('as many agents are woken as there are tasks, those that wait longest and can do them first, each once', () => {
  const events = recordedEvents<EventMap>();
  const waiting = new WaitingAgents(events);
  for (const id of ['a', 'b', 'c', 'd', 'a']) waiting.add(id, { check: false, kinds: ['UPSCALE'] });
  waiting.add('renderer', { check: false, kinds: ['RENDER'] });
  waiting.add('checker', { check: true, kinds: ['UPSCALE', 'RENDER'] });
  waiting.remove('b');
  waiting.wake(2, 'UPSCALE', false);
  waiting.wake(2, 'UPSCALE', false);
  waiting.wake(2, 'UPSCALE', false);
  waiting.wake(9, 'RENDER', true);
  expect(events.published.map(({ event }) => event)).toEqual([
    { workerId: 'a' },
    { workerId: 'c' },
    { workerId: 'd' },
    { workerId: 'checker' },
  ]);
});
