import { Int32, Timestamp } from './bson.ts';
import type { Doc } from './documents.ts';
import { CommandError, refuse } from './errors.ts';
import { compileElementTest } from './match.ts';
import { arithmetic, toDouble } from './numbers.ts';
import { setAt, unsetAt, valueAt } from './paths.ts';
import { equals, isRegex } from './predicates.ts';
import { parseSort, sortKey, compareSortKeys } from './sort.ts';
import { compare, equal, isDoc, isNumeric, typeName } from './values.ts';

/** One operator of an update at one path, ready to be applied to documents. */
export type Change = (doc: Doc, path: readonly string[], now: Date) => void;

/** Compiles an operator's operand. @throws CommandError for an operator that is unknown, malformed or not supported */
export function compileChange(operator: string, operand: unknown): Change {
  const compile = CHANGES[operator];
  if (compile) return compile(operand);
  if (operator === '$bit') throw refuse('the update operator $bit');
  throw new CommandError(
    9,
    `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
}

/** A copy that shares no document or array with the original. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (!isDoc(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copy(field)])) as T;
}

const CHANGES: Record<string, (operand: unknown) => Change> = {
  $set: (operand) => (doc, path) => setAt(doc, path, copy(operand)),
  $setOnInsert: (operand) => (doc, path) => setAt(doc, path, copy(operand)),
  $unset: () => (doc, path) => unsetAt(doc, path),
  $inc: (operand) => numeric('$inc', operand, (value) => arithmetic('add', value ?? new Int32(0), operand)),
  $mul: (operand) =>
    numeric('$mul', operand, (value) => arithmetic('multiply', value ?? new Int32(0), operand)),
  $min: (operand) => keepIf(operand, (order) => order < 0),
  $max: (operand) => keepIf(operand, (order) => order > 0),
  $currentDate: compileCurrentDate,
  $rename: compileRename,
  $push: compilePush,
  $addToSet: (operand) => {
    const added = eachOf('$addToSet', operand, []);
    return (doc, path) => {
      const array = arrayAt('$addToSet', doc, path);
      for (const element of added)
        if (!array.some((present) => equal(present, element))) array.push(copy(element));
    };
  },
  $pop: (operand) => {
    if (!isNumeric(operand) || Math.abs(toDouble(operand)) !== 1)
      throw new CommandError(9, '$pop expects 1 or -1');
    const fromStart = toDouble(operand) < 0;
    return (doc, path) => {
      const value = valueAt(doc, path);
      if (value === undefined) return;
      if (!Array.isArray(value))
        throw new CommandError(
          14,
          `Path '${path.join('.')}' contains an element of non-array type '${typeName(value)}'`,
        );
      if (fromStart) value.shift();
      else value.pop();
    };
  },
  $pull: (operand) => removing(pullTest(operand)),
  $pullAll: (operand) => {
    if (!Array.isArray(operand)) throw new CommandError(2, '$pullAll requires an array argument');
    return removing((element) => operand.some((value) => equal(value, element)));
  },
};

function numeric(operator: string, operand: unknown, apply: (value: unknown) => unknown): Change {
  if (!isNumeric(operand)) {
    const verb = operator === '$inc' ? 'increment' : 'multiply';
    throw new CommandError(14, `Cannot ${verb} with non-numeric argument of type ${typeName(operand)}`);
  }
  return (doc, path) => {
    const value = valueAt(doc, path);
    if (value !== undefined && !isNumeric(value)) {
      throw new CommandError(
        14,
        `Cannot apply ${operator} to a value of non-numeric type: the field '${path.at(-1)}' is of type ${typeName(value)}`,
      );
    }
    const result = apply(value);
    if (result === undefined)
      throw new CommandError(2, `Failed to apply ${operator} operations to current value: integer overflow`);
    setAt(doc, path, result);
  };
}

function keepIf(operand: unknown, better: (order: number) => boolean): Change {
  return (doc, path) => {
    const value = valueAt(doc, path);
    if (value === undefined || better(compare(operand, value))) setAt(doc, path, copy(operand));
  };
}

function compileCurrentDate(operand: unknown): Change {
  const type = isDoc(operand) ? operand['$type'] : operand === true ? 'date' : undefined;
  if (type === 'date') return (doc, path, now) => setAt(doc, path, new Date(now));
  if (type !== 'timestamp')
    throw new CommandError(2, `$currentDate takes true or { $type: 'date' | 'timestamp' }`);
  return (doc, path, now) => setAt(doc, path, new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }));
}

function compileRename(operand: unknown): Change {
  if (typeof operand !== 'string') throw new CommandError(2, `The 'to' field for $rename must be a string`);
  const target = operand.split('.');
  return (doc, path) => {
    const value = valueAt(doc, path);
    if (value === undefined) return;
    unsetAt(doc, path);
    setAt(doc, target, value);
  };
}

function compilePush(operand: unknown): Change {
  const added = eachOf('$push', operand, ['$position', '$slice', '$sort']);
  const modifiers = isDoc(operand) && '$each' in operand ? operand : {};
  const position = integer('$position', modifiers['$position']);
  const slice = integer('$slice', modifiers['$slice']);
  const order = '$sort' in modifiers ? elementOrder(modifiers['$sort']) : undefined;
  return (doc, path) => {
    const array = arrayAt('$push', doc, path);
    array.splice(position ?? array.length, 0, ...copy(added));
    if (order) array.sort(order);
    if (slice === undefined) return;
    if (slice >= 0) array.splice(slice);
    else array.splice(0, array.length + slice);
  };
}

function integer(name: string, operand: unknown): number | undefined {
  if (operand === undefined) return undefined;
  const value = isNumeric(operand) ? toDouble(operand) : NaN;
  if (!Number.isInteger(value)) throw new CommandError(2, `The value for ${name} must be an integer value`);
  return value;
}

function elementOrder(operand: unknown): (a: unknown, b: unknown) => number {
  if (isDoc(operand)) {
    const fields = parseSort(operand);
    const key = (element: unknown) => sortKey(isDoc(element) ? element : {}, fields);
    return (a, b) => compareSortKeys(key(a), key(b), fields);
  }
  const direction = isNumeric(operand) ? toDouble(operand) : 0;
  if (Math.abs(direction) !== 1)
    throw new CommandError(
      2,
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  return (a, b) => compare(a, b) * direction;
}

function eachOf(operator: string, operand: unknown, modifiers: string[]): unknown[] {
  if (!isDoc(operand) || !('$each' in operand)) return [operand];
  const unknown = Object.keys(operand).find((name) => name !== '$each' && !modifiers.includes(name));
  if (unknown !== undefined) throw new CommandError(2, `Unrecognized clause in ${operator}: ${unknown}`);
  const each = operand['$each'];
  if (Array.isArray(each)) return each;
  throw new CommandError(
    2,
    `The argument to $each in ${operator} must be an array but it was of type: ${typeName(each)}`,
  );
}

function arrayAt(operator: string, doc: Doc, path: readonly string[]): unknown[] {
  const value = valueAt(doc, path);
  if (Array.isArray(value)) return value;
  if (value !== undefined) {
    throw new CommandError(
      2,
      `The field '${path.join('.')}' must be an array but is of type ${typeName(value)}`,
    );
  }
  const array: unknown[] = [];
  setAt(doc, path, array);
  return array;
}

function removing(test: (element: unknown) => boolean): Change {
  return (doc, path) => {
    const value = valueAt(doc, path);
    if (value === undefined) return;
    if (!Array.isArray(value)) throw new CommandError(2, 'Cannot apply $pull to a non-array value');
    const kept = value.filter((element) => !test(element));
    if (kept.length !== value.length) setAt(doc, path, kept);
  };
}

function pullTest(operand: unknown): (element: unknown) => boolean {
  if (isDoc(operand)) return compileElementTest(operand);
  return isRegex(operand) ? equals(operand) : (element) => equal(element, operand);
}
