import { writeFileAtomically } from '../home/writeFileAtomically.ts';
import type { Log } from '../log.ts';
import type { Terms } from './Terms.ts';

/** Keeps on disk what the platform last said of bid and pay, so that it can be shown without it. */
export class KeptTerms {
  readonly #path: string;
  readonly #log: Log;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string, log: Log) {
    this.#path = path;
    this.#log = log;
  }

  /** Writes it down, after what was said before. */
  keep(terms: Terms): void {
    const content = `${JSON.stringify(terms, null, 2)}\n`;
    this.#writing = this.#writing
      .then(() => writeFileAtomically(this.#path, content, false))
      .catch((error: unknown) =>
        this.#log.warn({ err: error }, 'what the platform said of the bid could not be kept'),
      );
  }

  /** Resolves once all that was said is written. */
  settled(): Promise<void> {
    return this.#writing;
  }
}
