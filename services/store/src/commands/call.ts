import { Long } from '../engine/bson.ts';
import type { Binary } from '../engine/bson.ts';
import type { Collection } from '../engine/collection.ts';
import { Deadline } from '../engine/deadline.ts';
import { asBuffer, encode } from '../engine/documents.ts';
import type { Doc } from '../engine/documents.ts';
import type { Engine } from '../engine/engine.ts';
import { CommandError } from '../engine/errors.ts';
import { numericValue, toDouble } from '../engine/numbers.ts';
import { isDoc, isNumeric } from '../engine/values.ts';
import type { Cursors } from '../wire/cursors.ts';
import type { Message } from '../wire/message.ts';
import { Turn } from '../wire/turn.ts';

const MAX_BATCH_STATEMENTS = 100_000;

/** One command of a client, and what it may use. */
export class Call {
  readonly engine: Engine;
  readonly cursors: Cursors;
  readonly message: Message;
  readonly body: Doc;
  /** The database that it is for. */
  readonly db: string;
  readonly deadline: Deadline;

  constructor(engine: Engine, cursors: Cursors, message: Message) {
    this.engine = engine;
    this.cursors = cursors;
    this.message = message;
    this.body = message.body;
    this.db = this.text('$db');
    this.deadline = new Deadline(engine.clock, this.maxTimeMS);
  }

  /** The collection that the command names; undefined when there is none such. */
  get collection(): Collection | undefined {
    return this.engine.catalog.find(this.db, this.target);
  }

  /** The name of the collection that the command is for. */
  get target(): string {
    return this.text(this.message.name);
  }

  get ns(): string {
    return `${this.db}.${this.target}`;
  }

  get turn(): Turn {
    return new Turn(this.deadline);
  }

  get maxTimeMS(): number | undefined {
    return this.count('maxTimeMS');
  }

  text(name: string): string {
    const value = this.body[name];
    if (typeof value === 'string') return value;
    throw new CommandError(14, `BSON field '${this.message.name}.${name}' must be a string`);
  }

  /** A document; empty when it is missing. */
  doc(name: string): Doc {
    const value = this.body[name] ?? {};
    if (isDoc(value)) return value;
    throw new CommandError(14, `BSON field '${this.message.name}.${name}' must be an object`);
  }

  /** A whole number from 0; undefined when it is missing. */
  count(name: string, from: Doc = this.body): number | undefined {
    const value = from[name];
    if (value === undefined || value === null) return undefined;
    const count = isNumeric(value) ? toDouble(value) : NaN;
    if (Number.isSafeInteger(count) && count >= 0) return count;
    throw new CommandError(51024, `BSON field '${name}' value must be a whole number >= 0`);
  }

  /** The encoded documents of a list, be it in the body or beside it. */
  documents(name: string): readonly Buffer[] {
    const list = this.message.sequences.get(name) ?? this.body[name];
    if (!Array.isArray(list) || !list.every((item) => item instanceof Uint8Array)) {
      throw new CommandError(14, `BSON field '${this.message.name}.${name}' must be an array of objects`);
    }
    if (list.length === 0 || list.length > MAX_BATCH_STATEMENTS) {
      throw new CommandError(
        16,
        `Write batch sizes must be between 1 and ${MAX_BATCH_STATEMENTS}. Got ${list.length} operations.`,
      );
    }
    return list.map(asBuffer);
  }

  /** Runs a write in a transaction and answers when it is committed; a retry is answered as the first time. */
  write(job: () => Doc | Buffer): Promise<Buffer> {
    const { retries, writer, clock } = this.engine;
    const retry = this.#retry();
    return writer.run(() => {
      const before = retry && retries.answer(retry.session, retry.number);
      if (before) return asBuffer(before);
      const answer = job();
      const reply = Buffer.isBuffer(answer) ? answer : encode({ ...answer, ok: 1 });
      if (retry) retries.keep(retry.session, retry.number, reply, clock.wall());
      return reply;
    }, this.#durable());
  }

  /** Is the write to be on disk before it is acknowledged? @throws CommandError for a write concern that cannot be met */
  #durable(): boolean {
    const { w, j } = this.doc('writeConcern');
    if (w === 'majority') return j !== false;
    if (w === undefined || (isNumeric(w) && toDouble(w) <= 1)) return j === true;
    throw new CommandError(100, `Not enough data-bearing nodes for write concern w: ${String(w)}`);
  }

  #retry(): { session: Uint8Array; number: number } | undefined {
    const { txnNumber } = this.body;
    const session = sessionId(this.body['lsid']);
    if (txnNumber === undefined || !session) return undefined;
    return { session, number: Number(numericValue(txnNumber)) };
  }
}

/** The bytes of a session's id. */
export function sessionId(session: unknown): Uint8Array | undefined {
  const id = isDoc(session) ? (session['id'] as Binary | undefined) : undefined;
  return id?.buffer;
}

/** A cursor's id as it comes from a client. */
export function cursorId(value: unknown): bigint {
  if (isNumeric(value)) return value instanceof Long ? value.toBigInt() : BigInt(Math.trunc(toDouble(value)));
  throw new CommandError(14, 'a cursor id must be a 64-bit integer');
}
