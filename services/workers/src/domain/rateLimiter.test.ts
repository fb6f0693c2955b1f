import { FakeClock } from '@pictor/kit/testing';
import { expect, test } from 'vitest';
import { RateLimiter } from './rateLimiter.ts';

const limit = { burst: 3, everyMs: 10_000, maxKeys: 2 };
const refused = expect.objectContaining({ code: 'RATE_LIMITED' });

function takes(limiter: RateLimiter, key: string, times: number) {
  for (let i = 0; i < times; i++) limiter.take(key);
}

test('a burst passes, then one more each while', () => {
  const clock = new FakeClock();
  const limiter = new RateLimiter(limit, clock);
  takes(limiter, 'a', 3);
  expect(() => limiter.take('a')).toThrow(refused);
  clock.advance(9_999);
  expect(() => limiter.take('a')).toThrow(refused);
  clock.advance(1);
  limiter.take('a');
  expect(() => limiter.take('a')).toThrow(refused);
  clock.advance(30_000);
  takes(limiter, 'a', 3);
  expect(() => limiter.take('a')).toThrow(refused);
});

test('a refusal says when to come again, and costs nothing', () => {
  const clock = new FakeClock();
  const limiter = new RateLimiter(limit, clock);
  takes(limiter, 'a', 3);
  clock.advance(4_000);
  for (let i = 0; i < 100; i++)
    expect(() => limiter.take('a')).toThrow(expect.objectContaining({ details: { retryAfterSeconds: 6 } }));
  clock.advance(6_000);
  limiter.take('a');
});

test('keys do not touch each other, and only so many are remembered', () => {
  const limiter = new RateLimiter(limit, new FakeClock());
  takes(limiter, 'a', 3);
  takes(limiter, 'b', 1);
  expect(() => limiter.take('a')).toThrow(refused);
  takes(limiter, 'c', 1);
  expect(limiter.size).toBe(2);
  takes(limiter, 'a', 3);
});
