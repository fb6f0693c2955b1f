import type { Doc } from '../documents.ts';
import { CommandError } from '../errors.ts';
import { toDouble } from '../numbers.ts';
import { isDoc, isNumeric, isTruthy, textOf, typeName } from '../values.ts';
import { fieldsOf, isMissing, listOperator } from './operator.ts';
import type { Operator } from './operator.ts';

/** Operators on arrays, documents and strings. */
export const collectionOperators: Record<string, Operator> = {
  $size: listOperator('$size', [1, 1], (value) => array('$size', value).length),
  $arrayElemAt: listOperator('$arrayElemAt', [2, 2], (value, position) => {
    if (isMissing(value) || isMissing(position)) return null;
    if (!isNumeric(position))
      throw new CommandError(28690, `$arrayElemAt's second argument must be a number`);
    return array('$arrayElemAt', value).at(toDouble(position));
  }),
  $concatArrays: listOperator('$concatArrays', [0, Infinity], (...values) =>
    values.some(isMissing) ? null : values.flatMap((value) => array('$concatArrays', value)),
  ),
  $filter: (operand, compile) => {
    const { input, as = 'this', cond } = fieldsOf('$filter', operand, ['input', 'cond'], ['as']);
    const source = compile(input);
    const test = compile(cond, String(as));
    return (doc, variables) => {
      const value = source(doc, variables);
      if (isMissing(value)) return null;
      return array('$filter', value).filter((element) =>
        isTruthy(test(doc, { ...variables, [String(as)]: element })),
      );
    };
  },
  $map: (operand, compile) => {
    const { input, as = 'this', in: body } = fieldsOf('$map', operand, ['input', 'in'], ['as']);
    const source = compile(input);
    const result = compile(body, String(as));
    return (doc, variables) => {
      const value = source(doc, variables);
      if (isMissing(value)) return null;
      return array('$map', value).map(
        (element) => result(doc, { ...variables, [String(as)]: element }) ?? null,
      );
    };
  },
  $setField: (operand, compile) => {
    const { field, input, value } = fieldsOf('$setField', operand, ['field', 'input', 'value']);
    const name = compile(field)({}, {});
    if (typeof name !== 'string')
      throw new CommandError(4161107, `$setField requires 'field' to be a constant string`);
    const source = compile(input);
    const content = compile(value);
    return (doc, variables) => {
      const target = source(doc, variables);
      if (isMissing(target)) return null;
      if (!isDoc(target)) throw new CommandError(4161105, `$setField requires 'input' to be a document`);
      return withField(target, name, content(doc, variables));
    };
  },
  $concat: listOperator('$concat', [0, Infinity], (...values) => {
    if (values.some(isMissing)) return null;
    return values
      .map((value) => {
        if (typeof value !== 'string')
          throw new CommandError(16702, `$concat only supports strings, not ${typeName(value)}`);
        return value;
      })
      .join('');
  }),
  $toString: listOperator('$toString', [1, 1], (value) => {
    if (isMissing(value)) return null;
    if (value instanceof Date) return value.toISOString();
    if (isDoc(value) || Array.isArray(value)) {
      throw new CommandError(241, `Unsupported conversion from ${typeName(value)} to string in $convert`);
    }
    return textOf(value);
  }),
};

function array(name: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new CommandError(
    17124,
    `The argument to ${name} must be an array, but was of type: ${typeName(value)}`,
  );
}

function withField(target: Doc, name: string, value: unknown): Doc {
  const { [name]: _replaced, ...others } = target;
  return value === undefined ? others : { ...target, [name]: value };
}
