import type { Doc } from './documents.ts';
import { CommandError, refuse } from './errors.ts';
import { arithmeticOperators } from './operators/arithmetic.ts';
import { collectionOperators } from './operators/collections.ts';
import { dateTrunc } from './operators/dateTrunc.ts';
import { logicOperators } from './operators/logic.ts';
import type { Expression, Operator } from './operators/operator.ts';
import { isDoc } from './values.ts';

const OPERATORS = new Map<string, Operator>(
  Object.entries({
    ...arithmeticOperators,
    ...logicOperators,
    ...collectionOperators,
    $dateTrunc: dateTrunc,
  }),
);
const MAX_DEPTH = 100;

/** Compiles an aggregation expression. @throws CommandError for what is malformed or not supported */
export function compileExpression(source: unknown): Expression {
  return compile(source, [], 0);
}

function compile(source: unknown, scope: readonly string[], depth: number): Expression {
  if (depth > MAX_DEPTH) throw new CommandError(15, 'the expression is nested too deeply');
  if (typeof source === 'string') return compileText(source, scope);
  if (Array.isArray(source)) {
    const elements = source.map((element) => compile(element, scope, depth + 1));
    return (doc, variables) => elements.map((element) => element(doc, variables) ?? null);
  }
  if (!isDoc(source)) return () => source;
  const [name] = Object.keys(source);
  return name?.startsWith('$')
    ? compileOperator(name, source, scope, depth)
    : compileDoc(source, scope, depth);
}

function compileOperator(name: string, source: Doc, scope: readonly string[], depth: number): Expression {
  if (Object.keys(source).length !== 1) {
    throw new CommandError(15983, 'An object representing an expression must have exactly one field');
  }
  const operand = source[name];
  if (name === '$literal') return () => operand;
  const operator = OPERATORS.get(name);
  if (!operator) throw refuse(`the expression operator ${name}`);
  return operator(operand, (nested, ...names) => compile(nested, [...scope, ...names], depth + 1));
}

function compileDoc(source: Doc, scope: readonly string[], depth: number): Expression {
  const fields = Object.entries(source).map(([name, value]) => {
    if (name.includes('.'))
      throw new CommandError(16412, `FieldPath field names may not contain '.': ${name}`);
    return [name, compile(value, scope, depth + 1)] as const;
  });
  return (doc, variables) => {
    const result: Doc = {};
    for (const [name, expression] of fields) {
      const value = expression(doc, variables);
      if (value !== undefined) result[name] = value;
    }
    return result;
  };
}

function compileText(source: string, scope: readonly string[]): Expression {
  if (!source.startsWith('$')) return () => source;
  if (!source.startsWith('$$')) return compilePath((doc) => doc, source.slice(1).split('.'));
  const [name = '', ...path] = source.slice(2).split('.');
  return compilePath(compileVariable(name, scope), path);
}

function compileVariable(name: string, scope: readonly string[]): Expression {
  if (scope.includes(name)) return (_doc, variables) => variables[name];
  if (name === 'ROOT' || name === 'CURRENT') return (doc) => doc;
  if (name === 'REMOVE') return () => undefined;
  if (name === 'NOW') {
    const now = new Date();
    return () => now;
  }
  if (/^[A-Z]/.test(name)) throw refuse(`the variable $$${name}`);
  throw new CommandError(17276, `Use of undefined variable: ${name}`);
}

function compilePath(root: Expression, path: string[]): Expression {
  if (path.some((name) => name === '' || name.startsWith('$'))) {
    throw new CommandError(16410, `FieldPath field names may not be empty or start with '$'.`);
  }
  if (path.length === 0) return root;
  return (doc, variables) => step(root(doc, variables), path, 0);
}

/** A path goes through an array to the values in its elements that are documents. */
function step(value: unknown, path: string[], depth: number): unknown {
  const name = path[depth];
  if (name === undefined) return value;
  if (Array.isArray(value)) {
    return value.map((element) => step(element, path, depth)).filter((element) => element !== undefined);
  }
  return isDoc(value) && Object.hasOwn(value, name) ? step(value[name], path, depth + 1) : undefined;
}
