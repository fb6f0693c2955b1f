interface Pass {
  done: Promise<void>;
  next?: Promise<void>;
}

/**
 * Runs the same work for a key one at a time. Whoever asks while it is under way shares the following run, so that under
 * load one run does the work of many.
 */
export class Coalescing {
  readonly #work: (key: string) => Promise<void>;
  readonly #underWay = new Map<string, Pass>();

  constructor(work: (key: string) => Promise<void>) {
    this.#work = work;
  }

  /** Resolves when a run that began after this call has ended; rejects as it does. */
  run(key: string): Promise<void> {
    const pass = this.#underWay.get(key);
    if (!pass) return this.#begin(key);
    pass.next ??= pass.done.catch(() => {}).then(() => this.#begin(key));
    return pass.next;
  }

  #begin(key: string): Promise<void> {
    const done = this.#work(key).finally(() => {
      if (!pass.next) this.#underWay.delete(key);
    });
    const pass: Pass = { done };
    this.#underWay.set(key, pass);
    return done;
  }
}
