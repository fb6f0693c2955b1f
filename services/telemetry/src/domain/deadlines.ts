import { staleAfterMs } from './connectivity.ts';
import { pullDeadlines, sweepDue } from './sweepDue.ts';
import type { World } from './world.ts';

const everyMs = 1_000;

/**
 * Watches the deadlines. It begins 30 s after the start, because while the platform was down no agent could be heard: who
 * is alive has spoken by then.
 */
export class Deadlines {
  readonly #world: World;
  #cancel = () => {};
  #underWay = Promise.resolve();
  #stopped = false;
  #last = -Infinity;

  constructor(world: World) {
    this.#world = world;
  }

  start(): void {
    this.#cancel = this.#world.clock.after(staleAfterMs, () => this.#turn());
    this.#underWay = this.#guard(() => pullDeadlines(this.#world));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#underWay;
  }

  #turn() {
    this.#underWay = this.#guard(() => this.#look()).then(() => {
      if (!this.#stopped) this.#cancel = this.#world.clock.after(everyMs, () => this.#turn());
    });
  }

  async #look() {
    const now = this.#world.clock.now();
    if (now < this.#last) await pullDeadlines(this.#world);
    this.#last = now;
    await sweepDue(this.#world);
  }

  async #guard(work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      this.#world.log.error({ err: error }, 'deadlines of heartbeats could not be watched');
    }
  }
}
