import { idFirst } from './documents.ts';
import type { Doc } from './documents.ts';
import { CommandError, refuse } from './errors.ts';
import { compileUpdatePipeline } from './updatePipeline.ts';
import { isPosition, setAt, valueAt } from './paths.ts';
import { compileChange, copy } from './updateOperators.ts';
import type { Change } from './updateOperators.ts';
import { equal, isDoc } from './values.ts';

/** What an update may look at besides the document. */
interface UpdateContext {
  now: Date;
  /** Is the document being made by an upsert? */
  inserting: boolean;
}

/** Changes a typed document, possibly in place, into the one to store. */
export type Update = (doc: Doc, context: UpdateContext) => Doc;

interface Step {
  operator: string;
  path: string[];
  change: Change;
}

/** Is the update a whole document to store instead? */
export function isReplacement(update: unknown): update is Doc {
  return isDoc(update) && !Object.keys(update)[0]?.startsWith('$');
}

/** Compiles an update: operators, a replacement or a pipeline. */
export function compileUpdate(update: unknown): Update {
  if (Array.isArray(update)) return keepingId(compileUpdatePipeline(update));
  if (!isDoc(update)) throw new CommandError(9, 'Update argument must be either an object or an array');
  if (isReplacement(update)) return replaceWith(update);
  const steps = readSteps(update);
  return keepingId((doc, { now, inserting }) => {
    for (const { operator, path, change } of steps) {
      if (operator === '$setOnInsert' && !inserting) continue;
      change(doc, path, now);
    }
    return doc;
  });
}

/** The document that an upsert begins with: what the filter, typed, says its fields equal. */
export function upsertSeed(filter: Doc, update: unknown): Doc {
  const seed: Doc = {};
  addEqualities(filter, seed);
  if (!isReplacement(update)) return seed;
  return seed['_id'] === undefined ? {} : { _id: seed['_id'] };
}

function replaceWith(replacement: Doc): Update {
  if (
    Object.keys(replacement).some((name) => name.startsWith('$') && !['$ref', '$id', '$db'].includes(name))
  ) {
    throw new CommandError(
      52,
      `The dollar ($) prefixed field in a replacement is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  }
  return (doc) => {
    const id = doc['_id'];
    const next = copy(replacement);
    if (id === undefined) return next;
    if (next['_id'] !== undefined && !equal(next['_id'], id)) {
      throw new CommandError(
        66,
        `After applying the update, the (immutable) field '_id' was found to have been altered`,
      );
    }
    return idFirst(next, id);
  };
}

function keepingId(update: Update): Update {
  return (doc, context) => {
    const id = doc['_id'];
    const next = update(doc, context);
    if (id === undefined) return next;
    if (next['_id'] === undefined && next !== doc) return idFirst(next, id);
    if (next['_id'] !== undefined && equal(next['_id'], id)) return next;
    throw new CommandError(
      66,
      `Performing an update on the path '_id' would modify the immutable field '_id'`,
    );
  };
}

function readSteps(update: Doc): Step[] {
  const steps: Step[] = [];
  const touched: string[] = [];
  for (const [operator, operands] of Object.entries(update)) {
    if (!isDoc(operands)) {
      compileChange(operator, true);
      throw new CommandError(
        9,
        `Modifiers operate on fields but we found another type instead. For example: {$mod: {<field>: ...}} not {${operator}: …}`,
      );
    }
    for (const [path, operand] of Object.entries(operands)) {
      for (const target of operator === '$rename' ? [path, String(operand)] : [path]) touch(target, touched);
      steps.push({ operator, path: path.split('.'), change: compileChange(operator, operand) });
    }
    if (Object.keys(operands).length === 0) compileChange(operator, 1);
  }
  return steps;
}

function touch(path: string, touched: string[]): void {
  if (path === '') throw new CommandError(56, 'An empty update path is not valid.');
  if (/(^|\.)\$(\.|\[|$)/.test(path)) throw refuse(`the array update operator in '${path}'`);
  for (const other of touched) {
    if (`${path}.`.startsWith(`${other}.`) || other.startsWith(`${path}.`)) {
      throw new CommandError(40, `Updating the path '${path}' would create a conflict at '${other}'`);
    }
  }
  touched.push(path);
}

function addEqualities(filter: Doc, seed: Doc): void {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' || (name === '$or' && (condition as unknown[]).length === 1)) {
      for (const branch of condition as Doc[]) addEqualities(branch, seed);
    }
    if (name.startsWith('$')) continue;
    const value = equalityOf(condition);
    if (value === undefined) continue;
    const path = name.split('.');
    if (valueAt(seed, path) !== undefined)
      throw new CommandError(54, `cannot infer query fields to set, path '${name}' is matched twice`);
    if (path.some((component, depth) => depth > 0 && isPosition(component)))
      throw refuse('an upsert with an array position in its filter');
    setAt(seed, path, copy(value));
  }
}

function equalityOf(condition: unknown): unknown {
  if (!isDoc(condition) || !Object.keys(condition)[0]?.startsWith('$'))
    return isRegexLike(condition) ? undefined : condition;
  if ('$eq' in condition) return condition['$eq'];
  for (const list of [condition['$in'], condition['$all']]) {
    if (Array.isArray(list) && list.length === 1 && !isRegexLike(list[0])) return list[0];
  }
  return undefined;
}

function isRegexLike(value: unknown): boolean {
  return (value as { _bsontype?: string } | null)?._bsontype === 'BSONRegExp';
}
