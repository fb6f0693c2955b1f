import type { Binary, ObjectId, Timestamp } from './bson.ts';
import type { Doc } from './documents.ts';
import { refuse } from './errors.ts';
import { numericValue } from './numbers.ts';
import { RANK, bytesOf, rank, textOf } from './values.ts';

/**
 * Index keys: bytes whose order is the order of the values. Each value is its rank, then a prefix-free encoding, so
 * that compound keys are concatenations; a descending field has its bytes inverted.
 */
const END_OF_KEY = 0x04;
const EXACT = 0x80;
const BELOW = 0x7f;
const ABOVE = 0x81;

let buffer = Buffer.allocUnsafe(4096);
let length = 0;

/** The key of one value per field; `directions[i]` is -1 where field i is descending. */
export function encodeKey(values: readonly unknown[], directions?: readonly number[]): Buffer {
  write(values, directions);
  byte(END_OF_KEY);
  return Buffer.from(buffer.subarray(0, length));
}

/** The beginning that all keys with these values in their first fields share, and no others. */
export function encodePrefix(values: readonly unknown[], directions?: readonly number[]): Buffer {
  write(values, directions);
  return Buffer.from(buffer.subarray(0, length));
}

/** A value's identity as a map key: equal values, and only those, have the same text. */
export function identity(value: unknown): string {
  if (typeof value === 'string') return `s${value}`;
  if (typeof value === 'number') return value === 0 ? 'n0' : `n${value}`;
  const number = rank(value) === RANK.number ? numericValue(value) : undefined;
  if (typeof number === 'number') return identity(number);
  if (number !== undefined && BigInt(Number(number)) === number) return identity(Number(number));
  return encodeKey([value]).toString('latin1');
}

/** The least bytes greater than everything that begins with `prefix`. */
export function after(prefix: Buffer): Buffer {
  const result = Buffer.from(prefix);
  for (let i = result.length - 1; i >= 0; i--) {
    if (result[i] === 0xff) continue;
    result[i]!++;
    return result.subarray(0, i + 1);
  }
  return Buffer.from([0xff]);
}

function write(values: readonly unknown[], directions: readonly number[] | undefined): void {
  length = 0;
  values.forEach((value, field) => {
    const start = length;
    put(value);
    if (directions?.[field] === -1) for (let i = start; i < length; i++) buffer[i]! ^= 0xff;
  });
}

function put(value: unknown): void {
  const type = rank(value);
  if (type === RANK.boolean) return byte(value === true ? type + 1 : type);
  byte(type);
  switch (type) {
    case RANK.number:
      return putNumber(value);
    case RANK.string:
    case RANK.code:
      return putText(textOf(value));
    case RANK.objectId:
      return putBytes((value as ObjectId).id);
    case RANK.date:
      return putDouble(Number(value));
    case RANK.timestamp:
      reserve(8);
      length = buffer.writeBigUInt64BE((value as Timestamp).toBigInt(), length);
      return;
    case RANK.binary:
      reserve(4);
      length = buffer.writeUInt32BE(bytesOf(value as Binary).length, length);
      byte((value as Binary).sub_type);
      return putBytes(bytesOf(value as Binary));
    case RANK.array:
      for (const element of value as unknown[]) put(element);
      return byte(0);
    case RANK.regex:
      throw refuse('a regular expression as a key');
    case RANK.object:
      for (const [name, field] of Object.entries(value as Doc)) {
        byte(rank(field));
        putText(name);
        put(field);
      }
      return byte(0);
  }
}

/** The nearest double, then which of the integers that share it this is. */
function putNumber(value: unknown): void {
  const exact = numericValue(value);
  putDouble(Number(exact));
  const rest = typeof exact === 'number' ? 0 : Number(exact - BigInt(Number(exact)));
  if (rest === 0) return byte(EXACT);
  byte(rest < 0 ? BELOW : ABOVE);
  putDouble(rest);
}

function putDouble(value: number): void {
  reserve(8);
  if (Number.isNaN(value)) buffer.fill(0, length, length + 8);
  else {
    buffer.writeDoubleBE(value === 0 ? 0 : value, length);
    if (buffer[length]! < 0x80) buffer[length]! |= 0x80;
    else for (let i = 0; i < 8; i++) buffer[length + i]! ^= 0xff;
  }
  length += 8;
}

/** Text ends in 00 01; a NUL inside it is 00 FF. */
function putText(text: string): void {
  reserve(text.length * 3 + 2);
  const start = length;
  length += buffer.write(text, length, 'utf8');
  if (text.includes('\0')) {
    const plain = Buffer.from(buffer.subarray(start, length));
    length = start;
    for (const unit of plain) {
      byte(unit);
      if (unit === 0) byte(0xff);
    }
  }
  byte(0);
  byte(1);
}

function putBytes(bytes: Uint8Array): void {
  reserve(bytes.length);
  buffer.set(bytes, length);
  length += bytes.length;
}

function byte(value: number): void {
  reserve(1);
  buffer[length++] = value;
}

function reserve(bytes: number): void {
  if (length + bytes <= buffer.length) return;
  const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, length + bytes));
  buffer.copy(larger, 0, 0, length);
  buffer = larger;
}
