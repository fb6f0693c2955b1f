import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { Variables } from './run.ts';

type Check = (value: unknown) => boolean;

const scalars: Record<string, Check> = {
  Int: (value) => typeof value === 'number' && (value | 0) === value,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  ID: (value) => typeof value === 'string' || (typeof value === 'number' && Number.isInteger(value)),
};

/**
 * Decides whether variables are certainly valid. Whatever is not goes to the reference lane, where graphql-js decides and
 * words the error; so this may be stricter than getVariableValues, but never more lenient.
 */
export function compileInputCheck(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): (variables: Variables) => boolean {
  const checks = new InputChecks();
  const definitions = (operation.variableDefinitions ?? []).map(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node as NamedTypeNode) as GraphQLInputType;
    const badDefault = defaultValue && valueFromAST(defaultValue, type) === undefined;
    return {
      name: variable.name.value,
      check: badDefault ? () => false : checks.of(type),
      mayBeMissing: !!defaultValue || !isNonNullType(type),
    };
  });
  return (variables) => {
    for (const { name, check, mayBeMissing } of definitions) {
      const value = variables[name];
      if (value === undefined ? !mayBeMissing : !check(value)) return false;
    }
    return true;
  };
}

/** Remembers types, because input objects may contain themselves. */
class InputChecks {
  #known = new Map<GraphQLInputType, Check>();

  of(type: GraphQLInputType): Check {
    const known = this.#known.get(type);
    if (known) return known;
    this.#known.set(type, (value) => compiled(value));
    const compiled = this.#compile(type);
    this.#known.set(type, compiled);
    return compiled;
  }

  #compile(type: GraphQLInputType): Check {
    if (isNonNullType(type)) {
      const inner = this.of(type.ofType);
      return (value) => value !== null && inner(value);
    }
    if (isListType(type)) {
      const item = this.of(type.ofType);
      const isItem: Check = (value) => value !== undefined && item(value);
      return (value) => value === null || (Array.isArray(value) ? value.every(isItem) : item(value));
    }
    if (isEnumType(type)) {
      const names = new Set(type.getValues().map(({ name }) => name));
      return (value) => value === null || (typeof value === 'string' && names.has(value));
    }
    if (isInputObjectType(type)) return this.#compileObject(type);
    // Other scalars are defined by the subgraphs; the gateway accepts any value, as the reference lane does.
    const scalar = isSpecifiedScalarType(type) ? scalars[type.name] : undefined;
    return scalar ? (value) => value === null || scalar(value) : () => true;
  }

  #compileObject(type: GraphQLInputObjectType): Check {
    const all = Object.values(type.getFields());
    const fields = new Map(all.map((field) => [field.name, this.of(field.type)]));
    const required = all.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
    const isOneOf = type.isOneOf;
    return (value) => {
      if (value === null) return true;
      if (typeof value !== 'object' || Array.isArray(value)) return false;
      const given = value as Variables;
      for (const key in given) if (!fields.get(key)?.(given[key])) return false;
      for (const { name } of required) if (given[name] === undefined) return false;
      return !isOneOf || hasOneValue(given);
    };
  }
}

function hasOneValue(given: Variables): boolean {
  const [value, ...others] = Object.values(given);
  return value !== null && value !== undefined && !others.length;
}
