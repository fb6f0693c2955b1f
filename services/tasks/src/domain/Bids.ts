import type { Clock } from '@pictor/kit';
import type { Models } from '../model/openModels.ts';
import { limits } from './limits.ts';

/** What workers ask for 3,600 work units, in micro-USD: kept for a moment, so that a lease need not look it up. */
export class Bids {
  readonly #workers: Models['workers'];
  readonly #defaultBid: bigint;
  readonly #clock: Clock;
  readonly #keptMs: number;
  /** Those looked up longest ago first. */
  readonly #known = new Map<string, { bid: bigint; until: number }>();
  /** How many changes were heard of: what was read before one may be old already. */
  #changes = 0;

  constructor(workers: Models['workers'], defaultBid: bigint, clock: Clock, keptMs: number) {
    this.#workers = workers;
    this.#defaultBid = defaultBid;
    this.#clock = clock;
    this.#keptMs = keptMs;
  }

  /** The bid of a worker; undefined when it has to be looked up. */
  known(workerId: string): bigint | undefined {
    const known = this.#known.get(workerId);
    return known && known.until > this.#clock.now() ? known.bid : undefined;
  }

  /** Looks up the bids of workers, in their order. */
  async lookUp(ids: readonly string[]): Promise<bigint[]> {
    const until = this.#clock.now() + this.#keptMs;
    const before = this.#changes;
    const found = await this.#workers.find({ _id: { $in: ids }, bid: { $exists: true } }, { bid: 1 }).lean();
    const custom = new Map(found.map(({ _id, bid }) => [_id, bid]));
    return ids.map((id) => {
      const bid = custom.get(id) ?? this.#defaultBid;
      if (before === this.#changes) this.#keep(id, { bid, until });
      return bid;
    });
  }

  /** That a worker's bid changed: it is looked up anew. */
  forget(workerId: string): void {
    this.#changes++;
    this.#known.delete(workerId);
  }

  #keep(id: string, known: { bid: bigint; until: number }): void {
    this.#known.delete(id);
    this.#known.set(id, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > limits.rememberedBids && oldest !== undefined) this.#known.delete(oldest);
  }
}
