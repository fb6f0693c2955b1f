import type { Doc } from './documents.ts';
import { CommandError, refuse } from './errors.ts';
import { compileExpression } from './expression.ts';
import { isPosition, setAt } from './paths.ts';
import type { Expression } from './operators/operator.ts';
import { isDoc, isNumeric, isTruthy } from './values.ts';

const FIND_OPERATORS = ['$slice', '$elemMatch', '$meta'];

/** The paths that a projection names, as a tree; `true` ends one. */
interface PathTree {
  [name: string]: PathTree | true;
}

interface Parts {
  included: string[];
  excluded: string[];
  computed: [path: string, expression: Expression][];
  keepsId: boolean | undefined;
}

/** Compiles the projection of a find; undefined when it keeps whole documents. */
export function compileFindProjection(projection: unknown): ((doc: Doc) => Doc) | undefined {
  if (projection === undefined || projection === null) return undefined;
  if (!isDoc(projection)) throw new CommandError(14, `Expected field projection to be of type object`);
  return Object.keys(projection).length === 0 ? undefined : compileProjection(projection);
}

/** Compiles a projection: fields to keep, fields to leave out, and fields to compute. */
export function compileProjection(projection: Doc): (doc: Doc) => Doc {
  const parts: Parts = { included: [], excluded: [], computed: [], keepsId: undefined };
  read(projection, '', parts);
  const { included, excluded, computed, keepsId } = parts;
  const isInclusion = included.length + computed.length > 0 || (keepsId === true && excluded.length === 0);
  if (isInclusion && excluded.length > 0) {
    throw new CommandError(31254, `Cannot do exclusion on field ${excluded[0]} in inclusion projection`);
  }
  const id = isInclusion === (keepsId !== false) ? ['_id'] : [];
  const tree = treeOf([...id, ...(isInclusion ? included : excluded)]);
  return (doc) => {
    const result = isInclusion ? include(doc, tree) : exclude(doc, tree);
    for (const [path, expression] of computed) {
      const value = expression(doc, {});
      if (value !== undefined) setAt(result, path.split('.'), value);
    }
    return result;
  };
}

/** Compiles the exclusion of some paths. */
export function compileExclusion(paths: string[]): (doc: Doc) => Doc {
  const tree = treeOf(paths);
  return (doc) => exclude(doc, tree);
}

function read(projection: Doc, prefix: string, parts: Parts): void {
  for (const [name, value] of Object.entries(projection)) {
    const path = prefix + name;
    if (path.endsWith('.$') || name === '$') throw refuse('the positional projection $');
    const first = isDoc(value) ? Object.keys(value)[0] : undefined;
    if (first !== undefined && FIND_OPERATORS.includes(first))
      throw refuse(`the projection operator ${first}`);
    if (first !== undefined && !first.startsWith('$')) read(value as Doc, `${path}.`, parts);
    else if (typeof value !== 'boolean' && !isNumeric(value))
      parts.computed.push([path, compileExpression(value)]);
    else if (path === '_id') parts.keepsId = isTruthy(value);
    else (isTruthy(value) ? parts.included : parts.excluded).push(path);
  }
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
