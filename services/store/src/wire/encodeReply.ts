import { Long } from '../engine/bson.ts';
import { encode } from '../engine/documents.ts';
import type { Doc } from '../engine/documents.ts';

const DOCUMENT = 3;
const ARRAY = 4;

/** The answer `{ cursor: { firstBatch | nextBatch, id, ns }, ok: 1 }` around documents that are encoded already. */
export function encodeBatch(
  field: 'firstBatch' | 'nextBatch',
  batch: readonly Buffer[],
  id: bigint,
  ns: string,
): Buffer {
  const elements = batch.map((raw, i) => [element(DOCUMENT, String(i)), raw]).flat();
  const cursor = append(encode({ id: Long.fromBigInt(id), ns }), element(ARRAY, field), document(elements));
  return append(encode({ ok: 1 }), element(DOCUMENT, 'cursor'), cursor);
}

/** The answer `{ …doc, [name]: raw }` around a document that is encoded already. */
export function encodeWith(doc: Doc, name: string, raw: Buffer): Buffer {
  return append(encode(doc), element(DOCUMENT, name), raw);
}

function element(type: number, name: string): Buffer {
  return Buffer.from(`${String.fromCharCode(type)}${name}\0`);
}

/** A document with one more element at its end. */
function append(raw: Buffer, header: Buffer, value: Buffer): Buffer {
  return document([raw.subarray(4, -1), header, value]);
}

function document(parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((total, part) => total + part.length, 5);
  const result = Buffer.allocUnsafe(length);
  let at = result.writeInt32LE(length, 0);
  for (const part of parts) at += part.copy(result, at);
  result[at] = 0;
  return result;
}
