import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from './context.ts';
import { DocumentCache } from './documentCache.ts';
import { formatError } from './graphqlErrors.ts';
import { mapStream } from './mapStream.ts';
import type { Operation } from './operation.ts';
import type { ResultStream } from './subgraph.ts';

type Runnable =
  { args: ExecutionArgs; errors?: undefined } | { args?: undefined; errors: readonly GraphQLError[] };

/** Runs operations on a schema; whatever goes wrong becomes an answer with errors. */
export class Executor {
  readonly schema: GraphQLSchema;
  readonly #documents: DocumentCache;

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
    this.#documents = new DocumentCache(schema);
  }

  /** Answers a query or a mutation. */
  async execute(operation: Operation, context: Context): Promise<FormattedExecutionResult> {
    try {
      const { args, errors } = this.#prepare(operation, context, false);
      return formatted(args ? await execute(args) : { errors }, context);
    } catch (error) {
      return failed(error, context);
    }
  }

  /** Starts a subscription: the stream of its results, or an answer that says why there is none. */
  async stream(operation: Operation, context: Context): Promise<ResultStream | FormattedExecutionResult> {
    try {
      const { args, errors } = this.#prepare(operation, context, true);
      if (!args) return formatted({ errors }, context);
      const source = await createSourceEventStream(args);
      return Symbol.asyncIterator in source
        ? this.#results(source, args, context)
        : formatted(source, context);
    } catch (error) {
      return failed(error, context);
    }
  }

  /** An event that follows dropped ones says in `extensions.dropped` how many, so that the client can ask again. */
  #results(source: AsyncIterable<unknown>, args: ExecutionArgs, context: Context): ResultStream {
    let told = 0;
    return mapStream(source, async (event) => {
      const result = formatted(await execute({ ...args, rootValue: event }), context);
      const { dropped } = source as { dropped?: number };
      if (dropped === undefined || dropped === told) return result;
      const extensions = { dropped: dropped - told };
      told = dropped;
      return { ...result, extensions };
    });
  }

  #prepare(operation: Operation, contextValue: Context, subscribes: boolean): Runnable {
    const { query, operationName = null, variables: variableValues = null } = operation;
    const prepared = this.#documents.prepare(query);
    if (prepared.errors) return prepared;
    const { document } = prepared;
    const chosen = getOperationAST(document, operationName);
    if (!chosen) return { errors: [mistake('Name by operationName one operation of the document.')] };
    if ((chosen.operation === 'subscription') !== subscribes)
      return { errors: [mistake(`A ${chosen.operation} cannot be sent this way.`)] };
    return { args: { schema: this.schema, document, contextValue, operationName, variableValues } };
  }
}

/** An answer that carries nothing but the error. */
export function failed(
  error: unknown,
  context: Pick<Context, 'log' | 'requestId'>,
): FormattedExecutionResult {
  return { errors: [formatError(error, context)] };
}

function formatted({ errors, ...rest }: ExecutionResult, context: Context): FormattedExecutionResult {
  return errors ? { errors: errors.map((error) => formatError(error, context)), ...rest } : rest;
}

function mistake(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'INVALID_INPUT' } });
}
