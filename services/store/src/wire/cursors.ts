import { randomBytes } from 'node:crypto';
import type { Clock } from '../engine/clock.ts';
import { encode } from '../engine/documents.ts';
import { CommandError } from '../engine/errors.ts';
import type { Found } from '../engine/find.ts';
import type { Pause } from '../engine/scan.ts';
import { encodeBatch } from './encodeReply.ts';
import type { Turn } from './turn.ts';

/** A cursor that nobody asked for this long is closed. */
const IDLE_MS = 10 * 60 * 1000;
const MAX_CURSORS = 1_000;
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
const FIRST_BATCH = 101;

/** A read that its client takes in batches. */
export interface Cursor {
  ns: string;
  found: Iterator<Found | Pause>;
  maxTimeMS: number | undefined;
}

/** The open cursors. */
export class Cursors {
  readonly #clock: Clock;
  readonly #open = new Map<bigint, Cursor & { usedAt: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#open.size;
  }

  /** Answers the first batch; the rest waits under the id in the answer. */
  async first(cursor: Cursor, turn: Turn, { size = FIRST_BATCH, only = false } = {}): Promise<Buffer> {
    const { batch, done } = await fill(cursor, size, turn);
    const id = done || only ? 0n : this.#keep(newId(), cursor);
    return encodeBatch('firstBatch', batch, id, cursor.ns);
  }

  /** Takes a cursor away to read on from it. @throws CommandError (43) when there is none */
  take(id: bigint, ns: string): Cursor {
    const cursor = this.#open.get(id);
    if (!cursor) throw new CommandError(43, `cursor id ${id} not found`);
    if (cursor.ns !== ns) throw new CommandError(13, `cursor id ${id} belongs to ${cursor.ns}, not to ${ns}`);
    this.#open.delete(id);
    return cursor;
  }

  /** Answers the next batch of a cursor that was taken, and keeps it when there is more. */
  async next(id: bigint, cursor: Cursor, turn: Turn, size = Infinity): Promise<Buffer> {
    const { batch, done } = await fill(cursor, size, turn);
    return encodeBatch('nextBatch', batch, done ? 0n : this.#keep(id, cursor), cursor.ns);
  }

  /** Closes a cursor. @returns whether there was one */
  close(id: bigint): boolean {
    return this.#open.delete(id);
  }

  /** Closes the cursors that were not used for long. */
  sweep(): void {
    const before = this.#clock.monotonic() - IDLE_MS;
    for (const [id, { usedAt }] of this.#open) if (usedAt < before) this.#open.delete(id);
  }

  #keep(id: bigint, cursor: Cursor): bigint {
    if (this.#open.size >= MAX_CURSORS) {
      throw new CommandError(
        2,
        `there are ${MAX_CURSORS} cursors open already: close some, or read in larger batches`,
      );
    }
    this.#open.set(id, { ...cursor, usedAt: this.#clock.monotonic() });
    return id;
  }
}

async function fill(
  { found }: Cursor,
  size: number,
  turn: Turn,
): Promise<{ batch: Buffer[]; done: boolean }> {
  const batch: Buffer[] = [];
  for (let bytes = 0; batch.length < size && bytes < MAX_BATCH_BYTES;) {
    const { done, value } = found.next();
    if (done === true) return { batch, done };
    if (value === undefined) await turn.pause();
    else {
      const raw = Buffer.isBuffer(value) ? value : encode(value);
      batch.push(raw);
      bytes += raw.length;
    }
  }
  return { batch, done: false };
}

/** Random, so that no client can guess another's; positive and not 0. */
function newId(): bigint {
  return (randomBytes(8).readBigUInt64BE() >> 1n) | 1n;
}
