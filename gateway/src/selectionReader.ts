import {
  Kind,
  TypeNameMetaFieldDef,
  isAbstractType,
  isTypeSubTypeOf,
  isUnionType,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLUnionType,
  type InlineFragmentNode,
  type SelectionSetNode,
} from 'graphql';

export interface FieldGroup {
  responseName: string;
  isTypename: boolean;
  type: GraphQLOutputType;
  /** The type that violations of this field are reported for. */
  parent: GraphQLCompositeType;
  selections: SelectionSetNode[];
}
export type Conditions = Readonly<Record<string, boolean>>;

/**
 * Which fields a selection means for an object of a given type: fragments resolved, equal response names grouped, @skip
 * and @include decided. The order is the one GraphQL prescribes: by first appearance.
 */
export class SelectionReader {
  #schema: GraphQLSchema;
  #conditions: Conditions;
  #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(schema: GraphQLSchema, document: DocumentNode, conditions: Conditions) {
    this.#schema = schema;
    this.#conditions = conditions;
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.#fragments.set(definition.name.value, definition);
  }

  /** `declared` is the type the selection was written for, `type` the type of the object at hand. */
  fields(
    type: GraphQLCompositeType,
    declared: GraphQLCompositeType,
    selections: readonly SelectionSetNode[],
  ): FieldGroup[] {
    const groups = new Map<string, FieldGroup>();
    for (const set of selections) this.#add(groups, type, declared, type, set);
    return [...groups.values()];
  }

  #add(
    groups: Map<string, FieldGroup>,
    type: GraphQLCompositeType,
    declared: GraphQLCompositeType,
    parent: GraphQLCompositeType,
    set: SelectionSetNode,
  ): void {
    for (const selection of set.selections) {
      if (!isIncluded(selection.directives, this.#conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        this.#addField(groups, declared, parent, selection);
        continue;
      }
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const fragment = isSpread ? this.#fragments.get(selection.name.value)! : selection;
      const condition = this.#conditionOf(fragment);
      if (!condition) this.#add(groups, type, declared, parent, fragment.selectionSet);
      else if (this.#applies(condition, type))
        this.#add(groups, type, condition, condition, fragment.selectionSet);
    }
  }

  #conditionOf({
    typeCondition,
  }: FragmentDefinitionNode | InlineFragmentNode): GraphQLCompositeType | undefined {
    return typeCondition && (this.#schema.getType(typeCondition.name.value) as GraphQLCompositeType);
  }

  #applies(condition: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
    if (condition === type) return true;
    return isAbstractType(condition) && !isUnionType(type) && this.#schema.isSubType(condition, type);
  }

  #addField(
    groups: Map<string, FieldGroup>,
    declared: GraphQLCompositeType,
    parent: GraphQLCompositeType,
    node: FieldNode,
  ): void {
    const responseName = node.alias?.value ?? node.name.value;
    const isTypename = node.name.value === '__typename';
    // Like the reference lane: the type as declared where the field was selected, not that of the object at hand.
    const type = isTypename ? TypeNameMetaFieldDef.type : fieldType(declared, node.name.value);
    let group = groups.get(responseName);
    if (!group)
      groups.set(responseName, (group = { responseName, isTypename, type, parent, selections: [] }));
    else if (isTypeSubTypeOf(this.#schema, type, group.type)) group.type = type;
    if (node.selectionSet) group.selections.push(node.selectionSet);
  }
}

/** A validated document selects nothing but `__typename` from a union, and only fields that exist. */
const fieldType = (type: GraphQLCompositeType, name: string): GraphQLOutputType =>
  (type as Exclude<GraphQLCompositeType, GraphQLUnionType>).getFields()[name]!.type;

function isIncluded(directives: readonly DirectiveNode[] | undefined, conditions: Conditions): boolean {
  for (const { name, arguments: [argument] = [] } of directives ?? []) {
    if ((name.value !== 'skip' && name.value !== 'include') || !argument) continue;
    const { value } = argument;
    const isVariable = value.kind === Kind.VARIABLE;
    const holds = isVariable ? conditions[value.name.value] : value.kind === Kind.BOOLEAN && value.value;
    if (holds === (name.value === 'skip')) return false;
  }
  return true;
}
