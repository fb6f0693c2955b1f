import type { BSONRegExp } from './bson.ts';
import type { Doc } from './documents.ts';
import { CommandError, refuse } from './errors.ts';
import { numericValue, toDouble } from './numbers.ts';
import { RANK, compare, equal, isDoc, isNumeric, isTruthy, rank, typeName } from './values.ts';

export type Test = (value: unknown) => boolean;

/** A condition on one field: `negated` ones hold when no value at the field's path passes the test. */
export interface Predicate {
  test: Test;
  negated?: boolean;
}

const TYPE_CODES: Record<string, number> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  javascript: 13,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};
const NUMBER_TYPES = ['int', 'long', 'double', 'decimal'];
const DBREF_FIELDS = ['$ref', '$id', '$db'];

/** Is it a document of operators, such as `{ $gt: 1 }`, and not a value to be equal to? */
export function isOperators(value: unknown): value is Doc {
  if (!isDoc(value)) return false;
  const first = Object.keys(value)[0];
  return first !== undefined && first.startsWith('$') && !DBREF_FIELDS.includes(first);
}

/** The predicate of a comparison or another operator that needs no filter inside; undefined when there is none such. */
export function predicateOf(operator: string, operand: unknown, siblings: Doc): Predicate | undefined {
  switch (operator) {
    case '$eq':
      return { test: orElement(isRegex(operand) ? (value) => equal(value, operand) : equals(operand)) };
    case '$ne':
      if (isRegex(operand)) throw new CommandError(2, `Can't have regex as arg to $ne.`);
      return { test: orElement(equals(operand)), negated: true };
    case '$gt':
      return { test: orElement(ordered(operand, (order) => order > 0)) };
    case '$gte':
      return { test: orElement(ordered(operand, (order) => order >= 0)) };
    case '$lt':
      return { test: orElement(ordered(operand, (order) => order < 0)) };
    case '$lte':
      return { test: orElement(ordered(operand, (order) => order <= 0)) };
    case '$in':
      return { test: orElement(oneOf(operator, operand)) };
    case '$nin':
      return { test: orElement(oneOf(operator, operand)), negated: true };
    case '$exists':
      return { test: (value) => value !== undefined, negated: !isTruthy(operand) };
    case '$type':
      return { test: hasType(operand) };
    case '$size':
      return { test: hasSize(operand) };
    case '$regex':
      return { test: orElement(matchesRegex(compileRegex(operand, siblings['$options']))) };
    case '$options':
      if (!('$regex' in siblings)) throw new CommandError(2, '$options needs a $regex');
      return { test: () => true };
  }
  return undefined;
}

/** A test for equality with an operand; a regular expression matches strings. */
export function equals(operand: unknown): Test {
  if (isRegex(operand)) {
    const matches = matchesRegex(compileRegex(operand));
    return (value) => matches(value) || (isRegex(value) && equal(value, operand));
  }
  if (operand === null || operand === undefined) return (value) => value === null || value === undefined;
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  return (value) => value === operand || (value !== undefined && value !== null && equal(value, operand));
}

export function isRegex(value: unknown): value is BSONRegExp {
  return rank(value) === RANK.regex;
}

/** A JavaScript regular expression that matches as the BSON one does. */
export function compileRegex(source: unknown, options?: unknown): RegExp {
  if (!isRegex(source) && typeof source !== 'string') throw new CommandError(2, '$regex has to be a string');
  const pattern = typeof source === 'string' ? source : source.pattern;
  const flags = options ?? (typeof source === 'string' ? '' : source.options);
  if (typeof flags !== 'string') throw new CommandError(2, '$options has to be a string');
  if (/[^imsu]/.test(flags)) throw refuse(`the regular expression option of "${flags}" beside i, m, s and u`);
  try {
    return new RegExp(pattern, flags.replaceAll('u', ''));
  } catch (error) {
    throw new CommandError(51091, `Regular expression is invalid: ${(error as Error).message}`);
  }
}

export function matchesRegex(regex: RegExp): Test {
  return (value) => typeof value === 'string' && regex.test(value);
}

/** Holds for a value, or for an array when it holds for one of its elements. */
export function orElement(test: Test): Test {
  return (value) => test(value) || (Array.isArray(value) && value.some(test));
}

/** Ranges compare values of the operand's type only; MinKey and MaxKey compare with all. */
function ordered(operand: unknown, holds: (order: number) => boolean): Test {
  const type = rank(operand);
  if (isRegex(operand)) throw new CommandError(2, `Can't have RegEx as arg to predicate over field`);
  if (type === RANK.nothing) return (value) => (value === null || value === undefined) && holds(0);
  if (type === RANK.min || type === RANK.max)
    return (value) => value !== undefined && holds(compare(value, operand));
  if (type !== RANK.number)
    return (value) => rank(value) === type && value !== undefined && holds(compare(value, operand));
  const nan = isNaNValue(operand);
  if (typeof operand === 'number' && !nan) {
    return (value) =>
      typeof value === 'number'
        ? !Number.isNaN(value) && holds(value < operand ? -1 : Number(value > operand))
        : isNumeric(value) && !isNaNValue(value) && holds(compare(value, operand));
  }
  return (value) => isNumeric(value) && isNaNValue(value) === nan && holds(compare(value, operand));
}

function isNaNValue(value: unknown): boolean {
  return Number.isNaN(numericValue(value));
}

function oneOf(operator: string, operand: unknown): Test {
  if (!Array.isArray(operand)) throw new CommandError(2, `${operator} needs an array`);
  if (operand.some(isOperators)) throw new CommandError(2, `cannot nest $ under ${operator}`);
  const strings = new Set(operand.filter((value) => typeof value === 'string'));
  const others = operand.filter((value) => typeof value !== 'string').map(equals);
  return (value) => strings.has(value as string) || others.some((test) => test(value));
}

function hasType(operand: unknown): Test {
  const wanted = (Array.isArray(operand) ? operand : [operand]).map(typeOperand).flat();
  const test: Test = (value) => wanted.includes(typeName(value));
  return orElement(test);
}

function typeOperand(operand: unknown): string[] {
  if (operand === 'number') return NUMBER_TYPES;
  const name = isNumeric(operand)
    ? Object.keys(TYPE_CODES).find((key) => TYPE_CODES[key] === toDouble(operand))
    : String(operand);
  if (name === undefined || !(name in TYPE_CODES))
    throw new CommandError(2, `Unknown type name alias: ${operand}`);
  return [name];
}

function hasSize(operand: unknown): Test {
  const size = isNumeric(operand) ? toDouble(operand) : -1;
  if (!Number.isInteger(size) || size < 0) {
    throw new CommandError(2, 'Failed to parse $size. Expected a non-negative integer');
  }
  return (value) => Array.isArray(value) && value.length === size;
}
