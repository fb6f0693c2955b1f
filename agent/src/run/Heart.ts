import type { Clock } from '../clock.ts';
import type { HeartbeatMutation, HoldInput } from '../generated/graphql.ts';
import type { Log } from '../log.ts';
import type { Execute } from '../platform/Operation.ts';
import { heartbeat } from '../platform/operations.ts';
import { OFFLINE, PlatformError } from '../platform/PlatformError.ts';

/** What the platform says of the worker at each heartbeat. */
export type HeardWorker = NonNullable<HeartbeatMutation['heartbeat']['worker']>;

export interface HeartOptions {
  readonly execute: Execute;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether a GPU mines now. */
  readonly isMining: () => boolean;
  /** What keeps this machine from taking tasks, whatever the portal wants; null for nothing. */
  readonly hold: () => HoldInput | null;
  /** Told what the platform answered, and when it was asked, by `Clock.elapsed`. */
  readonly onHeard: (worker: HeardWorker, askedAt: number) => void;
  /** Told whether someone looks at the worker's readings, and when that was asked. */
  readonly onWatched: (isWatched: boolean, askedAt: number) => void;
}

const INTERVAL_MS = 10_000;

/** Tells the platform that the agent is alive. */
export class Heart {
  readonly #options: HeartOptions;
  #cancel: (() => void) | undefined;
  #beating = false;

  constructor(options: HeartOptions) {
    this.#options = options;
  }

  /** Beats now, and then every 10 s; called again, it beats again. */
  start(): void {
    this.stop();
    this.#cancel = this.#options.clock.after(INTERVAL_MS, () => this.start());
    void this.#beat();
  }

  stop(): void {
    this.#cancel?.();
  }

  async #beat(): Promise<void> {
    if (this.#beating) return;
    this.#beating = true;
    const { execute, clock, log, isMining, hold, onHeard, onWatched } = this.#options;
    const askedAt = clock.elapsed();
    try {
      const at = new Date(clock.now()).toISOString();
      const said = { at, mining: isMining(), hold: hold() };
      const { worker, watched } = (await execute(heartbeat, said)).heartbeat;
      onWatched(watched, askedAt);
      if (worker) onHeard(worker, askedAt);
    } catch (error) {
      const isOffline = error instanceof PlatformError && error.code === OFFLINE;
      if (!isOffline) log.warn({ err: error }, 'a heartbeat was not heard');
    } finally {
      this.#beating = false;
    }
  }
}
