import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';

const maxDocuments = 1000;
const maxTotalChars = 2 * 2 ** 20;
const maxTokens = 20_000;
const maxErrors = 20;

/** A parsed and valid document, or why there is none. */
export type Prepared =
  | { readonly document: DocumentNode; readonly errors?: undefined }
  | { readonly errors: readonly GraphQLError[] };

/** Parses and validates each document once. Bounded by number and by length; what was not used longest goes first. */
export class DocumentCache {
  readonly #schema: GraphQLSchema;
  readonly #prepared = new Map<string, Prepared>();
  #totalChars = 0;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  get size(): number {
    return this.#prepared.size;
  }

  prepare(query: string): Prepared {
    const known = this.#prepared.get(query);
    if (known) {
      this.#prepared.delete(query);
      this.#prepared.set(query, known);
      return known;
    }
    const prepared = this.#read(query);
    if (!prepared.errors) this.#keep(query, prepared);
    return prepared;
  }

  #read(query: string): Prepared {
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens });
    } catch (error) {
      return { errors: [withCode(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')] };
    }
    const errors = validate(this.#schema, document, undefined, { maxErrors });
    return errors.length
      ? { errors: errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')) }
      : { document };
  }

  #keep(query: string, prepared: Prepared) {
    this.#prepared.set(query, prepared);
    this.#totalChars += query.length;
    for (const oldest of this.#prepared.keys()) {
      if (this.#prepared.size <= maxDocuments && this.#totalChars <= maxTotalChars) return;
      this.#prepared.delete(oldest);
      this.#totalChars -= oldest.length;
    }
  }
}

function withCode({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code },
  });
}
