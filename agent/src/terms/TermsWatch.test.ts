import { pino } from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import type { Execute } from '../platform/Operation.ts';
import { workerTerms } from '../platform/operations.ts';
import { OFFLINE, PlatformError } from '../platform/PlatformError.ts';
import type { Terms } from './Terms.ts';
import { TermsWatch } from './TermsWatch.ts';

const minute = 60_000;
const method = 'By some method.';

let clock: FakeClock;
let told: Terms[];
let sent: { variables: unknown }[];
let asked: number;
let failure: Error | undefined;
let watch: TermsWatch;

beforeEach(() => {
  clock = new FakeClock();
  told = [];
  sent = [];
  asked = 0;
  failure = undefined;
  let customBid: string | null = null;
  const execute = (async (operation: unknown, variables: { bid?: string | null }) => {
    if (failure) throw failure;
    if (operation !== workerTerms) {
      sent.push({ variables });
      customBid = variables.bid ?? null;
      return {};
    }
    asked++;
    const hourlyEstimate = { low: '1', expected: '2', high: '3', reason: null, method, thin: true };
    return {
      worker: {
        walletAddress: null,
        bid: customBid ?? '500000',
        customBid,
        benchScore: null,
        hourlyEstimate,
      },
      market: { averageBid: '450000', asOf: '2026-01-01T00:00:00.000Z' },
    };
  }) as unknown as Execute;
  const onTerms = (terms: Terms) => void told.push(terms);
  watch = new TermsWatch({ execute, workerId: 'w1', clock, log: pino({ level: 'silent' }), onTerms });
});

/** Lets what was set off be done. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('what the platform says is told with the time it is from', async () => {
  watch.start();
  await settled();
  expect(told).toEqual([
    {
      at: '2026-01-01T00:00:00.000Z',
      ...{ walletAddress: null, bid: '500000', customBid: null, benchScore: null },
      ...{ averageBid: '450000', marketAt: '2026-01-01T00:00:00.000Z' },
      estimate: { low: '1', expected: '2', high: '3', reason: null, method, thin: true },
    },
  ]);
});

test('it asks every five minutes, and no more often however often the connection is lost', async () => {
  for (let i = 0; i < 4; i++) {
    watch.start();
    await settled();
    watch.stop();
    clock.advance(minute);
  }
  expect(asked).toBe(1);
  watch.start();
  clock.advance(minute);
  await settled();
  expect(asked).toBe(2);
  clock.advance(5 * minute);
  await settled();
  expect(asked).toBe(3);
});

test('a clock that is set back does not keep it from asking', async () => {
  watch.start();
  await settled();
  watch.stop();
  clock.set(-24 * 60 * minute);
  clock.advance(5 * minute);
  watch.start();
  await settled();
  expect(asked).toBe(2);
  watch.stop();
});

test('what could not be asked is asked at the next connection', async () => {
  failure = new PlatformError(OFFLINE, 'lost');
  watch.start();
  await settled();
  watch.stop();
  failure = undefined;
  watch.start();
  await settled();
  expect(told).toHaveLength(1);
});

test('a bid is set on the platform, and what it then says is told at once', async () => {
  watch.start();
  await settled();
  await watch.setBid('420000');
  expect(sent).toEqual([{ variables: { id: 'w1', bid: '420000' } }]);
  expect(told.at(-1)).toMatchObject({ bid: '420000', customBid: '420000' });
  await watch.setBid(null);
  expect(told.at(-1)).toMatchObject({ bid: '500000', customBid: null });
});

test('a bid that could not be set is said to be so, and why', async () => {
  failure = new PlatformError(OFFLINE, 'lost');
  await expect(watch.setBid('420000')).rejects.toMatchObject({
    code: 'PLATFORM_UNREACHABLE',
    message: expect.stringContaining('the network is down'),
  });
  failure = new PlatformError('INVALID_INPUT', 'must be from 10000 to 100000000 micro-dollars');
  await expect(watch.setBid('1')).rejects.toMatchObject({
    code: 'PLATFORM_REFUSED',
    message: expect.stringContaining('must be from'),
  });
  expect(told).toEqual([]);
});
