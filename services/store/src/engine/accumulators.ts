import { CommandError, refuse } from './errors.ts';
import { identity } from './keys.ts';
import { bytesHeld } from './memory.ts';
import type { MemoryBudget } from './memory.ts';
import { toDouble } from './numbers.ts';
import { add } from './operators/arithmetic.ts';
import { compare, isDoc, isNumeric } from './values.ts';

/** Gathers one field of one group. */
export interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

/** Makes the accumulator of an operator such as `$sum`; its values count against the budget. */
export function accumulatorOf(operator: string): (budget: MemoryBudget) => Accumulator {
  const make = ACCUMULATORS[operator];
  if (make) return make;
  throw refuse(`the group operator ${operator}`);
}

/** The operator and the operand of a `$group`'s field. */
export function accumulation(field: string, source: unknown): [operator: string, operand: unknown] {
  const [entry, ...others] = isDoc(source) ? Object.entries(source) : [];
  if (!entry || others.length > 0)
    throw new CommandError(40234, `The field '${field}' must be an accumulator object`);
  const [operator, operand] = entry;
  if (operator !== '$count') return [operator, operand];
  if (!isDoc(operand) || Object.keys(operand).length > 0)
    throw new CommandError(9, '$count takes no arguments, i.e. $count:{}');
  return ['$sum', 1];
}

const ACCUMULATORS: Record<string, (budget: MemoryBudget) => Accumulator> = {
  $sum: () => {
    let sum: unknown = 0;
    return { add: (value) => void (isNumeric(value) && (sum = add(sum, value))), result: () => sum };
  },
  $avg: () => {
    let sum: unknown = 0;
    let values = 0;
    return {
      add(value) {
        if (!isNumeric(value)) return;
        sum = add(sum, value);
        values++;
      },
      result: () => (values === 0 ? null : toDouble(sum) / values),
    };
  },
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: () => {
    let first: [unknown] | undefined;
    return { add: (value) => void (first ??= [value]), result: () => first?.[0] ?? null };
  },
  $last: () => {
    let last: unknown;
    return { add: (value) => void (last = value), result: () => last ?? null };
  },
  $push: (budget) => {
    const values: unknown[] = [];
    return {
      add(value) {
        if (value === undefined) return;
        budget.add(bytesHeld(value));
        values.push(value);
      },
      result: () => values,
    };
  },
  $addToSet: (budget) => {
    const values = new Map<string, unknown>();
    return {
      add(value) {
        const id = value === undefined ? undefined : identity(value);
        if (id === undefined || values.has(id)) return;
        budget.add(bytesHeld(value));
        values.set(id, value);
      },
      result: () => [...values.values()],
    };
  },
};

function extreme(sign: number): Accumulator {
  let best: unknown;
  return {
    add(value) {
      if (value === undefined || value === null) return;
      if (best === undefined || compare(value, best) * sign > 0) best = value;
    },
    result: () => best ?? null,
  };
}
