import { observeMarket, sliceMs } from './observeMarket.ts';
import type { World } from './world.ts';

/** While the platform was down no agent could be heard: who is alive has spoken by then. */
const firstAfterMs = 60_000;

/** Observes the market a minute after the start, and then at the beginning of each span of five minutes. */
export class MarketObserver {
  readonly #world: World;
  #cancel = () => {};
  #underWay = Promise.resolve();
  #stopped = false;

  constructor(world: World) {
    this.#world = world;
  }

  start(): void {
    this.#cancel = this.#world.clock.after(firstAfterMs, () => this.#turn());
  }

  /** Ends it and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#underWay;
  }

  #turn(): void {
    const { clock, log } = this.#world;
    this.#underWay = observeMarket(this.#world)
      .catch((error: unknown) => log.error({ err: error }, 'the market could not be observed'))
      .then(() => {
        const now = clock.now();
        if (!this.#stopped) this.#cancel = clock.after(sliceMs - (now % sliceMs), () => this.#turn());
      });
  }
}
