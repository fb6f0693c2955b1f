import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { FakeEngine } from '../../test/FakeEngine.ts';
import type { Machine } from '../bench/Machine.ts';
import { Home } from '../home/Home.ts';
import { textOf, type Execute } from '../platform/Operation.ts';
import { PlatformError } from '../platform/PlatformError.ts';
import { Upkeep } from './Upkeep.ts';

const log = pino({ level: 'silent' });
let home: Home;
let clock: FakeClock;
let engine: FakeEngine;
let machine: Machine;
let idle: boolean;
let reserved: boolean;
let sent: { name: string; variables: Record<string, unknown> }[];
let refuse: string | undefined;
let measured: number;
let busy: boolean;
/** How often slots were cleared of what else uses them, and not given back. */
let cleared: number;
let upkeep: Upkeep | undefined;

const execute = (async (operation: Parameters<Execute>[0], variables: Record<string, unknown>) => {
  const name = /mutation (\w+)/.exec(textOf(operation))?.[1] ?? '';
  if (refuse === name) throw new PlatformError('OVERLOADED', 'Later.');
  sent.push({ name, variables });
  return { reportBenchmark: { id: 'w1', benchScore: 77, benchmark: { assumed: true } } };
}) as Execute;

beforeEach(async () => {
  home = Home.open(await mkdtemp(join(tmpdir(), 'upkeep-')));
  clock = new FakeClock();
  engine = new FakeEngine();
  machine = { engines: [() => engine], gpus: [], gpusOff: [] };
  [idle, reserved, sent, refuse, measured, cleared, busy] = [true, false, [], undefined, 0, 0, false];
});
afterEach(async () => {
  await upkeep?.stop();
  await rm(home.folder, { recursive: true });
});

async function start(): Promise<Upkeep> {
  await upkeep?.stop();
  upkeep = new Upkeep({
    home,
    clock,
    log,
    execute,
    gateway: 'http://127.0.0.1:1/graphql',
    machine: () => machine,
    isIdle: () => idle,
    reserve: () => {
      if (reserved) return undefined;
      reserved = true;
      return () => (reserved = false);
    },
    clear: async () => (cleared++, () => void cleared--),
    check: async () => [{ name: 'user', state: 'OK', finding: 'All is well.', remedy: null }],
    measure: async () => {
      measured++;
      if (busy) throw new Error('The platform is busy measuring with others.');
      return { downloadMbps: 100, uploadMbps: null, latencyMs: 9 };
    },
    onChange: () => undefined,
  });
  await upkeep.start();
  upkeep.setOnline(true);
  return upkeep;
}

/** Moves on, a look at a time, until something holds. */
const passing = (what: () => void) =>
  vi.waitFor(
    () => {
      clock.advance(15_000);
      what();
    },
    { timeout: 10_000, interval: 1 },
  );
/** Moves on by so many looks, each of which ends. */
async function look(times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    clock.advance(15_000);
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
}
const names = () => sent.map(({ name }) => name);

test('checks come first; an idle machine is measured once, then its connection', async () => {
  await start();
  await vi.waitFor(() => expect(names()).toEqual(['ReportCompliance']));
  expect(engine.benchmarks).toBe(0);
  await passing(() => expect(names()).toEqual(['ReportCompliance', 'ReportBenchmark', 'ReportConnection']));
  expect(sent[2]?.variables).toMatchObject({ input: { downloadMbps: 100, uploadMbps: null, latencyMs: 9 } });
  expect(upkeep?.state).toMatchObject({
    bench: { step: null, problem: null, record: { score: 77, reported: true } },
    connection: { downloadMbps: 100 },
  });
  expect(reserved).toBe(false);
  await passing(() => expect(names().filter((name) => name === 'ReportCompliance')).toHaveLength(3));
  expect([engine.benchmarks, measured]).toEqual([1, 1]);
});

test('a platform too busy to measure with keeps what was measured, and is asked again within two hours', async () => {
  await start();
  await passing(() => expect(measured).toBe(1));
  busy = true;
  clock.advance(24 * 3_600_000);
  await passing(() => expect(measured).toBe(2));
  const busySince = clock.now();
  busy = false;
  expect(upkeep?.state.connection).toMatchObject({ downloadMbps: 100 });
  await passing(() => expect(names().filter((name) => name === 'ReportConnection')).toHaveLength(2));
  expect(clock.now() - busySince).toBeLessThan(2 * 3_600_000);
});

test('a clock that is set back a month keeps nothing from being checked', async () => {
  await start();
  await passing(() => expect(names()).toContain('ReportConnection'));
  sent = [];
  clock.set(-30 * 24 * 3_600_000);
  await look(250);
  expect(names()).toEqual(['ReportCompliance']);
});

test('a machine at work is only checked', async () => {
  idle = false;
  await start();
  await passing(() => expect(names()).toEqual(['ReportCompliance', 'ReportCompliance']));
  expect([engine.benchmarks, measured]).toEqual([0, 0]);
});

test('what was measured outlives a restart, until an engine, a driver or a model changes', async () => {
  await start();
  await passing(() => expect(names()).toContain('ReportBenchmark'));
  sent = [];
  await start();
  await passing(() => expect(names()).toContain('ReportConnection'));
  expect(engine.benchmarks).toBe(1);
  engine.probed = { available: true, name: 'fake', version: null, device: 'GPU', threads: 1 };
  await passing(() => expect(engine.benchmarks).toBe(2));
});

test('what the platform could not be told is told later', async () => {
  refuse = 'ReportBenchmark';
  await start();
  await passing(() => expect(upkeep?.state.bench.record).not.toBeNull());
  expect(upkeep?.state.bench.record?.reported).toBe(false);
  refuse = undefined;
  await passing(() => expect(names()).toContain('ReportBenchmark'));
  await vi.waitFor(() => expect(upkeep?.state.bench.record?.reported).toBe(true));
});

test('its owner has it measured at any time, but not while a task is under way, and not twice at once', async () => {
  idle = false;
  const { promise, resolve } = Promise.withResolvers<void>();
  engine.benchmarking = () => promise;
  const { state } = await start();
  expect(state.bench).toEqual({ step: null, problem: null, record: null });
  reserved = true;
  expect(() => upkeep?.benchmark()).toThrow('A task is under way');
  reserved = false;
  upkeep?.benchmark();
  expect(() => upkeep?.benchmark()).toThrow('measured already');
  await vi.waitFor(() => expect(upkeep?.state.bench.step).toBe('AI upscaling on the processor'));
  expect(cleared).toBe(1);
  resolve();
  await vi.waitFor(() => expect(names()).toContain('ReportBenchmark'));
  expect(cleared).toBe(0);
});

test('a machine that cannot be measured says why, and takes tasks again', async () => {
  engine.benchmarking = () => Promise.reject(new Error('It is too hot.'));
  await start();
  await passing(() => expect(upkeep?.state.bench.problem).toContain('It is too hot.'));
  expect([reserved, cleared]).toEqual([false, 0]);
  expect(names()).not.toContain('ReportBenchmark');
});

test('without the platform nothing is measured by itself', async () => {
  await start();
  upkeep?.setOnline(false);
  await look(6);
  expect([engine.benchmarks, measured]).toEqual([0, 0]);
});
