/** An amount as it is written: whole dollars with thousands marks, two digits of cents, four of micro-dollars. */
export interface WrittenAmount {
  negative: boolean;
  dollars: string;
  cents: string;
  micros: string;
}

const million = 1_000_000n;

/** Reads whole micro-dollars from the decimal string the API writes. Throws a SyntaxError for anything else. */
export function micros(amount: string | bigint): bigint {
  if (typeof amount === 'bigint') return amount;
  if (!/^-?\d+$/.test(amount)) throw new SyntaxError(`"${amount}" is not a whole number of micro-dollars`);
  return BigInt(amount);
}

/** Splits an amount into the parts that are written differently. Nothing is rounded. */
export function written(amount: string | bigint): WrittenAmount {
  const value = micros(amount);
  const size = value < 0n ? -value : value;
  const fraction = String(size % million).padStart(6, '0');
  return {
    negative: value < 0n,
    dollars: (size / million).toLocaleString('en-US'),
    cents: fraction.slice(0, 2),
    micros: fraction.slice(2),
  };
}

/** All six digits, without a sign for the currency: 18.413207. */
export function inFull(amount: string | bigint): string {
  const { negative, dollars, cents, micros: rest } = written(amount);
  return `${negative ? '−' : ''}${dollars}.${cents}${rest}`;
}

/** Rounded to the cent, half away from zero, without a sign for the currency: 18.41. */
export function inCents(amount: string | bigint): string {
  const value = micros(amount);
  const half = value < 0n ? -5_000n : 5_000n;
  const { negative, dollars, cents } = written(((value + half) / 10_000n) * 10_000n);
  return `${negative ? '−' : ''}${dollars}.${cents}`;
}

/** For a dense table: rounded to the cent, but something is never written as nothing. */
export function inTable(amount: string | bigint): string {
  const value = micros(amount);
  return value > 0n && value < 5_000n ? '<0.01' : inCents(value);
}

/** For a sentence: rounded to the cent from a cent on, all six digits below it. */
export function inSentence(amount: string | bigint): string {
  const value = micros(amount);
  const size = value < 0n ? -value : value;
  return `$${size > 0n && size < 10_000n ? inFull(value) : inCents(value)}`;
}

/** The sum of amounts. */
export function sum(amounts: Iterable<string | bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += micros(amount);
  return total;
}

/** Rounded to one digit, for amounts that are only estimated: $0.001, $3, $40. */
export function roughly(amount: string | bigint): string {
  const value = micros(amount);
  const digits = String(value < 0n ? -value : value).length;
  const unit = 10n ** BigInt(digits - 1);
  const { negative, dollars, cents, micros: rest } = written(((value + unit / 2n) / unit) * unit);
  const fraction = `${cents}${rest}`.replace(/0+$/, '');
  return `${negative ? '−' : ''}$${dollars}${fraction ? `.${fraction.padEnd(2, '0')}` : ''}`;
}
