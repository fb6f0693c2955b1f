import { accumulation, accumulatorOf } from './accumulators.ts';
import type { Accumulator } from './accumulators.ts';
import type { Doc } from './documents.ts';
import { CommandError, refuse } from './errors.ts';
import { compileExpression } from './expression.ts';
import { identity } from './keys.ts';
import { compileFilter } from './match.ts';
import { MemoryBudget, bytesHeld } from './memory.ts';
import { toDouble } from './numbers.ts';
import { valueAt } from './paths.ts';
import { PAUSE } from './scan.ts';
import type { Pause } from './scan.ts';
import { Sorter, parseSort } from './sort.ts';
import { compileTransform } from './transforms.ts';
import type { Transform } from './transforms.ts';
import { isDoc, isNumeric } from './values.ts';

/** Documents on their way through a pipeline, with the pauses of the scan that they come from. */
export type Stream = Iterable<Doc | Pause>;
export type Stage = (input: Stream) => Stream;

/** Compiles a stage. @throws CommandError for what is malformed or not supported */
export function compileStage(name: string, specification: unknown, limit = Infinity): Stage {
  const transform = compileTransform(name, specification);
  if (transform) return (input) => transformed(input, transform);
  switch (name) {
    case '$match': {
      const filter = compileFilter(specification);
      return (input) => filtered(input, filter);
    }
    case '$sort': {
      const fields = parseSort(specification);
      return (input) => sorted(input, new Sorter<Doc>(fields, limit));
    }
    case '$skip':
      return sliced(wholeNumber(name, specification), Infinity);
    case '$limit':
      return sliced(0, wholeNumber(name, specification));
    case '$group':
      return compileGroup(specification);
    case '$unwind':
      return compileUnwind(specification);
    case '$count':
      return compileCount(specification);
  }
  throw refuse(`the pipeline stage ${name}`);
}

/** The operand of `$skip` (from 0) or `$limit` (from 1). */
export function wholeNumber(name: string, specification: unknown): number {
  const value = isNumeric(specification) ? toDouble(specification) : NaN;
  if (Number.isSafeInteger(value) && value >= (name === '$limit' ? 1 : 0)) return value;
  throw new CommandError(
    15958,
    `the ${name} must be a ${name === '$limit' ? 'positive' : 'non-negative'} integer`,
  );
}

function* transformed(input: Stream, transform: Transform): Generator<Doc | Pause> {
  for (const doc of input) yield doc && transform(doc);
}

function* filtered(input: Stream, filter: (doc: Doc) => boolean): Generator<Doc | Pause> {
  for (const doc of input) if (!doc || filter(doc)) yield doc;
}

function* sorted(input: Stream, sorter: Sorter<Doc>): Generator<Doc | Pause> {
  for (const doc of input) {
    if (doc) sorter.add(doc, doc, bytesHeld(doc));
    else yield PAUSE;
  }
  yield* sorter.sorted();
}

function sliced(skip: number, limit: number): Stage {
  return function* (input) {
    let position = 0;
    for (const doc of input) {
      if (!doc) yield PAUSE;
      else if (position++ >= skip) yield doc;
      if (position >= skip + limit) return;
    }
  };
}

interface Group {
  id: unknown;
  accumulators: Accumulator[];
}

function compileGroup(specification: unknown): Stage {
  if (!isDoc(specification)) throw new CommandError(15947, `a group's fields must be specified in an object`);
  if (!('_id' in specification)) throw new CommandError(15955, 'a group specification must include an _id');
  const { _id, ...sources } = specification;
  const idOf = compileExpression(_id);
  const fields = Object.entries(sources).map(([name, source]) => {
    const [operator, operand] = accumulation(name, source);
    return { name, make: accumulatorOf(operator), value: compileExpression(operand) };
  });
  return function* (input) {
    const budget = new MemoryBudget('$group');
    const groups = new Map<string, Group>();
    for (const doc of input) {
      if (!doc) {
        yield PAUSE;
        continue;
      }
      const id = idOf(doc, {}) ?? null;
      const key = identity(id);
      let group = groups.get(key);
      if (!group) {
        budget.add(bytesHeld(id) * (2 + fields.length));
        group = { id, accumulators: fields.map(({ make }) => make(budget)) };
        groups.set(key, group);
      }
      for (let i = 0; i < fields.length; i++) group.accumulators[i]!.add(fields[i]!.value(doc, {}));
    }
    for (const { id, accumulators } of groups.values()) {
      const results = fields.map(({ name }, i) => [name, accumulators[i]!.result()] as const);
      yield { _id: id, ...Object.fromEntries(results) };
    }
  };
}

function compileUnwind(specification: unknown): Stage {
  const options: Doc = isDoc(specification) ? specification : { path: specification };
  const { path, preserveNullAndEmptyArrays = false, includeArrayIndex, ...others } = options;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new CommandError(28811, `unrecognized option to $unwind stage: ${other}`);
  if (includeArrayIndex !== undefined) throw refuse(`$unwind's includeArrayIndex`);
  if (typeof path !== 'string' || !/^\$[^$]/.test(path)) {
    throw new CommandError(28818, `path option to $unwind stage should be prefixed with a '$'`);
  }
  const components = path.slice(1).split('.');
  return function* (input) {
    for (const doc of input) {
      if (!doc) yield PAUSE;
      else yield* unwound(doc, components, preserveNullAndEmptyArrays === true);
    }
  };
}

function* unwound(doc: Doc, path: string[], keepsEmpty: boolean): Generator<Doc> {
  const value = valueAt(doc, path);
  const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  if (isEmpty) {
    if (keepsEmpty) yield Array.isArray(value) ? withValue(doc, path, undefined) : doc;
  } else if (!Array.isArray(value)) yield doc;
  else for (const element of value) yield withValue(doc, path, element);
}

/** A copy with another value at a path of documents; undefined removes it. */
function withValue(doc: Doc, [name = '', ...rest]: string[], value: unknown): Doc {
  const next = rest.length === 0 ? value : withValue(doc[name] as Doc, rest, value);
  if (next !== undefined) return { ...doc, [name]: next };
  const { [name]: _removed, ...others } = doc;
  return others;
}

function compileCount(specification: unknown): Stage {
  if (typeof specification !== 'string' || !/^[^$.\0][^.\0]*$/.test(specification)) {
    throw new CommandError(
      40156,
      'the count field must be a non-empty string without . and not beginning with $',
    );
  }
  return function* (input) {
    let count = 0;
    for (const doc of input) {
      if (doc) count++;
      else yield PAUSE;
    }
    if (count > 0) yield { [specification]: count };
  };
}
