import { pino } from 'pino';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { Miner, type MinerPlan } from './Miner.ts';
import type { RunningMiner } from './MinerProcess.ts';
import { programs } from './programs.ts';

const plan: MinerPlan = {
  program: programs.T_REX,
  path: '/opt/t-rex',
  order: { pool: 'pool.example:1', algorithm: 'etchash', wallet: 'w', worker: null, extra: [] },
  gpuUuid: 'GPU-0',
};

class FakeProcess implements RunningMiner {
  lastLine = 'no such pool';
  end!: (code: number | null) => void;
  readonly exited = new Promise<number | null>((resolve) => (this.end = resolve));
  /** Whether anything can end it. */
  isEndless = false;

  async stop(): Promise<boolean> {
    if (!this.isEndless) this.end(null);
    return !this.isEndless;
  }
}

let clock: FakeClock;
let processes: FakeProcess[];
let miner: Miner;

beforeEach(() => {
  clock = new FakeClock();
  processes = [];
  miner = new Miner({
    ...{ slot: 0, home: '/home', folder: '/home/mining', clock, log: pino({ level: 'silent' }) },
    start: () => {
      const process = new FakeProcess();
      processes.push(process);
      return process;
    },
    onChange: () => undefined,
  });
});

const start = async (count: number) => {
  await vi.waitFor(() => expect(processes).toHaveLength(count), 20_000);
  return processes.at(-1)!;
};
const ended = async (process: FakeProcess) => {
  process.end(3);
  await vi.waitFor(() => expect(['WAITING', 'GAVE_UP']).toContain(miner.state), 20_000);
};

test('one that ends is started again, each time later, and given up with its last words', async () => {
  miner.mine(plan);
  for (const [ends, wait] of [5, 10, 20, 40, 80].entries()) {
    await ended(await start(ends + 1));
    expect(miner.view().why).toBe(
      'The miner program is started again soon: it ended with exit code 3: no such pool',
    );
    clock.advance(wait * 1_000 - 1);
    expect(miner.state).toBe('WAITING');
    clock.advance(1);
    expect(miner.state).toBe('STARTING');
  }
  await ended(await start(6));
  const why = 'The miner program was given up after 6 starts: it ended with exit code 3: no such pool';
  expect(miner.view()).toMatchObject({ state: 'GAVE_UP', why });
  expect(miner.active).toBe(false);
  clock.advance(24 * 3_600_000);
  // Not a task that came between makes it try again, but its owner's word or another plan.
  await miner.rest();
  miner.mine(plan);
  expect(miner.view()).toMatchObject({ state: 'GAVE_UP', why });
  await miner.rest();
  miner.mine({ ...plan, gpuUuid: 'GPU-1' });
  await start(7);
  await miner.rest();
  miner.forgive();
  miner.mine(plan);
  await start(8);
});

test('one that ran for long is sound, and its end the first again', async () => {
  miner.mine(plan);
  for (const count of [1, 2, 3]) {
    await ended(await start(count));
    clock.advance(20_000);
  }
  const process = await start(4);
  clock.advance(10 * 60_000);
  await ended(process);
  clock.advance(5_000);
  await start(5);
});

test('one that cannot be ended holds the GPU, and is said to', async () => {
  miner.mine(plan);
  const process = await start(1);
  process.isEndless = true;
  expect(await miner.rest()).toBe(false);
  expect(miner.view()).toMatchObject({
    state: 'GAVE_UP',
    why: expect.stringContaining('Restart the machine'),
  });
  miner.mine(plan);
  expect([miner.active, processes.length]).toEqual([true, 1]);
  process.isEndless = false;
  expect(await miner.rest()).toBe(true);
  expect([miner.active, miner.state]).toEqual([false, 'RESTING']);
});

test('one that does not answer has nothing known of it, and is asked again', async () => {
  miner.mine(plan);
  await start(1);
  for (const seconds of [10, 20]) {
    clock.advance(10_000);
    const at = new Date(Date.parse('2026-01-01T00:00:00Z') + seconds * 1_000).toISOString();
    await vi.waitFor(() => expect(miner.view().readAt).toBe(at), 20_000);
  }
  expect(miner.view()).toMatchObject({ state: 'STARTING', hashesPerSecond: null, accepted: null });
});
