import { Decimal128, Double, Int32, Long } from './bson.ts';
import { refuse } from './errors.ts';

/** A decimal's value: coefficient × 10^exponent. */
interface Decimal {
  c: bigint;
  e: number;
}

/** A number of any BSON type as a value: a bigint only where a double would not be exact. */
export type Numeric = number | bigint | Decimal;

type NumericType = 'int' | 'long' | 'double' | 'decimal';
type Operation = 'add' | 'multiply';

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

/** The value of a number of any BSON type; NaN for what is no number. */
export function numericValue(value: unknown): Numeric {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return shrink(value);
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long) return shrink(value.toBigInt());
  return value instanceof Decimal128 ? parseDecimal(value.toString()) : NaN;
}

/** A number of any BSON type as the nearest double. */
export function toDouble(value: unknown): number {
  return asDouble(numericValue(value));
}

/** Orders two numbers exactly; NaN is equal to itself and less than all others. */
export function compareNumeric(a: Numeric, b: Numeric): number {
  if (typeof a === 'number' && typeof b === 'number') return compareDoubles(a, b);
  const x = asDouble(a);
  const y = asDouble(b);
  if (
    !Number.isFinite(x) ||
    !Number.isFinite(y) ||
    Math.abs(x - y) > 1e-9 * Math.max(Math.abs(x), Math.abs(y))
  ) {
    return compareDoubles(x, y);
  }
  const [an, ad] = fraction(a);
  const [bn, bd] = fraction(b);
  return Math.sign(Number(an * bd - bn * ad));
}

/**
 * What a number exceeds its nearest double by, as a double; 0 for most. Orders the integers and decimals between two
 * doubles in index keys.
 */
export function residual(value: Exclude<Numeric, number>): number {
  const [an, ad] = fraction(value);
  const [bn, bd] = fraction(asDouble(value));
  const numerator = an * bd - bn * ad;
  const scale = 1n << 200n;
  return numerator === 0n ? 0 : Number((numerator * scale) / (ad * bd)) / Number(scale);
}

/**
 * Adds or multiplies by MongoDB's rules of widening: int → long → double → decimal.
 * @returns undefined when a 64-bit integer overflows
 */
export function arithmetic(operation: Operation, a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = operation === 'add' ? a + b : a * b;
    if (Number.isSafeInteger(result) || !Number.isInteger(a) || !Number.isInteger(b)) return result;
  }
  const types = [numericType(a), numericType(b)];
  const x = numericValue(a);
  const y = numericValue(b);
  if (types.includes('decimal')) return decimalArithmetic(operation, toDecimal(x), toDecimal(y));
  if (types.includes('double')) {
    return new Double(operation === 'add' ? Number(x) + Number(y) : Number(x) * Number(y));
  }
  const p = BigInt(x as number | bigint);
  const q = BigInt(y as number | bigint);
  const result = operation === 'add' ? p + q : p * q;
  if (!types.includes('long') && result <= MAX_INT && result >= -MAX_INT - 1)
    return new Int32(Number(result));
  return result > MAX_LONG || result < -MAX_LONG - 1n ? undefined : Long.fromBigInt(result);
}

/** The negative of a number, of the same BSON type where it has room. */
export function negate(value: unknown): unknown {
  return typeof value === 'number' ? -value : arithmetic('multiply', value, new Int32(-1));
}

/** Divides; a decimal when either is one, else a double. The divisor is not 0. */
export function divide(a: unknown, b: unknown): unknown {
  if (numericType(a) !== 'decimal' && numericType(b) !== 'decimal') return toDouble(a) / toDouble(b);
  const x = toDecimal(numericValue(a));
  const y = toDecimal(numericValue(b));
  if (typeof x === 'number' || typeof y === 'number') return makeDecimal(asDouble(x) / asDouble(y));
  const digits = 40;
  return makeDecimal({ c: (x.c * power10(digits)) / y.c, e: x.e - y.e - digits });
}

function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return a === b ? 0 : Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

function shrink(value: bigint): Numeric {
  return value <= MAX_SAFE && value >= -MAX_SAFE ? Number(value) : value;
}

function asDouble(value: Numeric): number {
  return typeof value === 'object' ? Number(`${value.c}e${value.e}`) : Number(value);
}

function power10(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function fraction(value: Numeric): [numerator: bigint, denominator: bigint] {
  if (typeof value === 'bigint') return [value, 1n];
  if (typeof value === 'object') {
    return value.e >= 0 ? [value.c * power10(value.e), 1n] : [value.c, power10(-value.e)];
  }
  let doublings = 0n;
  for (; !Number.isInteger(value); doublings++) value *= 2;
  return [BigInt(value), 1n << doublings];
}

function parseDecimal(text: string): Numeric {
  if (text === 'NaN') return NaN;
  if (text.endsWith('Infinity')) return text.startsWith('-') ? -Infinity : Infinity;
  const [, sign, whole = '', part = '', exponent = '0'] = /^(-?)(\d*)\.?(\d*)(?:E(.+))?$/.exec(text) ?? [];
  const digits = BigInt(whole + part);
  const decimal = { c: sign === '-' ? -digits : digits, e: Number(exponent) - part.length };
  const nearest = asDouble(decimal);
  if (!Number.isFinite(nearest) || (nearest === 0 && digits !== 0n)) {
    throw refuse(`a Decimal128 beyond a double's range (${text})`);
  }
  return decimal;
}

/** A double counts with 15 digits when it meets a decimal. */
function toDecimal(value: Numeric): Decimal | number {
  if (typeof value === 'bigint') return { c: value, e: 0 };
  if (typeof value === 'object' || !Number.isFinite(value)) return value;
  return parseDecimal(
    Number.isInteger(value) ? String(BigInt(value)) : value.toPrecision(15).toUpperCase().replace('E+', 'E'),
  ) as Decimal;
}

function makeDecimal(value: Decimal | number): Decimal128 {
  if (typeof value === 'object') return Decimal128.fromStringWithRounding(`${value.c}E${value.e}`);
  return Decimal128.fromString(Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity');
}

function decimalArithmetic(operation: Operation, a: Decimal | number, b: Decimal | number): Decimal128 {
  if (typeof a === 'number' || typeof b === 'number') {
    return makeDecimal(operation === 'add' ? asDouble(a) + asDouble(b) : asDouble(a) * asDouble(b));
  }
  if (operation === 'multiply') return makeDecimal({ c: a.c * b.c, e: a.e + b.e });
  const e = Math.min(a.e, b.e);
  return makeDecimal({ c: a.c * power10(a.e - e) + b.c * power10(b.e - e), e });
}
