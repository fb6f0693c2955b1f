import { Catalog } from './catalog.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { Retries } from './retries.ts';
import { SqliteFile } from './sqliteFile.ts';
import { expiredBatch } from './expire.ts';
import { Writer } from './writer.ts';

export interface EngineOptions {
  clock?: Clock;
  /** Limits the file's size, in pages of 4 KiB. */
  maxPages?: number;
}

/** An open data file and what acts on it. */
export class Engine {
  readonly catalog: Catalog;
  readonly writer: Writer;
  readonly retries: Retries;
  readonly clock: Clock;
  readonly #file: SqliteFile;

  /** @throws StartError when the file cannot be opened */
  constructor(file: string, { clock = systemClock, maxPages }: EngineOptions = {}) {
    this.#file = new SqliteFile(file);
    if (maxPages !== undefined) this.#file.setMaxPages(maxPages);
    this.catalog = new Catalog(this.#file);
    this.retries = new Retries(this.#file);
    this.writer = new Writer(this.#file, this.catalog);
    this.clock = clock;
  }

  /** Limits the file's size from now on, in pages of 4 KiB; writes that need more fail with OutOfDiskSpace. */
  limitPages(pages: number): void {
    this.#file.setMaxPages(pages);
  }

  /** Deletes what TTL indexes say has expired, and answers kept for retries that nobody will ask for. */
  async sweep(): Promise<void> {
    await this.writer.run(() => this.retries.sweep(this.clock.wall()), false);
    while ((await this.writer.run(() => expiredBatch(this.catalog, this.clock.wall()), false)) > 0);
  }

  /** Finishes the writes that wait, then closes the file. */
  close(): void {
    this.writer.flush();
    this.#file.close();
  }
}
