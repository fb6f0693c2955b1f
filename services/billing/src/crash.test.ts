import { FakeClock } from '@pictor/kit/testing';
import { testDatabase, type TestDatabase } from '@pictor/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doom } from './test/crash.ts';
import { openBilling, type OpenBilling } from './test/openBilling.ts';

let server: TestDatabase;
beforeAll(async () => void (server = await testDatabase()));
afterAll(() => server.drop());

/** What is asked of billing, what came before it, and what holds after it was done. */
interface Story {
  name: string;
  before: (open: OpenBilling) => Promise<void>;
  ask: (open: OpenBilling) => Promise<void>;
  balance: { available: string; reserved: string };
  earned: string;
}

const funded = async (open: OpenBilling) => {
  await open.deposit('c', 5_000n);
  await open.submit('job', 'c', 3_300n);
};

const stories: Story[] = [
  {
    name: 'a deposit',
    before: async () => {},
    ask: (open) => open.deposit('c', 5_000n),
    balance: { available: '5000', reserved: '0' },
    earned: '0',
  },
  {
    name: 'a reservation',
    before: (open) => open.deposit('c', 5_000n),
    ask: (open) => open.submit('job', 'c', 3_300n),
    balance: { available: '1700', reserved: '3300' },
    earned: '0',
  },
  {
    name: 'a first reward',
    before: funded,
    ask: (open) => open.verify('t1'),
    balance: { available: '1700', reserved: '2200' },
    earned: '1000',
  },
  {
    name: 'a reward after others, on the next day',
    before: async (open) => {
      await funded(open);
      await open.verify('t0');
      open.clock.advance(86_400_000);
    },
    ask: (open) => open.verify('t1'),
    balance: { available: '1700', reserved: '1100' },
    earned: '2000',
  },
  {
    name: 'a release',
    before: async (open) => {
      await funded(open);
      await open.verify('t1');
    },
    ask: (open) => open.close('job', 'c'),
    balance: { available: '3900', reserved: '0' },
    earned: '1000',
  },
];

/** Tells the story with the process ending at one of its writes; false when it had fewer writes than that. */
async function crashesAt(story: Story, at: number, when: 'before' | 'after', redelivered: boolean) {
  const database = await testDatabase();
  const clock = new FakeClock();
  const first = await openBilling(database.connection, clock);
  await story.before(first);
  await first.billing.stop();
  const dying = await openBilling(database.connection, clock);
  const fate = doom(database.connection, at, when);
  const outcome = await Promise.allSettled([story.ask(dying)]);
  await dying.billing.stop();
  fate.revive();
  const next = await openBilling(database.connection, clock);
  expect(await next.problems()).toEqual([]);
  if (redelivered) await story.ask(next);
  const settled = await next.balance('c');
  await story.ask(next);
  expect(await next.problems()).toEqual([]);
  expect(await next.balance('c')).toEqual(story.balance);
  if (redelivered) expect(settled).toEqual(story.balance);
  const earnings = await database.connection.models['Earnings']!.find().lean();
  expect(earnings.map(({ total }) => String(total))).toEqual(
    story.earned === '0' ? [] : [story.earned, story.earned],
  );
  const left = await database.connection.models['Balance']!.countDocuments({
    'pending.0': { $exists: true },
  });
  expect(left).toBe(0);
  await next.billing.stop();
  await database.drop();
  return fate.tried >= at || outcome[0]?.status === 'rejected';
}

for (const story of stories)
  for (const when of ['before', 'after'] as const)
    test(`${story.name} survives the process ending ${when} each of its writes`, async () => {
      let at = 1;
      while (await crashesAt(story, at, when, at % 2 === 0)) at++;
      expect(at).toBeGreaterThan(2);
    });
