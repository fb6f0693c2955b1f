import { Kind, type GraphQLScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { DateTime, MicroUsd } from './scalars.ts';

const literal = (
  scalar: GraphQLScalarType<unknown, unknown>,
  kind: Kind.INT | Kind.STRING | Kind.FLOAT,
  value: string,
) => scalar.parseLiteral({ kind, value }, {});

test('money is a bigint in code and decimal text in JSON, beyond what a number can hold', () => {
  expect(MicroUsd.parseValue('9007199254740993')).toBe(9007199254740993n);
  expect(MicroUsd.parseValue('-15')).toBe(-15n);
  expect(MicroUsd.parseValue(15)).toBe(15n);
  expect(literal(MicroUsd, Kind.STRING, '1500000')).toBe(1500000n);
  expect(literal(MicroUsd, Kind.INT, '1500000')).toBe(1500000n);
  expect(MicroUsd.serialize(9007199254740993n)).toBe('9007199254740993');
});

test.each([
  '',
  ' 1',
  '1.5',
  '1e3',
  '0x10',
  '--1',
  '+1',
  '١',
  '9'.repeat(19),
  1.5,
  2 ** 53,
  NaN,
  null,
  true,
  [1],
  {},
])('money is not %j', (value) =>
  expect(() => MicroUsd.parseValue(value)).toThrow('integer number of micro-dollars'),
);

test('money is not written as a fraction, and code gives bigints only', () => {
  expect(() => literal(MicroUsd, Kind.FLOAT, '1.5')).toThrow('integer number of micro-dollars');
  for (const value of [1, '1', undefined]) expect(() => MicroUsd.serialize(value)).toThrow('bigint');
});

test('a time is a Date in code and RFC 3339 text in every answer', () => {
  const text = '2026-11-23T10:00:00.000Z';
  expect(DateTime.serialize(new Date(text))).toBe(text);
  expect(DateTime.serialize(Date.parse(text))).toBe(text);
  expect(DateTime.parseValue('2026-11-23T11:00:00+01:00')).toEqual(new Date(text));
  expect(literal(DateTime, Kind.STRING, text)).toEqual(new Date(text));
  for (const value of ['2026-13-01T00:00:00Z', 'today', 5, null, {}])
    expect(() => DateTime.parseValue(value)).toThrow();
  for (const value of [new Date(NaN), NaN, 'today', {}]) expect(() => DateTime.serialize(value)).toThrow();
});
