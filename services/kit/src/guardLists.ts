import {
  defaultFieldResolver,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/**
 * When an item of a list of non-null items fails at once, graphql-js forgets the promises of the items before it: one of
 * them rejecting would end the process. As promises, no item of such a list can fail at once.
 */
export function guardLists(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!hasNonNullItems(field.type)) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context, info) => {
        const value: unknown = resolve(source, args, context, info);
        return value instanceof Promise
          ? value.then((list) => withPromises(list, field.type))
          : withPromises(value, field.type);
      };
    }
  }
}

function hasNonNullItems(type: GraphQLOutputType): boolean {
  const list = getNullableType(type);
  return isListType(list) && (isNonNullType(list.ofType) || hasNonNullItems(list.ofType));
}

function withPromises(value: unknown, type: GraphQLOutputType): unknown {
  const list = getNullableType(type);
  if (!isListType(list) || !isIterableObject(value)) return value;
  const itemType = list.ofType as GraphQLOutputType;
  return Array.from(value, async (item) => withPromises(await item, itemType));
}

function isIterableObject(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
