import type { Binary, BSONRegExp, ObjectId, Timestamp } from './bson.ts';
import type { Doc } from './documents.ts';
import { compareNumeric, numericType, numericValue } from './numbers.ts';

/** Where values of different types stand to one another in MongoDB's order; also the first byte of an index key. */
export const RANK = {
  min: 0x0a,
  nothing: 0x14,
  number: 0x1e,
  string: 0x3c,
  object: 0x46,
  array: 0x50,
  binary: 0x5a,
  objectId: 0x64,
  boolean: 0x6e,
  date: 0x78,
  timestamp: 0x82,
  regex: 0x8c,
  code: 0x96,
  max: 0xf0,
} as const;

const CLASS_RANKS: Record<string, number> = {
  ObjectId: RANK.objectId,
  Int32: RANK.number,
  Double: RANK.number,
  Long: RANK.number,
  Decimal128: RANK.number,
  Binary: RANK.binary,
  BSONSymbol: RANK.string,
  Timestamp: RANK.timestamp,
  BSONRegExp: RANK.regex,
  Code: RANK.code,
  MinKey: RANK.min,
  MaxKey: RANK.max,
};

const TYPE_NAMES: Record<number, string> = {
  [RANK.min]: 'minKey',
  [RANK.nothing]: 'null',
  [RANK.string]: 'string',
  [RANK.object]: 'object',
  [RANK.array]: 'array',
  [RANK.binary]: 'binData',
  [RANK.objectId]: 'objectId',
  [RANK.boolean]: 'bool',
  [RANK.date]: 'date',
  [RANK.timestamp]: 'timestamp',
  [RANK.regex]: 'regex',
  [RANK.code]: 'javascript',
  [RANK.max]: 'maxKey',
};

/** The rank of a value's type; a missing value ranks as null. */
export function rank(value: unknown): number {
  if (value === null || value === undefined) return RANK.nothing;
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return RANK.number;
    case 'string':
      return RANK.string;
    case 'boolean':
      return RANK.boolean;
  }
  if (value instanceof Date) return RANK.date;
  if (Array.isArray(value)) return RANK.array;
  const { _bsontype } = value as { _bsontype?: string };
  return _bsontype === undefined ? RANK.object : (CLASS_RANKS[_bsontype] ?? RANK.object);
}

/** Is it a document, and not one of BSON's other types? */
export function isDoc(value: unknown): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    (value as { _bsontype?: string })._bsontype === undefined
  );
}

/** Is it a number of any BSON type? */
export function isNumeric(value: unknown): boolean {
  return rank(value) === RANK.number;
}

/** The name of a value's type, as `$type` knows it. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  const type = rank(value);
  return type === RANK.number ? numericType(value) : (TYPE_NAMES[type] ?? 'object');
}

/** Is it a value that counts as true in an expression or a projection? */
export function isTruthy(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return false;
  return !isNumeric(value) || compareNumeric(numericValue(value), 0) !== 0;
}

export function equal(a: unknown, b: unknown): boolean {
  return compare(a, b) === 0;
}

/** Orders any two values as MongoDB does: by type, then by value. */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  const type = rank(a);
  const difference = type - rank(b);
  if (difference !== 0) return difference;
  switch (type) {
    case RANK.nothing:
    case RANK.min:
    case RANK.max:
      return 0;
    case RANK.number:
      return compareNumeric(numericValue(a), numericValue(b));
    case RANK.string:
    case RANK.code:
      return compareText(textOf(a), textOf(b));
    case RANK.boolean:
    case RANK.date:
      return Number(a) - Number(b);
    case RANK.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case RANK.timestamp:
      return Number((a as Timestamp).toBigInt() - (b as Timestamp).toBigInt());
    case RANK.binary:
      return compareBinary(a as Binary, b as Binary);
    case RANK.array:
      return compareLists(a as unknown[], b as unknown[], compare);
    case RANK.regex:
      return compareRegex(a as BSONRegExp, b as BSONRegExp);
    default:
      return compareLists(Object.entries(a as Doc), Object.entries(b as Doc), compareEntries);
  }
}

/** The bytes of a binary value. */
export function bytesOf(value: Binary): Uint8Array {
  return value.buffer.subarray(0, value.position);
}

/** The text of a string, a symbol or a piece of code. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : String((value as { code?: unknown }).code ?? value);
}

/** Orders by code points, as UTF-8 bytes do; UTF-16 units would put surrogates before U+E000. */
function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return Number(isSurrogate(x)) - Number(isSurrogate(y)) || x - y;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}

function compareBinary(a: Binary, b: Binary): number {
  const x = bytesOf(a);
  const y = bytesOf(b);
  return x.length - y.length || a.sub_type - b.sub_type || Buffer.compare(x, y);
}

function compareRegex(a: BSONRegExp, b: BSONRegExp): number {
  return compareText(a.pattern, b.pattern) || compareText(a.options, b.options);
}

function compareEntries([ka, va]: [string, unknown], [kb, vb]: [string, unknown]): number {
  return rank(va) - rank(vb) || compareText(ka, kb) || compare(va, vb);
}

function compareLists<T>(a: T[], b: T[], compareItems: (x: T, y: T) => number): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compareItems(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
