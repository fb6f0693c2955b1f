import { Decimal128, Double, Int32, Long } from './bson.ts';
import { refuse } from './errors.ts';

/** A number of any BSON type as a value: a bigint only where a double would not be exact. */
export type Numeric = number | bigint;

type NumericType = 'int' | 'long' | 'double' | 'decimal';

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const MAX_LONG = 2n ** 63n - 1n;
const MAX_INT = 2 ** 31 - 1;
const TYPES: Record<string, NumericType> = {
  Int32: 'int',
  Double: 'double',
  Long: 'long',
  Decimal128: 'decimal',
};

/** The BSON type of a number. */
export function numericType(value: unknown): NumericType {
  if (typeof value === 'bigint') return 'long';
  if (typeof value !== 'number') return TYPES[(value as { _bsontype: string })._bsontype] ?? 'double';
  return Number.isInteger(value) && Math.abs(value) <= MAX_INT && !Object.is(value, -0) ? 'int' : 'double';
}

/**
 * The value of a number of any BSON type; NaN for what is no number.
 * @throws CommandError (238) for a Decimal128, which is stored and read back but not computed with
 */
export function numericValue(value: unknown): Numeric {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return shrink(value);
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long) return shrink(value.toBigInt());
  if (value instanceof Decimal128) throw refuse('comparing, indexing or computing with a Decimal128');
  return NaN;
}

/** A number of any BSON type as the nearest double. */
export function toDouble(value: unknown): number {
  return Number(numericValue(value));
}

/** Orders two numbers exactly; NaN is equal to itself and less than all others. */
export function compareNumeric(a: Numeric, b: Numeric): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** Adds or multiplies by MongoDB's rules of widening, int → long → double; undefined when 64 bits overflow. */
export function arithmetic(operation: 'add' | 'multiply', a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = operation === 'add' ? a + b : a * b;
    if (Number.isSafeInteger(result) || !Number.isInteger(a) || !Number.isInteger(b)) return result;
  }
  const types = [numericType(a), numericType(b)];
  const x = numericValue(a);
  const y = numericValue(b);
  if (types.includes('double')) {
    return new Double(operation === 'add' ? Number(x) + Number(y) : Number(x) * Number(y));
  }
  const result = operation === 'add' ? BigInt(x) + BigInt(y) : BigInt(x) * BigInt(y);
  if (!types.includes('long') && result <= MAX_INT && result >= -MAX_INT - 1)
    return new Int32(Number(result));
  return result > MAX_LONG || result < -MAX_LONG - 1n ? undefined : Long.fromBigInt(result);
}

/** The negative of a number, of the same BSON type where it has room. */
export function negate(value: unknown): unknown {
  return typeof value === 'number' ? -value : arithmetic('multiply', value, new Int32(-1));
}

function shrink(value: bigint): Numeric {
  return value <= MAX_SAFE && value >= -MAX_SAFE ? Number(value) : value;
}
