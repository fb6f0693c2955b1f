import { expect, test } from 'vitest';
import { FramePages } from './framePages.svelte.ts';
import { FramePlayer } from './framePlayer.svelte.ts';
import { Reel } from './reel.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A player of frames 1 to `count`, of which those of `there` have a picture. */
async function open(count: number, there: (number: number) => boolean, broken: string[] = []) {
  const pages = new FramePages(
    async (first, after) =>
      Array.from({ length: Math.min(first, count - (after ?? 0)) }, (_, index) => {
        const number = (after ?? 0) + index + 1;
        const previewUrl = there(number) ? `http://here/f${number}` : null;
        return { number, state: 'VERIFIED' as const, progress: 1, expectedAt: null, previewUrl, file: null };
      }),
    { start: 1, step: 1, count },
  );
  const reel = new Reel(96, async (address) => {
    if (broken.includes(address)) throw new Error('gone');
  });
  pages.view(0, 1);
  await settle();
  return { pages, player: new FramePlayer(pages, reel) };
}

async function playedOf(player: FramePlayer, ticks: number): Promise<number[]> {
  const seen = [];
  player.play();
  for (let tick = 0; tick < ticks; tick++) {
    player.tick();
    await settle();
    seen.push(player.place);
  }
  return seen;
}

test('shows the first frame that is there, and plays on from it, skipping what is not there', async () => {
  const { player } = await open(8, (number) => number % 2 === 0);
  expect(player.place).toBe(1);
  expect(await playedOf(player, 5)).toEqual([1, 3, 5, 7, 7]);
  expect(player.playing).toBe(false);
  expect(player.shown).toBe('/f8');
});

test('waits for pages that have not come, and crosses long gaps', async () => {
  const { player } = await open(700, (number) => number === 1 || number === 650);
  const seen = await playedOf(player, 12);
  expect(seen).toContain(649);
});

test('a picture that cannot be had is skipped', async () => {
  const { player } = await open(4, () => true, ['/f2']);
  const seen = await playedOf(player, 8);
  expect(seen.at(-1)).toBe(3);
  expect(player.shown).toBe('/f4');
});
