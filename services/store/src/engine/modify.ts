import { ObjectId } from './bson.ts';
import type { Collection, StoredRow } from './collection.ts';
import { MAX_DOCUMENT_BYTES, asBuffer, decode, decodeTyped, encode, idFirst } from './documents.ts';
import type { Doc } from './documents.ts';
import { CommandError } from './errors.ts';
import { upsertSeed } from './update.ts';
import type { Update } from './update.ts';
import { RANK, isDoc, rank } from './values.ts';

/** Stores a new document, with an `_id` of its own when it has none. @returns its `_id` */
export function insert(collection: Collection, raw: Buffer): unknown {
  const doc = decode(raw);
  const hasId = doc['_id'] !== undefined;
  if (hasId && Object.keys(doc)[0] === '_id') return store(collection, raw, doc);
  const complete = encode(idFirst(decodeTyped(raw), hasId ? decodeTyped(raw)['_id'] : new ObjectId()));
  return store(collection, complete, decode(complete));
}

/** Stores a document made by an update of nothing. @returns its bytes and `_id` */
export function upsert(collection: Collection, filter: Doc, update: unknown, apply: Update, now: Date) {
  const made = apply(upsertSeed(filter, update), { now, inserting: true });
  const raw = encode(idFirst(made, made['_id'] ?? new ObjectId()));
  return { raw, id: store(collection, raw, decode(raw)) };
}

/** Applies an update to a stored document. @returns its bytes afterwards, and whether they changed */
export function change(collection: Collection, row: StoredRow, apply: Update, now: Date) {
  const raw = encode(apply(decodeTyped(row.d), { now, inserting: false }));
  if (raw.equals(row.d)) return { raw: asBuffer(row.d), modified: false };
  checkSize(raw, 17419);
  collection.replace(row, raw, decode(raw));
  return { raw, modified: true };
}

function store(collection: Collection, raw: Buffer, doc: Doc): unknown {
  checkSize(raw, 10334);
  checkId(doc['_id']);
  collection.insert(raw, doc);
  return doc['_id'];
}

function checkSize(raw: Buffer, code: number): void {
  if (raw.length <= MAX_DOCUMENT_BYTES) return;
  throw new CommandError(
    code,
    `BSONObj size: ${raw.length} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}`,
  );
}

function checkId(id: unknown): void {
  const type = rank(id);
  if (type === RANK.array || type === RANK.regex) {
    throw new CommandError(
      53,
      `The '_id' value cannot be of type ${type === RANK.array ? 'array' : 'regex'}`,
    );
  }
  const operator = isDoc(id) ? Object.keys(id).find((name) => name.startsWith('$')) : undefined;
  if (operator !== undefined) {
    throw new CommandError(
      52,
      `_id fields may not contain '$'-prefixed fields: ${operator} is not valid for storage.`,
    );
  }
}
