import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { jsonText } from './jsonText.ts';
import { mergeInto } from './merge.ts';
import type { Json } from './run.ts';

type Represent = (entity: Json) => string | undefined;

/**
 * Compiles the `requires` selection of an entity fetch into a function from an entity to the JSON text of its
 * representation, or undefined if the entity lacks a required field and must not be asked for.
 */
export function compileRepresentation(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
): Represent {
  const byType = new Map<string, Represent>();
  return (entity) => {
    const typename = entity.__typename;
    let represent = byType.get(typename);
    if (!represent) {
      represent = forType(schema, requires, typename);
      if (schema.getType(typename)) byType.set(typename, represent); // made-up names must not pile up
    }
    return represent(entity);
  };
}

/** Most keys are flat: one applicable fragment, leaf fields only. Those get a string builder, the rest an interpreter. */
function forType(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  typename: string,
): Represent {
  const names = flatKey(schema, requires, typename);
  if (!names)
    return (entity) => {
      const representation = select(schema, entity, requires);
      return representation?.__typename ? JSON.stringify(representation) : undefined;
    };
  const fields = names.map((name, i) => ({ name, label: `${i ? ',' : '{'}${JSON.stringify(name)}:` }));
  return (entity) => {
    let text = '';
    for (const { name, label } of fields) {
      const value = entity[name];
      if (value === undefined) return undefined;
      text += label + jsonText(value);
    }
    return `${text}}`;
  };
}

function flatKey(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  typename: string,
): string[] | undefined {
  const fragments = requires.filter((selection) => selection.kind === 'InlineFragment');
  const [only, ...others] = fragments.filter(({ typeCondition }) => applies(schema, typeCondition, typename));
  if (!only || others.length || fragments.length < requires.length) return undefined;
  const names: string[] = [];
  for (const field of only.selections) {
    if (field.kind !== 'Field' || field.selections) return undefined;
    names.push(field.alias ?? field.name);
  }
  return names.includes('__typename') ? names : undefined;
}

function select(schema: GraphQLSchema, source: Json, selections: readonly QueryPlanSelectionNode[]): Json {
  if (source === null) return null;
  const result: Json = {};
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      if (selection.typeCondition && source && applies(schema, selection.typeCondition, source.__typename))
        mergeInto(result, select(schema, source, selection.selections) ?? {});
      continue;
    }
    const name = selection.alias ?? selection.name;
    const value = source?.[name];
    if (value === undefined) return null;
    const { selections: inner } = selection;
    result[name] = !inner
      ? value
      : Array.isArray(value)
        ? value.map((item) => select(schema, item, inner))
        : select(schema, value, inner);
  }
  return result;
}

function applies(schema: GraphQLSchema, condition: string | undefined, typename: string): boolean {
  if (!condition || !typename) return false;
  if (condition === typename) return true;
  const type = schema.getType(typename),
    abstract = schema.getType(condition);
  return (
    !!abstract &&
    isAbstractType(abstract) &&
    (isObjectType(type) || isInterfaceType(type)) &&
    schema.isSubType(abstract, type)
  );
}
