import { expect, test } from 'vitest';
import type { Hold } from './decideIntent.ts';
import { ownHold } from './ownHold.ts';

const soon = '2026-01-15T13:00:00.000Z';
const late = '2026-01-17T06:00:00.000Z';
const paused: Hold = { by: 'OWNER', intent: 'PAUSE', until: soon };
const drained: Hold = { by: 'OWNER', intent: 'DRAIN', until: null };
const closed: Hold = { by: 'SCHEDULE', intent: 'PAUSE', until: late };
const used: Hold = { by: 'IN_USE', intent: 'PAUSE', until: null, reason: 'somebody types' };

test.each([
  ['nothing', [], null],
  ['what the portal says', [{ by: 'PORTAL', intent: 'PAUSE', until: null }], null],
  ['a pause', [paused], { reason: 'PAUSED', until: soon }],
  ['a drain', [drained], { reason: 'DRAINED', until: null }],
  ['of two the longer', [paused, closed], { reason: 'SCHEDULE', until: late }],
  ['what ends nobody knows when', [closed, used], { reason: 'IN_USE', until: null }],
  ['the stricter, and when all is over', [drained, closed], { reason: 'SCHEDULE', until: null }],
] as [string, Hold[], object | null][])('%s is told', (_, holds, told) => {
  expect(ownHold(holds)).toEqual(told);
});
