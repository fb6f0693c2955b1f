import { buildSchema, getVariableValues, parse, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { Random } from '../test/random.ts';
import { compileInputCheck } from './inputCheck.ts';

const schema = buildSchema(`
  type Query { a: Int }
  scalar JSON
  enum Kind { TOOL TOY }
  input Filter { min: Float max: Float! = 10 tags: [String!] not: Filter kind: Kind = TOY id: ID any: JSON grid: [[Int!]]! = [] }
  input One @oneOf { a: Int b: String }`);
const types = [
  ...['Int', 'Int!', 'Float!', 'String', 'Boolean!', 'ID!', 'Kind', 'Kind!', '[Int!]', '[[Int]!]!'],
  ...['Filter', 'Filter!', '[Filter!]!', 'JSON', 'JSON!', 'One', 'One!'],
];
const fallbacks: Readonly<Record<string, string>> = {
  Int: '3',
  'Float!': '1',
  '[Int!]': '[1]',
  'Kind!': 'TOY',
  Filter: '{ max: 1 }',
  String: 'null',
};
const keys = ['min', 'max', 'tags', 'not', 'kind', 'id', 'any', 'grid', 'other', 'a', 'b', '__proto__'];

function anything(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 3 ? 9 : 13);
  if (kind < 9) return [null, 0, -7, 2 ** 31, 1.5, 'TOY', 'x', true, 12][kind];
  if (kind < 11) return Array.from({ length: random.below(3) }, () => anything(random, depth + 1));
  const chosen = keys.filter(() => random.chance(0.2));
  return JSON.parse(
    `{${chosen.map((key) => `${JSON.stringify(key)}:${JSON.stringify(anything(random, depth + 1))}`).join()}}`,
  );
}

test('is never more lenient than graphql-js, and mostly agrees', () => {
  const random = new Random(11);
  const count = { both: 0, neither: 0, stricter: 0 };
  for (let i = 0; i < 20_000; i++) {
    const type = random.pick(types);
    const fallback = random.chance(0.3) ? fallbacks[type] : undefined;
    const text = `query ($v: ${type}${fallback ? ` = ${fallback}` : ''}) { a }`;
    const operation = parse(text).definitions[0] as OperationDefinitionNode;
    const variables = random.chance(0.1) ? {} : { v: anything(random) };
    const ours = compileInputCheck(schema, operation)(variables);
    const theirs = !getVariableValues(schema, operation.variableDefinitions!, variables).errors;
    if (ours && !theirs) expect.fail(`${type} accepts ${JSON.stringify(variables)}`);
    count[ours === theirs ? (ours ? 'both' : 'neither') : 'stricter']++;
  }
  expect(count.both).toBeGreaterThan(4_000);
  expect(count.neither).toBeGreaterThan(4_000);
  expect(count.stricter).toBeLessThan(200);
});
