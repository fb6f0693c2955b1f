import type { Clock } from '../clock.ts';
import type { Owner } from '../owner/Owner.ts';
import { useOf, type Looker } from './Use.ts';

export interface UseWatchOptions {
  readonly owner: Owner;
  readonly lookers: readonly Looker[];
  readonly clock: Clock;
}

const LOOK_MS = 10_000;

/** Watches whether somebody uses this machine, while its owner wants it to work only when nobody does. */
export class UseWatch {
  readonly #options: UseWatchOptions;
  #cancel: (() => void) | undefined;
  #deafen: (() => void) | undefined;
  #looking = false;
  #stopped = false;

  constructor(options: UseWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#deafen = this.#options.owner.listen(() => this.#follow());
    this.#follow();
  }

  stop(): void {
    this.#stopped = true;
    this.#deafen?.();
    this.#cancel?.();
  }

  #follow(): void {
    if (this.#options.owner.settings.idleOnly && !this.#cancel) void this.#look();
  }

  async #look(): Promise<void> {
    const { owner, lookers, clock } = this.#options;
    if (this.#looking || this.#stopped) return;
    this.#looking = true;
    const looks = await Promise.all(lookers.map((look) => look()));
    this.#looking = false;
    if (this.#stopped) return;
    if (!owner.settings.idleOnly) {
      this.#cancel = undefined;
      return owner.sawUse(null);
    }
    this.#cancel = clock.after(LOOK_MS, () => void this.#look());
    owner.sawUse(useOf(looks));
  }
}
