import type { Clock } from '@pictor/kit';

/** Work that is done again and again until it is stopped. */
export interface Repeated {
  /** Calls off the next time and waits for what is under way. */
  stop(): Promise<void>;
}

/** Does the work now, and again `everyMs` after each time that it ended. The work never rejects. */
export function repeatedly(clock: Clock, everyMs: number, work: () => Promise<void>): Repeated {
  let stopped = false;
  let cancel = () => {};
  let underWay = Promise.resolve();
  const turn = () => {
    underWay = work().then(() => {
      if (!stopped) cancel = clock.after(everyMs, turn);
    });
  };
  turn();
  return {
    async stop() {
      stopped = true;
      cancel();
      await underWay;
    },
  };
}
