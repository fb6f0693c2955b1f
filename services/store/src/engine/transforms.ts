import type { Doc } from './documents.ts';
import { CommandError } from './errors.ts';
import { compileExpression } from './expression.ts';
import type { Expression } from './operators/operator.ts';
import { compileExclusion, compileProjection } from './projection.ts';
import { isDoc, typeName } from './values.ts';

/** A stage that makes of each document another one. */
export type Transform = (doc: Doc) => Doc;

/** The name of a stage and what it says. */
export function stageOf(stage: unknown): [name: string, specification: unknown] {
  if (!isDoc(stage)) throw new CommandError(14, `Each element of the 'pipeline' array must be an object`);
  const [entry, ...others] = Object.entries(stage);
  if (entry && others.length === 0) return entry;
  throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
}

/** Compiles a stage that transforms single documents; undefined for other stages. */
export function compileTransform(name: string, specification: unknown): Transform | undefined {
  switch (name) {
    case '$set':
    case '$addFields':
      return compileSet(name, specification);
    case '$unset':
      return compileUnset(specification);
    case '$project':
      if (!isDoc(specification) || Object.keys(specification).length === 0) {
        throw new CommandError(51272, '$project specification must be an object with at least one field');
      }
      return compileProjection(specification);
    case '$replaceRoot':
      if (!isDoc(specification) || !('newRoot' in specification))
        throw new CommandError(40414, `'newRoot' is missing from $replaceRoot`);
      return compileReplace(specification['newRoot']);
    case '$replaceWith':
      return compileReplace(specification);
  }
  return undefined;
}

function compileSet(name: string, specification: unknown): Transform {
  if (!isDoc(specification)) throw new CommandError(40272, `${name} specification stage must be an object`);
  const fields = assignments(specification, []);
  return (doc) => {
    const values = fields.map(({ expression }) => expression(doc, {}));
    return fields.reduce((result, { path }, i) => assign(result, path, values[i]) as Doc, doc);
  };
}

/** A document without operators stands for its fields: they are added to a document that is there already. */
function assignments(specification: Doc, prefix: string[]): { path: string[]; expression: Expression }[] {
  return Object.entries(specification).flatMap(([name, source]) => {
    const path = [...prefix, ...name.split('.')];
    if (
      path.some((component) => component === '' || component.startsWith('$') || component === '__proto__')
    ) {
      throw new CommandError(16410, `the field path '${path.join('.')}' is not valid here`);
    }
    const first = isDoc(source) ? Object.keys(source)[0] : undefined;
    if (first === undefined || first.startsWith('$'))
      return [{ path, expression: compileExpression(source) }];
    return assignments(source as Doc, path);
  });
}

/** A copy with a value at a path; in an array every element gets it. */
function assign(target: unknown, path: string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(target)) return target.map((element) => assign(element, path, value));
  const doc = isDoc(target) ? target : {};
  const next = assign(Object.hasOwn(doc, name) ? doc[name] : undefined, rest, value);
  if (next !== undefined) return { ...doc, [name]: next };
  const { [name]: _removed, ...others } = doc;
  return others;
}

function compileUnset(specification: unknown): Transform {
  const paths = Array.isArray(specification) ? specification : [specification];
  if (paths.length === 0 || !paths.every((path) => typeof path === 'string' && path !== '')) {
    throw new CommandError(31002, '$unset specification must be a string or an array of them');
  }
  return compileExclusion(paths as string[]);
}

function compileReplace(source: unknown): Transform {
  const expression = compileExpression(source);
  return (doc) => {
    const root = expression(doc, {});
    if (isDoc(root)) return root;
    throw new CommandError(
      40228,
      `'newRoot' expression must evaluate to an object, but resulting value was of type: ${typeName(root)}`,
    );
  };
}
