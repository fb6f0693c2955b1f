import { CommandError } from '../errors.ts';
import { compare, equal, isTruthy } from '../values.ts';
import { fieldsOf, isMissing, listOperator } from './operator.ts';
import type { Expression, Operator } from './operator.ts';

export const logicOperators: Record<string, Operator> = {
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: comparison('$cmp', Math.sign),
  $in: listOperator('$in', [2, 2], (value, list) => {
    if (!Array.isArray(list)) throw new CommandError(40081, '$in requires an array as a second argument');
    return list.some((element) => equal(element, value));
  }),
  $and: (operand, compile) => {
    const operands = list(operand).map((item) => compile(item));
    return (doc, variables) => operands.every((expression) => isTruthy(expression(doc, variables)));
  },
  $or: (operand, compile) => {
    const operands = list(operand).map((item) => compile(item));
    return (doc, variables) => operands.some((expression) => isTruthy(expression(doc, variables)));
  },
  $not: listOperator('$not', [1, 1], (value) => !isTruthy(value)),
  $cond: (operand, compile) => {
    const {
      if: condition,
      then,
      else: otherwise,
    } = Array.isArray(operand) ? listedCondition(operand) : (operand as never);
    if (!Array.isArray(operand)) fieldsOf('$cond', operand, ['if', 'then', 'else']);
    const [test, yes, no] = [condition, then, otherwise].map((item) => compile(item)) as [
      Expression,
      Expression,
      Expression,
    ];
    return (doc, variables) => (isTruthy(test(doc, variables)) ? yes : no)(doc, variables);
  },
  $ifNull: (operand, compile) => {
    const operands = list(operand).map((item) => compile(item));
    if (operands.length < 2) throw new CommandError(1257300, '$ifNull needs at least two arguments');
    return (doc, variables) => {
      let value: unknown;
      for (const expression of operands) {
        value = expression(doc, variables);
        if (!isMissing(value)) break;
      }
      return value;
    };
  },
};

/** A missing value comes before null here, unlike in filters. */
function comparison(name: string, result: (order: number) => unknown): Operator {
  return listOperator(name, [2, 2], (a, b) => {
    if (a === undefined || b === undefined) return result(Number(a !== undefined) - Number(b !== undefined));
    return result(compare(a, b));
  });
}

function list(operand: unknown): unknown[] {
  return Array.isArray(operand) ? operand : [operand];
}

function listedCondition(operand: unknown[]): { if: unknown; then: unknown; else: unknown } {
  if (operand.length !== 3) throw new CommandError(16020, `Expression $cond takes exactly 3 arguments.`);
  return { if: operand[0], then: operand[1], else: operand[2] };
}
