import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Json } from '../src/run.ts';
import type { Random } from './random.ts';

/** A random operation over a schema. Some come out invalid (conflicting fields); the caller validates and tries again. */
export class RandomOperation {
  readonly text: string;
  /** Fresh values for the variables of this operation. */
  readonly variables: () => Record<string, unknown>;
  #schema: GraphQLSchema;
  #random: Random;
  #variables = new Map<
    string,
    { type: string; input: GraphQLInputType | null; fallback: string | undefined }
  >();
  #fragments: string[] = [];
  #budget: number;

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema;
    this.#random = random;
    this.#budget = 6 + random.below(40);
    const kind = random.chance(0.12) ? 'mutation' : 'query';
    const root = kind === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
    const body = this.#selections(root, 0);
    const names = [...this.#variables.keys()];
    const definitions = [...this.#variables].map(
      ([name, { type, fallback }]) => `$${name}: ${type}${fallback ? ` = ${fallback}` : ''}`,
    );
    this.text = `${kind} Op${definitions.length ? `(${definitions.join(', ')})` : ''} ${body} ${this.#fragments.join(' ')}`;
    this.variables = () => Object.fromEntries(names.flatMap((name) => this.#variableValue(name)));
  }

  #variableValue(name: string): [string, unknown][] {
    const { input, fallback, type } = this.#variables.get(name)!,
      random = this.#random;
    if ((fallback && random.chance(0.4)) || (!type.endsWith('!') && random.chance(0.15))) return [];
    if (random.chance(0.01)) return [[name, { surprising: true }]];
    return [[name, input ? this.#value(input, 0) : random.chance(0.5)]];
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const random = this.#random,
      parts: string[] = [];
    const count = depth === 0 ? 1 + random.below(3) : 1 + random.below(5);
    for (let i = 0; i < count && (this.#budget-- > 0 || !parts.length); i++)
      parts.push(this.#selection(type, depth));
    if (random.chance(0.1)) parts.push(random.pick(parts)); // repeated on purpose: must be merged
    return `{ ${parts.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const random = this.#random;
    if (random.chance(0.08)) return `${random.chance(0.3) ? `t${random.below(3)}: ` : ''}__typename`;
    if (isUnionType(type) || random.chance(isAbstractType(type) ? 0.5 : 0.12))
      return this.#fragment(type, depth);
    const fields = Object.values(type.getFields()),
      simple = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const field = random.pick(
      depth >= 5 || (this.#budget <= 0 && simple.length) ? (simple.length ? simple : fields) : fields,
    );
    const args = field.args.flatMap((arg) => this.#argument(arg));
    const alias = args.length || random.chance(0.15) ? `${field.name}${random.below(4)}: ` : '';
    const named = getNamedType(field.type);
    const inner = isCompositeType(named)
      ? ` ${depth >= 7 ? '{ __typename }' : this.#selections(named, depth + 1)}`
      : '';
    return `${alias}${field.name}${args.length ? `(${args.join(', ')})` : ''}${this.#directives(depth)}${inner}`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const random = this.#random;
    const narrower = isAbstractType(type)
      ? [...this.#schema.getPossibleTypes(type), type]
      : [type, ...type.getInterfaces()];
    const on = random.pick(narrower) as GraphQLCompositeType;
    if (random.chance(0.3)) {
      const name = `F${this.#fragments.length}_`;
      this.#fragments.push('');
      this.#fragments[Number(name.slice(1, -1))] =
        `fragment ${name} on ${on.name} ${this.#selections(on, depth + 1)}`;
      return `...${name}${this.#directives(depth)}`;
    }
    return `...${on === type && random.chance(0.3) ? '' : ` on ${on.name}`}${this.#directives(depth)} ${this.#selections(on, depth + 1)}`;
  }

  #directives(depth: number): string {
    const random = this.#random;
    if (depth === 0 || !random.chance(0.12)) return '';
    const one = (name: string) =>
      ` @${name}(if: ${random.chance(0.75) ? `$${this.#condition()}` : random.chance(0.5)})`;
    return random.chance(0.1) ? one('skip') + one('include') : one(random.pick(['skip', 'include']));
  }

  #condition(): string {
    const name = `c${this.#random.below(3)}`;
    if (!this.#variables.has(name))
      this.#variables.set(name, {
        type: 'Boolean!',
        input: null,
        fallback: this.#random.chance(0.3) ? 'true' : undefined,
      });
    return name;
  }

  #argument({ name, type, defaultValue }: GraphQLArgument): string[] {
    const random = this.#random;
    if (!isNonNullType(type) && random.chance(0.4)) return [];
    if (!random.chance(0.6)) return [`${name}: ${literal(this.#value(type, 0), type)}`];
    const variable = `v${this.#variables.size}`,
      nullableAllowed = !isNonNullType(type) || defaultValue !== undefined;
    this.#variables.set(variable, {
      type: String(type),
      input: type,
      fallback: nullableAllowed && random.chance(0.2) ? literal(this.#value(type, 0), type) : undefined,
    });
    return [`${name}: $${variable}`];
  }

  #value(type: GraphQLInputType, depth: number): unknown {
    const random = this.#random;
    if (isNonNullType(type)) return this.#value(type.ofType, depth);
    if (random.chance(0.08)) return isNonNullType(type) ? this.#value(type, depth) : null;
    return this.#present(type, depth);
  }

  #present(type: GraphQLInputType, depth: number): unknown {
    const random = this.#random;
    if (isNonNullType(type)) return this.#present(type.ofType, depth);
    if (isListType(type))
      return random.chance(0.15)
        ? this.#present(type.ofType, depth)
        : Array.from({ length: random.below(3) }, () => this.#present(type.ofType, depth));
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) =>
          (isNonNullType(field.type) && field.defaultValue === undefined) ||
          (depth < 2 && random.chance(0.5)),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.#present(field.type, depth + 1)]));
    }
    switch (type.name) {
      case 'Int':
        return random.below(5);
      case 'Float':
        return random.below(50) / 4;
      case 'Boolean':
        return random.chance(0.5);
      case 'ID':
        return random.pick(['Product1', 'Bundle2', 'User3', 'Warehouse4', 5]);
      case 'JSON':
        return random.pick([1, 'x', [1, { a: 'b' }], { k: [true] }]);
      default:
        return random.pick(['plain', 'quo"te', 'ünï😀', '']);
    }
  }
}

function literal(value: Json, type: GraphQLInputType): string {
  if (value === null) return 'null';
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type))
    return Array.isArray(value)
      ? `[${value.map((each) => literal(each, type.ofType)).join(', ')}]`
      : literal(value, type.ofType);
  if (isEnumType(type)) return value;
  if (isInputObjectType(type))
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${literal(each, type.getFields()[key]!.type)}`)
      .join(', ')} }`;
  if (type.name === 'JSON') return jsonLiteral(value);
  return JSON.stringify(value);
}
const jsonLiteral = (value: Json): string =>
  Array.isArray(value)
    ? `[${value.map(jsonLiteral).join(', ')}]`
    : value && typeof value === 'object'
      ? `{ ${Object.entries(value)
          .map(([key, each]) => `${key}: ${jsonLiteral(each)}`)
          .join(', ')} }`
      : JSON.stringify(value);
