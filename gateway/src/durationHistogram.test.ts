import { Histogram, Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { DurationHistogram } from './durationHistogram.ts';

const seen = [
  [0.0004, 'fast', 'ok'],
  [0.001, 'fast', 'ok'],
  [0.02, 'fast', 'errors'],
  [7, 'none', 'ok'],
  [12, 'fast', 'ok'],
] as const;

test('prints what a Histogram of prom-client would', async () => {
  const [ours, theirs] = [new Registry(), new Registry()];
  const about = { name: 'took_seconds', help: 'How long it took' };
  const bounds = [0.001, 0.01, 10];
  const cheap = new DurationHistogram({ ...about, labels: ['lane', 'outcome'], bounds }, ours);
  const usual = new Histogram({
    ...about,
    labelNames: ['lane', 'outcome'],
    buckets: bounds,
    registers: [theirs],
  });
  for (const [seconds, lane, outcome] of seen) {
    cheap.add(seconds, lane, outcome);
    usual.observe({ lane, outcome }, seconds);
  }
  expect(await ours.metrics()).toBe(await theirs.metrics());
});
