import { buildSubgraphSchema, entitiesResolver, type GraphQLResolverMap } from '@apollo/subgraph';
import {
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { DomainError } from './errors.ts';
import { guardLists } from './guardLists.ts';
import { scalars } from './scalars.ts';

const maxRepresentations = 10_000;

/**
 * The executable schema of a subgraph. Throws at once when a resolver names what the schema lacks, or when nothing
 * implements a scalar that it declares.
 */
export function buildSchema(typeDefs: string, resolvers: object): GraphQLSchema {
  const document = parse(typeDefs);
  const ours = { ...scalars, ...resolvers } as GraphQLResolverMap<unknown>;
  const schema = buildSubgraphSchema([{ typeDefs: document, resolvers: ours }]);
  const problems = [...unknownResolvers(schema, resolvers), ...unknownScalars(schema, ours)];
  if (problems.length) throw new Error(`The subgraph cannot be built: ${problems.join('; ')}`);
  const entities = schema.getQueryType()?.getFields()._entities;
  if (entities)
    entities.resolve = (_source, { representations }, context, info) => each(representations, context, info);
  guardLists(schema);
  return schema;
}

/**
 * One entity at a time: Apollo's resolver fails a whole list when one reference throws at once, and forgets the promises
 * of the others, whose rejections would then end the process.
 */
function each(representations: unknown[], context: unknown, info: GraphQLResolveInfo): unknown[] {
  if (representations.length > maxRepresentations)
    throw new DomainError('INVALID_INPUT', `Ask for at most ${maxRepresentations} entities at a time.`);
  return representations.map(async (representation) => {
    const [entity] = entitiesResolver({ representations: [representation], context, info }) as unknown[];
    return entity;
  });
}

function* unknownResolvers(schema: GraphQLSchema, resolvers: object): Iterable<string> {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (!type) yield `the schema has no type ${typeName}`;
    if (!isObjectType(type)) continue;
    for (const field of Object.keys(fields as object))
      if (!field.startsWith('__') && !type.getFields()[field]) yield `${typeName} has no field ${field}`;
  }
}

function* unknownScalars(schema: GraphQLSchema, known: object): Iterable<string> {
  const federations = /^_|^link__|^federation__/;
  for (const type of Object.values(schema.getTypeMap()))
    if (
      isScalarType(type) &&
      !isSpecifiedScalarType(type) &&
      !federations.test(type.name) &&
      !(type.name in known)
    )
      yield `nothing implements the scalar ${type.name}`;
}
