/** Runs one thing at a time for each key; who asks for it meanwhile waits for the same run. */
export class SingleFlight {
  readonly #running = new Map<string, Promise<unknown>>();

  run<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
    const running = this.#running.get(key) as Promise<Value> | undefined;
    if (running) return running;
    const run = (async () => work())().finally(() => this.#running.delete(key));
    this.#running.set(key, run);
    return run;
  }

  /** Resolves when everything that runs now has ended, however it ended. */
  async settled(): Promise<void> {
    while (this.#running.size) await Promise.allSettled(this.#running.values());
  }
}
