import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTime, resolvers as libraryScalars } from 'graphql-scalars';

const maxDigits = 18;
const amount = new RegExp(`^-?\\d{1,${maxDigits}}$`);

/** Integer micro-USD: a bigint in code, a decimal text in JSON; an integer number is accepted, too. */
export const MicroUsd = new GraphQLScalarType<bigint, string>({
  name: 'MicroUsd',
  description: 'An amount of money in millionths of a US dollar: an integer, written as decimal text.',
  serialize(value) {
    if (typeof value !== 'bigint') throw new GraphQLError('An amount of money must be a bigint.');
    return String(value);
  },
  parseValue: microUsd,
  parseLiteral(node: ValueNode) {
    if (node.kind === Kind.STRING || node.kind === Kind.INT) return microUsd(node.value);
    throw invalidAmount();
  },
});

function microUsd(value: unknown): bigint {
  if (typeof value === 'string' && amount.test(value)) return BigInt(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  throw invalidAmount();
}

function invalidAmount(): GraphQLError {
  return new GraphQLError('MicroUsd takes an integer number of micro-dollars, such as "1500000" for $1.50.');
}

/** A moment in UTC: a Date in code, RFC 3339 text in JSON. The library leaves a Date in the answer; this does not. */
export const DateTime = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTime.toConfig(),
  serialize: (value) => GraphQLDateTime.serialize(value).toISOString(),
});

/** Every scalar that a schema may declare, by its name. */
export const scalars: Readonly<Record<string, GraphQLScalarType>> = { ...libraryScalars, MicroUsd, DateTime };
