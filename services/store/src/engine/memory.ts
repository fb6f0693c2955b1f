import { CommandError } from './errors.ts';
import { rank, RANK } from './values.ts';

/** What one sort or group may hold in memory; MongoDB's limit too. */
const MAX_WORKING_BYTES = 100 * 1024 * 1024;

const VALUE_BYTES = 32;

/** Counts what a stage holds. `add` throws QueryExceededMemoryLimitNoDiskUseAllowed (292) over the limit. */
export class MemoryBudget {
  #left: number;
  readonly #stage: string;

  constructor(stage: string, bytes = MAX_WORKING_BYTES) {
    this.#stage = stage;
    this.#left = bytes;
  }

  /** Is there room for so many more bytes? */
  fits(bytes: number): boolean {
    return bytes <= this.#left;
  }

  add(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) {
      throw new CommandError(292, `Exceeded memory limit for ${this.#stage}, and it does not spill to disk`);
    }
  }

  release(bytes: number): void {
    this.#left += bytes;
  }
}

/** About how many bytes a value holds in memory. */
export function bytesHeld(value: unknown): number {
  if (typeof value === 'string') return VALUE_BYTES + value.length * 2;
  if (typeof value !== 'object' || value === null) return VALUE_BYTES;
  if (rank(value) === RANK.binary) return VALUE_BYTES + (value as { position: number }).position;
  if (rank(value) !== RANK.object && rank(value) !== RANK.array) return VALUE_BYTES;
  let bytes = VALUE_BYTES;
  for (const [name, field] of Object.entries(value)) bytes += name.length * 2 + bytesHeld(field);
  return bytes;
}
