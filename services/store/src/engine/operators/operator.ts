import type { Doc } from '../documents.ts';
import { CommandError, refuse } from '../errors.ts';

/** The values of `$map`'s, `$filter`'s and the like variables while an expression is evaluated. */
type Variables = Readonly<Record<string, unknown>>;

/** A compiled expression; undefined is a missing value. */
export type Expression = (doc: Doc, variables: Variables) => unknown;

/** Compiles a nested expression, in which the variables named are known beside those already so. */
type Compile = (source: unknown, ...variables: string[]) => Expression;

/** Compiles one operator with its operand. */
export type Operator = (operand: unknown, compile: Compile) => Expression;

/** An operator that is a function of the values of a list of operands. */
export function listOperator(
  name: string,
  [least, most]: [number, number],
  apply: (...values: unknown[]) => unknown,
): Operator {
  return (operand, compile) => {
    const operands = (Array.isArray(operand) ? operand : [operand]).map((item) => compile(item));
    if (operands.length < least || operands.length > most) {
      const wanted = least === most ? String(least) : `${least} to ${most}`;
      throw new CommandError(
        16020,
        `Expression ${name} takes ${wanted} arguments. ${operands.length} were passed in.`,
      );
    }
    return (doc, variables) => apply(...operands.map((expression) => expression(doc, variables)));
  };
}

/** An operator whose operand is a document with these fields, those of `optional` among them being so. */
export function fieldsOf(name: string, operand: unknown, required: string[], optional: string[] = []): Doc {
  if (typeof operand !== 'object' || operand === null || Array.isArray(operand)) {
    throw new CommandError(28646, `${name} only supports an object as its argument`);
  }
  const fields = operand as Doc;
  for (const field of required) {
    if (!(field in fields)) throw new CommandError(28648, `Missing '${field}' parameter to ${name}`);
  }
  for (const field of Object.keys(fields)) {
    if (!required.includes(field) && !optional.includes(field)) {
      throw refuse(`the parameter ${field} of ${name}`);
    }
  }
  return fields;
}

export function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
