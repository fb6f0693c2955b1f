import type { Catalog } from './catalog.ts';
import { CommandError } from './errors.ts';
import type { SqliteFile } from './sqliteFile.ts';

/** The most writes that one transaction holds, and the time after which it takes no more. */
const MAX_GROUP = 64;
const MAX_GROUP_MS = 20;

interface Job {
  work: () => unknown;
  durable: boolean;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

type Outcome = { result: unknown } | { error: unknown };

/**
 * Runs writes one after the other, those that wait at the same time in one transaction: they share its commit, and
 * its sync when one of them is durable. Each succeeds or fails by itself and is acknowledged after the commit.
 */
export class Writer {
  readonly #file: SqliteFile;
  readonly #catalog: Catalog;
  readonly #queue: Job[] = [];

  constructor(file: SqliteFile, catalog: Catalog) {
    this.#file = file;
    this.#catalog = catalog;
  }

  /**
   * Runs `work` in a transaction. It may run again when the transaction fails, and must do nothing but write.
   * @param durable sync the write to disk before it is acknowledged
   */
  run<T>(work: () => T, durable: boolean): Promise<T> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.#queue.push({ work, durable, resolve, reject }) === 1) setImmediate(() => this.#drain());
    }) as Promise<T>;
  }

  /** Runs what waits, at once. */
  flush(): void {
    while (this.#queue.length > 0) this.#runGroup();
  }

  #drain(): void {
    if (this.#queue.length > 0) this.#runGroup();
    if (this.#queue.length > 0) setImmediate(() => this.#drain());
  }

  #runGroup(): void {
    const started = performance.now();
    const durable = this.#queue.slice(0, MAX_GROUP).some((job) => job.durable);
    const apart = this.#queue.length > 1;
    const group: Job[] = [];
    const next = () => {
      if (group.length >= MAX_GROUP || performance.now() - started > MAX_GROUP_MS) return undefined;
      const job = this.#queue.shift();
      if (job) group.push(job);
      return job;
    };
    try {
      settle(group, this.#commit(next, durable, apart));
    } catch (error) {
      if (group.length > 1) for (const job of group) this.#runAlone(job);
      else (group[0] ?? this.#queue.shift())?.reject(error);
    }
  }

  /** Runs a write whose group failed, for whatever reason, in a transaction of its own. */
  #runAlone(job: Job): void {
    const jobs = [job];
    try {
      settle(
        [job],
        this.#commit(() => jobs.shift(), job.durable, false),
      );
    } catch (error) {
      job.reject(error);
    }
  }

  #commit(next: () => Job | undefined, durable: boolean, apart: boolean): Outcome[] {
    const outcomes: Outcome[] = [];
    try {
      this.#file.setDurable(durable);
      this.#file.begin();
      for (let job = next(); job; job = next())
        outcomes.push(apart ? this.#attempt(job) : { result: job.work() });
      this.#file.commit();
    } catch (error) {
      this.#file.rollback();
      this.#catalog.rolledBack();
      throw error;
    }
    this.#catalog.committed();
    return outcomes;
  }

  /** Runs a write so that its failure undoes it alone; a failure of the file is one of the whole group. */
  #attempt(job: Job): Outcome {
    this.#file.exec('SAVEPOINT job');
    try {
      const result = job.work();
      this.#file.exec('RELEASE job');
      return { result };
    } catch (error) {
      if (!(error instanceof CommandError) || !this.#file.inTransaction) throw error;
      this.#file.exec('ROLLBACK TO job; RELEASE job');
      this.#catalog.rolledBack();
      return { error };
    }
  }
}

function settle(jobs: Job[], outcomes: Outcome[]): void {
  outcomes.forEach((outcome, i) => {
    const { resolve, reject } = jobs[i]!;
    if ('error' in outcome) reject(outcome.error);
    else resolve(outcome.result);
  });
}
