import type { Doc } from './documents.ts';
import { numericValue } from './numbers.ts';
import { compileRegex, isOperators, isRegex } from './predicates.ts';
import { RANK, compare, isDoc, rank } from './values.ts';

/** One end of a range. */
export interface Bound {
  value: unknown;
  exclusive: boolean;
}

/** What a filter demands of one field, as far as an index can answer it. */
export interface Condition {
  /** The field equals one of these. */
  equals?: unknown[];
  low?: Bound;
  high?: Bound;
  exists?: boolean;
}

/** What a filter demands of each field. */
export interface Conditions {
  fields: Map<string, Condition>;
  /** How many bounds and equalities there are, each of which an index may answer. */
  count: number;
  /** Does the filter demand more than these conditions say? */
  partial: boolean;
}

const MAX_EQUALS = 1000;

/** Reads the conditions that hold of every document that a filter matches. */
export function conditionsOf(filter: Doc): Conditions {
  const conditions: Conditions = { fields: new Map(), count: 0, partial: false };
  const alternatives: Doc[][] = [];
  add(filter, conditions, alternatives);
  for (const branches of alternatives) addCommonBounds(branches.map(conditionsOf), conditions);
  return conditions;
}

function add(filter: Doc, conditions: Conditions, alternatives: Doc[][]): void {
  for (const [name, operand] of Object.entries(filter)) {
    if (name === '$and') for (const branch of operand as Doc[]) add(branch, conditions, alternatives);
    else if (name.startsWith('$')) {
      if (name === '$comment') continue;
      conditions.partial = true;
      if (name === '$or') alternatives.push(operand as Doc[]);
    } else addField(name, operand, conditions);
  }
}

function addField(name: string, operand: unknown, conditions: Conditions): void {
  const condition = conditions.fields.get(name) ?? {};
  conditions.fields.set(name, condition);
  const operators = isOperators(operand) ? operand : { [isRegex(operand) ? '$regex' : '$eq']: operand };
  for (const [operator, value] of Object.entries(operators)) {
    conditions.count++;
    if (!addOperator(condition, operator, value, operators)) conditions.partial = true;
  }
}

/** Adds an operator to a field's condition. @returns whether the condition says all that the operator does */
function addOperator(condition: Condition, operator: string, value: unknown, siblings: Doc): boolean {
  switch (operator) {
    case '$eq':
      if (condition.equals || !isKeyable(value)) return false;
      condition.equals = [value];
      return true;
    case '$in':
      if (condition.equals || !Array.isArray(value) || value.length > MAX_EQUALS || !value.every(isKeyable))
        return false;
      condition.equals = value;
      return true;
    case '$gt':
    case '$gte':
      if (condition.low || !isRangeable(value)) return false;
      condition.low = { value, exclusive: operator === '$gt' };
      return true;
    case '$lt':
    case '$lte':
      if (condition.high || !isRangeable(value)) return false;
      condition.high = { value, exclusive: operator === '$lt' };
      return true;
    case '$exists':
      if (value === true) condition.exists = true;
      return false;
    case '$regex':
      addPrefix(condition, compileRegex(value, siblings['$options']));
      return false;
  }
  return false;
}

/** Is a document whose field equals this found under its key alone? */
function isKeyable(value: unknown): boolean {
  const type = rank(value);
  return (
    value !== undefined &&
    type !== RANK.array &&
    type !== RANK.regex &&
    type !== RANK.min &&
    type !== RANK.max
  );
}

function isRangeable(value: unknown): boolean {
  if (!isKeyable(value) || value === null || isDoc(value)) return false;
  return rank(value) !== RANK.number || !Number.isNaN(numericValue(value));
}

/** `^abc` demands at least "abc" and less than "abd". */
function addPrefix(condition: Condition, { source, flags }: RegExp): void {
  const [, prefix] = /^\^([\w \-@:]+)/.exec(source) ?? [];
  if (!prefix || flags !== '' || source.includes('|') || condition.low || condition.high) return;
  const next = source[prefix.length + 1] ?? '';
  const certain = '*+?{'.includes(next) && next !== '' ? prefix.slice(0, -1) : prefix;
  if (certain === '') return;
  const last = String.fromCharCode(certain.charCodeAt(certain.length - 1) + 1);
  condition.low = { value: certain, exclusive: false };
  condition.high = { value: certain.slice(0, -1) + last, exclusive: true };
}

/**
 * Adds the bounds that all branches of an `$or` share, so that the page after a cursor, `{ $or: [{ a: { $gt: x } },
 * { a: x, b: { $gt: y } }] }`, is found from x on and not from the index's beginning.
 */
function addCommonBounds(branches: Conditions[], conditions: Conditions): void {
  for (const name of branches[0]?.fields.keys() ?? []) {
    const condition = conditions.fields.get(name) ?? {};
    if (condition.equals || condition.low || condition.high) continue;
    const low = widest(branches, name, -1);
    const high = widest(branches, name, 1);
    if (low) condition.low = low;
    if (high) condition.high = high;
    if (low || high) conditions.fields.set(name, condition);
  }
}

/** The bound that holds in every branch: the least of their low ones (side -1), the greatest of their high ones (1). */
function widest(branches: Conditions[], name: string, side: 1 | -1): Bound | undefined {
  let result: Bound | undefined;
  for (const { fields } of branches) {
    const { equals, low, high } = fields.get(name) ?? {};
    const bounds = equals?.map((value) => ({ value, exclusive: false })) ?? [side < 0 ? low : high];
    for (const bound of bounds) {
      if (!bound || !isRangeable(bound.value)) return undefined;
      if (result && rank(result.value) !== rank(bound.value)) return undefined;
      const order = result ? compare(bound.value, result.value) * side : 1;
      if (order > 0 || (order === 0 && !bound.exclusive)) result = bound;
    }
  }
  return result;
}
