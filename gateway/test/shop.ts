// Four subgraphs in memory that between them use most of federation 2: @requires, @provides, @shareable, interfaces,
// unions, enums, custom scalars, nested lists, compound keys, entity lists in entities. What a field answers is a hash of
// type, id, name and arguments, so every subgraph gives the same answer for shared fields, whoever asks and when.
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getNamedType,
  getNullableType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Json } from '../src/run.ts';
import { hash, pickBy } from './random.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible"])`;
/** Their schemas by name. */
export const sdl: Readonly<Record<string, string>> = {
  catalog: `${link}
    type Query { products(first: Int = 3, kind: Kind): [Product!] product(id: ID!): Product node(id: ID!): Node nodes(ids: [ID!]!): [Node]! search(text: String!, kinds: [Kind!], filter: Filter): [SearchResult!]! json(value: JSON): JSON featured: Product! currency: Currency }
    interface Node { id: ID! title: String }
    enum Kind { TOOL TOY BOOK SECRET @inaccessible }
    enum Currency { EUR USD }
    scalar JSON
    input Filter { min: Float max: Float! = 10 tags: [String!] not: Filter kind: Kind = TOY }
    type Dims @shareable { w: Float! h: Float unit: String! }
    type Product implements Node @key(fields: "id") { id: ID! title: String name: String! kind: Kind tags: [String!]! maybeTags: [String] grid: [[Int]!] price(currency: Currency = EUR, factor: Float): Float weight: Float! dims: Dims @shareable related(first: Int = 2): [Product] parent: Product attributes: JSON maker: Maker! }
    type Maker @key(fields: "id country { code }") { id: ID! country: Country! label: String }
    type Country @shareable { code: String! name: String }
    type Bundle implements Node { id: ID! title: String products: [Product!]! first: Product! }
    union SearchResult = Product | Bundle | Review
    type Review @key(fields: "id") { id: ID! }
    type Mutation { addProduct(name: String!, kind: Kind, filter: Filter): Product addBundle(title: String): Bundle! }`,
  reviews: `${link}
    type Query { latestReviews(first: Int = 2): [Review!]! topReview: Review }
    type Product @key(fields: "id") { id: ID! weight: Float! @external dims: Dims @external reviews(first: Int = 2): [Review!] rating: Float! shipping: Int @requires(fields: "weight dims { w h }") bestReview: Review! }
    type Dims @shareable { w: Float! h: Float unit: String! }
    type Review @key(fields: "id") { id: ID! body: String stars: Int! author: User! @provides(fields: "name") product: Product! replies: [Review] }
    type User @key(fields: "id") { id: ID! name: String @external reviews: [Review!] karma: Int! }
    type Mutation { addReview(product: ID!, stars: Int!): Review! }`,
  users: `${link}
    type Query { users(first: Int = 2): [User!]! user(id: ID!): User viewer: User! }
    interface Contact { label: String! }
    type Email implements Contact @shareable { label: String! address: String! }
    type Phone implements Contact @shareable { label: String! digits: [Int!]! }
    type User @key(fields: "id") { id: ID! name: String @shareable email: Email contacts: [Contact!] friends(first: Int = 2): [User] bestFriend: User bestBuddy: User! favourite: Product }
    type Product @key(fields: "id", resolvable: false) { id: ID! }
    type Mutation { rename(id: ID!, name: String!): User! }`,
  stock: `${link}
    type Query { warehouses: [Warehouse!]! }
    interface Place { id: ID! city: String! }
    type Warehouse implements Place @key(fields: "id") { id: ID! city: String! capacity: Int manager: User products: [Product] }
    type Shop implements Place { id: ID! city: String! open: Boolean! staff: [User!]! }
    union Location = Warehouse | Shop
    type User @key(fields: "id", resolvable: false) { id: ID! }
    type Dims @shareable { w: Float! h: Float unit: String! }
    type Product @key(fields: "id") { id: ID! inStock: Int dims: Dims @shareable locations: [Location!] place: Place places: [Place]! }
    type Maker @key(fields: "id country { code }") { id: ID! country: Country! stockists: [Shop!] }
    type Country @shareable { code: String! name: String }`,
};

/** How much goes wrong. `salt` changes which answers are nulls and errors. */
export const weather = { salt: '', nulls: 0.15, errors: 0.01, nonNullNulls: 0.004, lostEntities: 0.03 };

function resolve(parent: Json, args: object, _: unknown, info: GraphQLResolveInfo): unknown {
  const { fieldName, parentType, returnType } = info;
  if (parent?.[fieldName] !== undefined && fieldName !== 'title') return parent[fieldName];
  if (fieldName === 'shipping')
    return parent.dims
      ? Math.round(parent.weight * 10 + parent.dims.w * 100 + (parent.dims.h ?? 0))
      : Math.round(parent.weight * 10);
  const seed = `${parentType.name}.${parent?.id ?? parent?.seed ?? ''}.${fieldName}(${JSON.stringify(args)})`;
  if (hash(`${weather.salt}error${seed}`) < weather.errors)
    throw Object.assign(new Error(`No ${fieldName} today`), {
      extensions: hash(seed) < 0.5 ? { code: 'OUT_OF_LUCK' } : undefined,
    });
  return make(returnType, seed, info);
}

function make(type: GraphQLOutputType, seed: string, info: GraphQLResolveInfo): unknown {
  const h = hash(seed);
  const luck = hash(`${weather.salt}null${seed}`);
  if (luck < (isNonNullType(type) ? weather.nonNullNulls : weather.nulls)) return null;
  const plain = getNullableType(type);
  if (isListType(plain))
    return Array.from({ length: Math.floor(h * 4) }, (_, i) => make(plain.ofType, `${seed}${i}`, info));
  const named = getNamedType(plain);
  if (isEnumType(named)) {
    const values = named.getValues();
    const shown = values.filter(({ name }) => name !== 'SECRET' || h < 0.1);
    return shown[Math.floor(h * values.length) % 2]!.value;
  }
  if (isLeafType(named)) return leaf(named.name, h);
  const isAbstract = isUnionType(named) || isInterfaceType(named);
  const { name } = isAbstract ? pickBy(info.schema.getPossibleTypes(named), h) : named;
  const n = Math.floor(hash(`${seed}id`) * 12);
  if (name === 'Maker')
    return { __typename: name, id: `${n}`, country: { seed: `country${n}`, code: `C${n}` } };
  const made = info.schema.getType(name);
  if (isObjectType(made) && 'id' in made.getFields()) return { __typename: name, id: `${name}${n}` };
  return { __typename: name, seed: name === 'Country' ? seed : `${seed}o` };
}

function leaf(name: string, h: number): unknown {
  switch (name) {
    case 'Int':
      return Math.floor(h * 100);
    case 'Float':
      return Math.floor(h * 1000) / 8;
    case 'Boolean':
      return h < 0.5;
    case 'ID':
      return `id${Math.floor(h * 9)}`;
    case 'JSON':
      return pickBy([{ deep: [1, 'x', null, { y: true }] }, 'text', 7, [], false], h);
    default:
      return pickBy(['plain', 'with "quotes"', 'two\nlines', 'ünï😀', 'back\\slash'], h);
  }
}

/** Some entities are lost: an error that fails the whole list, an error at the entity, or just null. */
const reference = (service: string, type: string) => (ref: Json) => {
  const luck = hash(`${weather.salt}lost${service}${type}${ref.id}`);
  if (luck < weather.lostEntities / 4) throw new Error(`${type} is lost`);
  if (luck < weather.lostEntities / 2) return Promise.reject(new Error(`${type} is out of reach`));
  if (luck < weather.lostEntities) return null;
  return { ...ref, ...(type === 'Maker' && { country: { seed: `country${ref.id}`, ...ref.country } }) };
};
const schemas = new Map(
  Object.entries(sdl).map(([name, text]) => {
    const types = [...text.matchAll(/type (\w+)[^{]*@key\(fields: "[^"]*"\)/g)].map(([, type]) => type!);
    const resolvers = Object.fromEntries(
      types.map((type) => [type, { __resolveReference: reference(name, type) }]),
    );
    return [name, buildSubgraphSchema([{ typeDefs: parse(text), resolvers }])];
  }),
);
const documents = new Map<string, DocumentNode>();
const maxDocuments = 5000;

/** What the subgraph of that name answers. */
export async function runSubgraph(name: string, { query, variables, operationName }: Json): Promise<unknown> {
  const schema = schemas.get(name)!;
  const key = `${name}${query}`;
  let document = documents.get(key);
  if (!document) {
    document = parse(query);
    const errors = validate(schema, document); // the planner does produce invalid queries, though seldom
    const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
    if (errors.length) return { errors: errors.map(({ message }) => ({ message, extensions })) };
    if (documents.size > maxDocuments) documents.clear();
    documents.set(key, document);
  }
  return execute({
    schema,
    document,
    variableValues: variables,
    operationName,
    fieldResolver: resolve,
    typeResolver: (value: Json) => value.__typename,
  });
}
