import { limits } from './limits.ts';

/** The frames that a re-run makes again, ascending: the doubtful first, then any; `random` gives numbers from 0 to 1, 1 excluded. */
export function chooseFrames(
  frames: readonly number[],
  doubtful: readonly number[],
  random: () => number,
): number[] {
  const chosen: number[] = [];
  for (const pool of [doubtful, frames]) {
    const left = pool.filter((number) => !chosen.includes(number));
    while (left.length && chosen.length < limits.checkFrames)
      chosen.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return chosen.toSorted((a, b) => a - b);
}
