import type { Doc } from './documents.ts';
import { CommandError, refuse } from './errors.ts';
import { compileExpression } from './expression.ts';
import { compileElementTest } from './match.ts';
import { toDouble } from './numbers.ts';
import { isPosition, setAt, valueAt } from './paths.ts';
import type { Expression } from './operators/operator.ts';
import { isDoc, isNumeric, isTruthy } from './values.ts';

/** The paths that a projection names, as a tree; `true` ends one. */
interface PathTree {
  [name: string]: PathTree | true;
}

type Change = (result: Doc, original: Doc) => void;

interface Parts {
  included: string[];
  excluded: string[];
  computed: [path: string, expression: Expression][];
  changes: Change[];
  /** The paths that changes are for: an inclusion keeps them, too. */
  changed: string[];
  keepsId: boolean | undefined;
  /** `$elemMatch` makes a projection one of inclusion, `$slice` does not. */
  includes: boolean;
}

/** Compiles the projection of a find; undefined when it keeps whole documents. */
export function compileFindProjection(projection: unknown): ((doc: Doc) => Doc) | undefined {
  if (projection === undefined || projection === null) return undefined;
  if (!isDoc(projection)) throw new CommandError(14, `Expected field projection to be of type object`);
  return Object.keys(projection).length === 0 ? undefined : compile(projection, findOperator);
}

/** Compiles a `$project` stage, whose operators are expressions. */
export function compileProjectStage(specification: unknown): (doc: Doc) => Doc {
  if (!isDoc(specification)) throw new CommandError(15969, '$project specification must be an object');
  if (Object.keys(specification).length === 0)
    throw new CommandError(51272, 'the $project specification must not be empty');
  return compile(specification, () => undefined);
}

/** Compiles a `$unset` stage or the exclusion of some paths. */
export function compileExclusion(paths: string[]): (doc: Doc) => Doc {
  const tree = treeOf(paths);
  return (doc) => exclude(doc, tree);
}

function compile(
  projection: Doc,
  special: (path: string, operand: Doc) => Change | undefined,
): (doc: Doc) => Doc {
  const parts: Parts = {
    included: [],
    excluded: [],
    computed: [],
    changes: [],
    changed: [],
    keepsId: undefined,
    includes: false,
  };
  read(projection, '', parts, special);
  const { included, excluded, computed, changes, changed, keepsId } = parts;
  const namesKept = included.length > 0 || computed.length > 0 || parts.includes;
  const isInclusion = namesKept || (keepsId === true && excluded.length === 0);
  if (isInclusion && excluded.length > 0) {
    throw new CommandError(31254, `Cannot do exclusion on field ${excluded[0]} in inclusion projection`);
  }
  const id = isInclusion === (keepsId !== false) ? ['_id'] : [];
  const tree = treeOf([...id, ...(isInclusion ? [...included, ...changed] : excluded)]);
  return (doc) => {
    const result = isInclusion ? include(doc, tree) : exclude(doc, tree);
    for (const change of changes) change(result, doc);
    for (const [path, expression] of computed) {
      const value = expression(doc, {});
      if (value !== undefined) setAt(result, path.split('.'), value);
    }
    return result;
  };
}

function read(
  projection: Doc,
  prefix: string,
  parts: Parts,
  special: (path: string, operand: Doc) => Change | undefined,
): void {
  for (const [name, value] of Object.entries(projection)) {
    const path = prefix + name;
    if (path.endsWith('.$') || name === '$') throw refuse('the positional projection $');
    if (isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]!.startsWith('$')) {
      read(value, `${path}.`, parts, special);
    } else if (typeof value === 'boolean' || isNumeric(value)) {
      const keeps = isTruthy(value);
      if (path === '_id') parts.keepsId = keeps;
      else (keeps ? parts.included : parts.excluded).push(path);
    } else {
      const change = isDoc(value) ? special(path, value) : undefined;
      if (change) {
        parts.changes.push(change);
        parts.changed.push(path);
        parts.includes ||= '$elemMatch' in (value as Doc);
      } else parts.computed.push([path, compileExpression(value)]);
    }
  }
}

function findOperator(path: string, operand: Doc): Change | undefined {
  const components = path.split('.');
  if ('$meta' in operand) throw refuse('the projection operator $meta');
  if ('$slice' in operand) {
    const slice = compileSlice(operand['$slice']);
    return (result, original) => {
      const value = valueAt(original, components);
      if (Array.isArray(value) && valueAt(result, components) !== undefined)
        setAt(result, components, slice(value));
    };
  }
  if (!('$elemMatch' in operand)) return undefined;
  if (!isDoc(operand['$elemMatch']))
    throw new CommandError(31274, 'elemMatch: Invalid argument, object required');
  const test = compileElementTest(operand['$elemMatch']);
  return (result, original) => {
    const value = valueAt(original, components);
    const position = Array.isArray(value) ? value.findIndex(test) : -1;
    if (position === -1) delete result[path];
    else setAt(result, components, [(value as unknown[])[position]]);
  };
}

function compileSlice(operand: unknown): (array: unknown[]) => unknown[] {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map((value) =>
    isNumeric(value) ? toDouble(value) : NaN,
  );
  const [first = NaN, count] = numbers;
  if (numbers.some((number) => !Number.isInteger(number)) || numbers.length > 2) {
    throw new CommandError(28724, 'First argument to $slice must be an integer, or an array of one or two');
  }
  if (count === undefined) return (array) => (first < 0 ? array.slice(first) : array.slice(0, first));
  if (count <= 0) throw new CommandError(28729, 'Third argument to $slice must be positive');
  return (array) => {
    const start = first < 0 ? Math.max(0, array.length + first) : first;
    return array.slice(start, start + count);
  };
}

function treeOf(paths: string[]): PathTree {
  const tree: PathTree = Object.create(null) as PathTree;
  for (const path of paths) {
    let node = tree;
    const components = path.split('.');
    for (const [depth, component] of components.entries()) {
      if (isPosition(component) && depth > 0) throw refuse('an array position in a projection');
      const next = node[component];
      if (depth === components.length - 1) {
        if (next !== undefined) throw new CommandError(31250, `Path collision at ${path}`);
        node[component] = true;
      } else {
        if (next === true) throw new CommandError(31249, `Path collision at ${path}`);
        node = node[component] = next ?? (Object.create(null) as PathTree);
      }
    }
  }
  return tree;
}

function include(doc: Doc, tree: PathTree): Doc {
  const result: Doc = {};
  for (const [name, value] of Object.entries(doc)) {
    const node = tree[name];
    if (node === true) result[name] = value;
    else if (node !== undefined && (isDoc(value) || Array.isArray(value)))
      result[name] = includeWithin(value, node);
  }
  return result;
}

function includeWithin(value: unknown, tree: PathTree): unknown {
  if (!Array.isArray(value)) return include(value as Doc, tree);
  return value
    .filter((element) => isDoc(element) || Array.isArray(element))
    .map((element) => includeWithin(element, tree));
}

function exclude(doc: Doc, tree: PathTree): Doc {
  const result: Doc = {};
  for (const [name, value] of Object.entries(doc)) {
    const node = tree[name];
    if (node === undefined) result[name] = value;
    else if (node !== true) result[name] = excludeWithin(value, node);
  }
  return result;
}

function excludeWithin(value: unknown, tree: PathTree): unknown {
  if (Array.isArray(value)) return value.map((element) => excludeWithin(element, tree));
  return isDoc(value) ? exclude(value, tree) : value;
}
