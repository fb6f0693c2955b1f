import { refusal } from './clientError.ts';

const maxWaiting = 1_000;

/**
 * Planning is synchronous, so new documents are planned one per turn of the event loop: between two of them all other
 * work goes on, and known operations never wait.
 */
export class PlanningQueue {
  #waiting: (() => void)[] = [];
  #onPlanned: (seconds: number) => void;

  /** `onPlanned` hears how long the event loop stood still. */
  constructor(onPlanned: (seconds: number) => void) {
    this.#onPlanned = onPlanned;
  }

  /** Resolves to what `plan` returns. Rejects with OVERLOADED if too many wait already, unless it must be done. */
  add<T>(plan: () => T, mustBeDone = false): Promise<T> {
    if (this.#waiting.length >= maxWaiting && !mustBeDone)
      return Promise.reject(refusal('OVERLOADED', 'Too many new operations at once; try again in a moment'));
    return new Promise((resolve, reject) => {
      const length = this.#waiting.push(() => {
        try {
          resolve(plan());
        } catch (error) {
          reject(error);
        }
      });
      if (length === 1) setImmediate(this.#turn);
    });
  }

  #turn = (): void => {
    const started = performance.now();
    this.#waiting[0]!();
    this.#onPlanned((performance.now() - started) / 1000);
    this.#waiting.shift();
    if (this.#waiting.length) setImmediate(this.#turn);
  };
}
