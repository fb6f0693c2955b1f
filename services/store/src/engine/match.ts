import type { Doc } from './documents.ts';
import { CommandError, refuse } from './errors.ts';
import { compileExpression } from './expression.ts';
import { someAt } from './paths.ts';
import {
  compileRegex,
  equals,
  isOperators,
  isRegex,
  matchesRegex,
  orElement,
  predicateOf,
} from './predicates.ts';
import type { Predicate, Test } from './predicates.ts';
import { isDoc, isTruthy } from './values.ts';

export type Filter = (doc: Doc) => boolean;

const LOGICAL = ['$and', '$or', '$nor', '$expr', '$comment'];
const MAX_DEPTH = 100;

/** Compiles a filter to a test of documents. @throws CommandError for what is malformed or not supported */
export function compileFilter(filter: unknown, depth = 0): Filter {
  if (!isDoc(filter)) throw new CommandError(14, `Expected field filter to be of type object`);
  if (depth > MAX_DEPTH) throw new CommandError(15, 'the filter is nested too deeply');
  const tests = Object.entries(filter).map(([name, condition]) =>
    name.startsWith('$') ? logical(name, condition, depth) : fieldFilter(name.split('.'), condition, depth),
  );
  return all(tests);
}

/** Does a filter ask for the types of numbers, which only typed documents show? */
export function asksForTypes(filter: unknown): boolean {
  if (Array.isArray(filter)) return filter.some(asksForTypes);
  return (
    isDoc(filter) && Object.entries(filter).some(([name, value]) => name === '$type' || asksForTypes(value))
  );
}

/** A test of an array's element by `$elemMatch`'s or `$pull`'s operand, be it a filter or operators. */
export function compileElementTest(operand: Doc, depth = 0): Test {
  if (isOperators(operand) && !LOGICAL.includes(Object.keys(operand)[0]!)) {
    const test = fieldFilter(['element'], operand, depth);
    return (element) => test({ element });
  }
  const filter = compileFilter(operand, depth + 1);
  return (element) => (isDoc(element) || Array.isArray(element)) && filter(element as Doc);
}

function logical(name: string, operand: unknown, depth: number): Filter {
  switch (name) {
    case '$and':
      return all(branches(name, operand, depth));
    case '$or': {
      const filters = branches(name, operand, depth);
      return (doc) => filters.some((filter) => filter(doc));
    }
    case '$nor': {
      const filters = branches(name, operand, depth);
      return (doc) => !filters.some((filter) => filter(doc));
    }
    case '$expr': {
      const expression = compileExpression(operand);
      return (doc) => isTruthy(expression(doc, {}));
    }
    case '$comment':
      return () => true;
  }
  if (['$text', '$where', '$jsonSchema', '$sampleRate'].includes(name))
    throw refuse(`the query operator ${name}`);
  throw new CommandError(2, `unknown top level operator: ${name}`);
}

function branches(name: string, operand: unknown, depth: number): Filter[] {
  if (!Array.isArray(operand) || operand.length === 0)
    throw new CommandError(2, `${name} must be a nonempty array`);
  return operand.map((branch) => compileFilter(branch, depth + 1));
}

function fieldFilter(path: string[], condition: unknown, depth: number): Filter {
  if (!isOperators(condition)) return atPath(path, { test: orElement(equals(condition)) });
  const filters = Object.entries(condition).map(([operator, operand]) => {
    const predicate = predicateOf(operator, operand, condition);
    return predicate ? atPath(path, predicate) : nested(path, operator, operand, depth);
  });
  return all(filters);
}

function nested(path: string[], operator: string, operand: unknown, depth: number): Filter {
  if (depth > MAX_DEPTH) throw new CommandError(15, 'the filter is nested too deeply');
  switch (operator) {
    case '$not':
      if (isRegex(operand)) {
        return atPath(path, { test: orElement(matchesRegex(compileRegex(operand))), negated: true });
      }
      if (!isOperators(operand)) throw new CommandError(2, '$not needs a regex or a document');
      return not(fieldFilter(path, operand, depth + 1));
    case '$all':
      if (!Array.isArray(operand)) throw new CommandError(2, '$all needs an array');
      if (operand.length === 0) return () => false;
      return all(
        operand.map((item) => fieldFilter(path, isElemMatch(item) ? item : { $eq: item }, depth + 1)),
      );
    case '$elemMatch': {
      if (!isDoc(operand)) throw new CommandError(2, '$elemMatch needs an Object');
      const test = compileElementTest(operand, depth + 1);
      return atPath(path, { test: (value) => Array.isArray(value) && value.some(test) });
    }
    case '$comment':
      return () => true;
  }
  throw /^\$(mod|bits|geo|near|text|min|max)/.test(operator)
    ? refuse(`the query operator ${operator}`)
    : new CommandError(2, `unknown operator: ${operator}`);
}

function isElemMatch(value: unknown): boolean {
  return isDoc(value) && '$elemMatch' in value;
}

function atPath(path: string[], { test, negated = false }: Predicate): Filter {
  const [name] = path;
  if (path.length === 1 && name !== undefined && !(name in Object.prototype))
    return (doc) => test(doc[name]) !== negated;
  return (doc) => someAt(doc, path, 0, test) !== negated;
}

function not(filter: Filter): Filter {
  return (doc) => !filter(doc);
}

function all(filters: Filter[]): Filter {
  const [first] = filters;
  if (first === undefined) return () => true;
  return filters.length === 1 ? first : (doc) => filters.every((filter) => filter(doc));
}
