import { parse, validate, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';

const maxDocuments = 1000;
const maxTotalChars = 2 * 2 ** 20;
const maxTokens = 20_000;
const maxErrors = 20;

/** Parses and validates each document once. Bounded by number and by length; what was not used longest goes first. */
export class DocumentCache {
  readonly #schema: GraphQLSchema;
  readonly #prepared = new Map<string, DocumentNode>();
  #totalChars = 0;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  get size(): number {
    return this.#prepared.size;
  }

  /** The document. Throws an AggregateError of GraphQLErrors when it cannot be parsed or is not valid. */
  prepare(query: string): DocumentNode {
    const known = this.#prepared.get(query);
    if (known) {
      this.#prepared.delete(query);
      this.#prepared.set(query, known);
      return known;
    }
    const document = this.#read(query);
    this.#keep(query, document);
    return document;
  }

  #read(query: string): DocumentNode {
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens });
    } catch (error) {
      throw refused([error as GraphQLError], 'GRAPHQL_PARSE_FAILED');
    }
    const errors = validate(this.#schema, document, undefined, { maxErrors });
    if (errors.length) throw refused(errors, 'GRAPHQL_VALIDATION_FAILED');
    return document;
  }

  #keep(query: string, document: DocumentNode) {
    this.#prepared.set(query, document);
    this.#totalChars += query.length;
    for (const oldest of this.#prepared.keys()) {
      if (this.#prepared.size <= maxDocuments && this.#totalChars <= maxTotalChars) return;
      this.#prepared.delete(oldest);
      this.#totalChars -= oldest.length;
    }
  }
}

function refused(errors: readonly GraphQLError[], code: string): AggregateError {
  for (const error of errors) error.extensions.code = code;
  return new AggregateError(errors, 'The document cannot be run');
}
