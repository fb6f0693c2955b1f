import { limits } from './limits.ts';

/** Remembers when each creator was last served, so that those who wait longest come first. Lost with the process. */
export class Turns {
  readonly #servedAt = new Map<string, number>();
  #turn = 0;

  /** A number that is smaller the longer ago the creator was served. */
  of(creatorId: string): number {
    return this.#servedAt.get(creatorId) ?? 0;
  }

  served(creatorId: string): void {
    this.#servedAt.delete(creatorId);
    this.#servedAt.set(creatorId, ++this.#turn);
    if (this.#servedAt.size <= limits.rememberedCreators) return;
    const [longestAgo] = this.#servedAt.keys();
    if (longestAgo !== undefined) this.#servedAt.delete(longestAgo);
  }
}
