import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

const LARGEST = 4 * 1024 * 1024;

/** A file of log lines that never gets large: the lines before the last 4 MiB lie beside it, those before them are gone. */
export class LogFile {
  readonly #path: string;
  readonly #largest: number;
  #file: number | undefined;
  #size = 0;

  constructor(path: string, largest = LARGEST) {
    this.#path = path;
    this.#largest = largest;
  }

  /** The file of the lines before those of a log file. */
  static before(path: string): string {
    return `${path}.1`;
  }

  /** Adds a line. One that cannot be written is left out: a full disk must not end the work. */
  write(line: string): void {
    try {
      if (this.#file === undefined) this.#open();
      else if (this.#size >= this.#largest) this.#turn(this.#file);
      this.#size += writeSync(this.#file!, line);
    } catch {
      // It was said on the terminal too.
    }
  }

  #open(): void {
    this.#file = openSync(this.#path, 'a', 0o600);
    this.#size = fstatSync(this.#file).size;
  }

  #turn(file: number): void {
    closeSync(file);
    this.#file = undefined;
    renameSync(this.#path, LogFile.before(this.#path));
    this.#open();
  }
}
