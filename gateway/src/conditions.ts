import {
  Kind,
  valueFromAST,
  visit,
  type DocumentNode,
  type GraphQLScalarType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** A variable that @skip or @include depends on, and what it is when not given. */
export interface Condition {
  readonly name: string;
  readonly fallback: unknown;
}

/** The variables of an operation that decide which of its fields are selected. */
export function conditionsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Condition[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: [argument] = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      if (argument?.value.kind === Kind.VARIABLE) names.add(argument.value.name.value);
    },
  });
  const boolean = schema.getType('Boolean') as GraphQLScalarType;
  return variableDefinitions
    .filter(({ variable }) => names.has(variable.name.value))
    .map(({ variable, defaultValue }) => ({
      name: variable.name.value,
      fallback: defaultValue && valueFromAST(defaultValue, boolean),
    }));
}
