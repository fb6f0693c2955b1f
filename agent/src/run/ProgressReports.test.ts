import { expect, test, vi } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import type { Execute } from '../platform/Operation.ts';
import { ProgressReports } from './ProgressReports.ts';
import type { Work } from './Work.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

test.each([0, -300, 300])(
  'a lease is renewed every 10 s while progress stands, also where the clock is set by %i s',
  async (seconds) => {
    const clock = new FakeClock();
    const work = { lease: { attemptId: 'a', token: 'fence' }, progress: 0.5, lost: false } as Work;
    const execute = vi.fn(async () => ({ reportProgress: [{ attemptId: 'a', held: true }] }));
    const reports = new ProgressReports({
      execute: execute as unknown as Execute,
      clock,
      works: () => [work],
      onLost: () => expect.fail('it is held'),
    });
    reports.start();
    clock.advance(2_000);
    await settled();
    expect(execute).toHaveBeenCalledTimes(1);
    clock.set(seconds * 1_000);
    for (let i = 0; i < 30; i++) {
      clock.advance(2_000);
      await settled();
    }
    expect(execute).toHaveBeenCalledTimes(7);
    reports.stop();
  },
);
