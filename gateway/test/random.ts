/** A seeded generator (mulberry32), so that every failure can be replayed. */
export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  next(): number {
    let t = (this.#state = (this.#state + 0x6d2b79f5) >>> 0);
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  below = (n: number) => Math.floor(this.next() * n);
  chance = (p: number) => this.next() < p;
  pick = <T>(items: readonly T[]): T => items[this.below(items.length)]!;
}

/** A stable number in [0, 1) for a text: what a field of an entity "is". */
export function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h = Math.imul(h ^ (h >>> 15), 2246822507);
  h = Math.imul(h ^ (h >>> 13), 3266489909);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/** The item at a number in [0, 1). */
export const pickBy = <T>(items: readonly T[], h: number): T => items[Math.floor(h * items.length)]!;
