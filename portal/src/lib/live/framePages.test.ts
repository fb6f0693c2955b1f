import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FrameNowFragment, FrameState } from '#lib/generated/graphql.ts';
import { FramePages } from './framePages.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);

/** A job of 600 frames 1, 3, 5 … that are all in one state. */
function open(state: FrameState, answers = true) {
  const asked: (number | null)[] = [];
  const pages = new FramePages(
    async (first, after) => {
      asked.push(after);
      if (!answers) return undefined;
      const start = after === null ? 1 : after + 2;
      return Array.from(
        { length: Math.min(first, (1199 - start) / 2 + 1) },
        (_, index): FrameNowFragment => ({
          number: start + index * 2,
          state,
          progress: 0,
          expectedAt: null,
          previewUrl: null,
          file: null,
        }),
      );
    },
    { start: 1, step: 2, count: 600 },
  );
  return { pages, asked };
}

test('pages come when they are looked at, each once', async () => {
  const { pages, asked } = open('WAITING');
  pages.view(0, 40);
  pages.view(10, 60);
  await settle();
  expect(asked).toEqual([null]);
  expect(pages.at(0)?.number).toBe(1);
  expect(pages.at(256)).toBeUndefined();
  pages.view(250, 300);
  await settle();
  expect(asked).toEqual([null, 511]);
  expect(pages.at(256)?.number).toBe(pages.numberAt(256));
});

test('a change asks again for what is looked at and open, at most every two seconds', async () => {
  const { pages, asked } = open('RENDERING');
  pages.view(0, 40);
  await settle();
  for (let times = 0; times < 8; times++) {
    pages.outdated();
    await vi.advanceTimersByTimeAsync(250);
  }
  expect(asked).toEqual([null, null]);
  pages.stop();
});

test('verified frames are asked for again only before their addresses end', async () => {
  const { pages, asked } = open('VERIFIED');
  pages.view(0, 40);
  await settle();
  pages.outdated();
  await vi.advanceTimersByTimeAsync(5_000);
  pages.renew();
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(13 * 60_000);
  pages.renew();
  await settle();
  expect(asked).toHaveLength(2);
});

test('an answer that does not come is known, and asked for again after a while', async () => {
  const { pages, asked } = open('WAITING', false);
  pages.view(0, 40);
  await settle();
  expect(pages.failed).toBe(true);
  pages.view(0, 41);
  await settle();
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(2);
  pages.stop();
});
