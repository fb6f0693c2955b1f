import { deserialize, serialize } from './bson.ts';
import { CommandError } from './errors.ts';

export type Doc = Record<string, unknown>;

/** The largest document that is stored, in bytes. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const READ = { promoteBuffers: false, promoteLongs: false, bsonRegExp: true } as const;
const TYPED = { ...READ, promoteValues: false } as const;

/** Decodes for reading: 32-bit integers and doubles become numbers, 64-bit integers stay `Long`. */
export function decode(raw: Uint8Array): Doc {
  return parse(raw, READ);
}

/** Decodes for rewriting: every number keeps its BSON type. */
export function decodeTyped(raw: Uint8Array): Doc {
  return parse(raw, TYPED);
}

/** Encodes a document; fields that are undefined are left out. */
export function encode(doc: Doc): Buffer {
  try {
    return asBuffer(serialize(doc, { ignoreUndefined: true, checkKeys: false }));
  } catch (error) {
    if (!(error instanceof RangeError) || error.message.includes('call stack')) throw error;
    throw new CommandError(10334, 'BSONObj size is over 16777216 bytes');
  }
}

/** The same bytes as a Buffer. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Puts `_id` first, where MongoDB keeps it. */
export function idFirst(doc: Doc, id: unknown): Doc {
  const { _id, ...rest } = doc;
  return { _id: id, ...rest };
}

function parse(raw: Uint8Array, options: typeof READ): Doc {
  try {
    return deserialize(raw, options);
  } catch (error) {
    throw new CommandError(22, `Invalid BSON: ${(error as Error).message}`);
  }
}
