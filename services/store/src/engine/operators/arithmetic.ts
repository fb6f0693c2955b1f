import { Long } from '../bson.ts';
import { CommandError } from '../errors.ts';
import { arithmetic, negate, numericType, toDouble } from '../numbers.ts';
import { compare, isNumeric, typeName } from '../values.ts';
import { isMissing, listOperator } from './operator.ts';
import type { Operator } from './operator.ts';

const ANY_NUMBER: [number, number] = [0, Infinity];

export const arithmeticOperators: Record<string, Operator> = {
  $add: listOperator('$add', ANY_NUMBER, (...values) => {
    const dates = values.filter((value) => value instanceof Date);
    if (dates.length > 1) throw new CommandError(16612, 'only one date allowed in an $add expression');
    const sum = fold(
      '$add',
      'add',
      0,
      values.filter((value) => !(value instanceof Date)),
    );
    return dates[0] && sum !== null ? new Date(dates[0].getTime() + toDouble(sum)) : sum;
  }),
  $subtract: listOperator('$subtract', [2, 2], (a, b) => {
    if (isMissing(a) || isMissing(b)) return null;
    if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
    if (a instanceof Date) return new Date(a.getTime() - toDouble(number('$subtract', b)));
    return add(number('$subtract', a), negate(number('$subtract', b)));
  }),
  $multiply: listOperator('$multiply', ANY_NUMBER, (...values) => fold('$multiply', 'multiply', 1, values)),
  $divide: listOperator('$divide', [2, 2], (a, b) => {
    if (isMissing(a) || isMissing(b)) return null;
    if (toDouble(number('$divide', b)) === 0) throw new CommandError(2, `can't $divide by zero`);
    return toDouble(number('$divide', a)) / toDouble(b);
  }),
  $floor: listOperator('$floor', [1, 1], (value) => {
    if (isMissing(value)) return null;
    return numericType(number('$floor', value)) === 'double' ? Math.floor(toDouble(value)) : value;
  }),
  $min: extreme('$min', -1),
  $max: extreme('$max', 1),
};

/** Adds two numbers. @throws CommandError when 64-bit integers overflow */
export function add(a: unknown, b: unknown): unknown {
  return checked(arithmetic('add', a, b));
}

function fold(name: string, operation: 'add' | 'multiply', start: number, values: unknown[]): unknown {
  if (values.some(isMissing)) return null;
  return values.reduce((total, value) => checked(arithmetic(operation, total, number(name, value))), start);
}

function checked(result: unknown): unknown {
  if (result === undefined) throw new CommandError(2, 'integer overflow: the result does not fit in 64 bits');
  return result;
}

function number(name: string, value: unknown): unknown {
  if (isNumeric(value)) return value;
  throw new CommandError(14, `${name} only supports numeric types, not ${typeName(value)}`);
}

/** `$min` and `$max` over their operands, or over the elements of an only one that is an array. */
function extreme(name: string, sign: number): Operator {
  return listOperator(name, [1, Infinity], (...values) => {
    const [only] = values;
    const candidates: unknown[] = values.length === 1 && Array.isArray(only) ? only : values;
    let best: unknown = null;
    for (const value of candidates) {
      if (!isMissing(value) && (best === null || compare(value, best) * sign > 0)) best = value;
    }
    return best;
  });
}
