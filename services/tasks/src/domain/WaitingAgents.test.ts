import { recordedEvents } from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import { expect, test } from 'vitest';
import { WaitingAgents } from './WaitingAgents.ts';

test('as many agents are woken as there are tasks, those that wait longest and can do them first, each once', () => {
  const events = recordedEvents<EventMap>();
  const waiting = new WaitingAgents(events);
  for (const id of ['a', 'b', 'c', 'd', 'a'])
    waiting.add(id, { check: false, blender: undefined, kinds: ['UPSCALE'], bid: 500_000n });
  waiting.add('dear', { check: false, blender: undefined, kinds: ['UPSCALE'], bid: 500_001n });
  waiting.add('renderer', { check: false, blender: undefined, kinds: ['RENDER'], bid: 500_000n });
  waiting.add('checker', { check: true, blender: undefined, kinds: ['UPSCALE', 'RENDER'], bid: 0n });
  waiting.remove('b');
  waiting.wake(2, 'UPSCALE', 500_000n);
  waiting.wake(2, 'UPSCALE', 500_000n);
  waiting.wake(2, 'UPSCALE', 500_000n);
  waiting.wakeChecker({ kind: 'RENDER' });
  expect(events.published.map(({ event }) => event)).toEqual([
    { workerId: 'a' },
    { workerId: 'c' },
    { workerId: 'd' },
    { workerId: 'checker' },
  ]);
});
