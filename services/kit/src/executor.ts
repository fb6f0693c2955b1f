import {
  createSourceEventStream,
  execute,
  getOperationAST,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from './context.ts';
import { DocumentCache } from './documentCache.ts';
import { DomainError } from './errors.ts';
import { formatError, type ErrorReport } from './graphqlErrors.ts';
import { mapStream } from './mapStream.ts';
import type { Operation } from './operation.ts';
import type { ResultStream } from './subgraph.ts';

interface Runnable {
  args: ExecutionArgs;
  subscribes: boolean;
}

/** Runs operations on a schema; whatever goes wrong becomes an answer with errors. */
export class Executor {
  readonly #schema: GraphQLSchema;
  readonly #documents: DocumentCache;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    this.#documents = new DocumentCache(schema);
  }

  /** Answers a query or a mutation. */
  async execute(operation: Operation, context: Context): Promise<FormattedExecutionResult> {
    try {
      const { args, subscribes } = this.#prepare(operation, context);
      if (subscribes) throw new DomainError('INVALID_INPUT', 'Send subscriptions over a WebSocket.');
      return formatted(await execute(args), context);
    } catch (error) {
      return failed(error, context);
    }
  }

  /** Runs any operation: the stream of a subscription's results, or an answer, as which every failure comes too. */
  async start(operation: Operation, context: Context): Promise<ResultStream | FormattedExecutionResult> {
    try {
      const { args, subscribes } = this.#prepare(operation, context);
      if (!subscribes) return formatted(await execute(args), context);
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

  #prepare(operation: Operation, contextValue: Context): Runnable {
    const { query, operationName = null, variables: variableValues = null } = operation;
    const document = this.#documents.prepare(query);
    const chosen = getOperationAST(document, operationName);
    if (!chosen)
      throw new DomainError('INVALID_INPUT', 'Name by operationName one operation of the document.');
    return {
      args: { schema: this.#schema, document, contextValue, operationName, variableValues },
      subscribes: chosen.operation === 'subscription',
    };
  }
}

/** An answer that carries nothing but errors. */
export function failed(error: unknown, report: ErrorReport): FormattedExecutionResult {
  const errors = error instanceof AggregateError ? error.errors : [error];
  return { errors: errors.map((each) => formatError(each, report)) };
}

function formatted({ errors, ...rest }: ExecutionResult, report: ErrorReport): FormattedExecutionResult {
  return errors ? { errors: errors.map((error) => formatError(error, report)), ...rest } : rest;
}
