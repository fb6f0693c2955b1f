import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { Actor } from './actor.ts';
import type { Log } from './log.ts';
import type { Operation } from './operation.ts';

/** Whatever can tell that an answer is not wanted any more. */
export interface Cancellation {
  readonly cancelled: boolean;
}

/** Where the events of a subscription go; `error` and `complete` end it, and `error` is given GraphQL errors. */
export interface EventSink {
  next(result: FormattedExecutionResult): void;
  error(error: unknown): void;
  complete(): void;
}

/** Where a gateway sends operations. */
export interface Subgraph {
  readonly name: string;
  /** Whether a JSON array of operations is answered with an array of answers. */
  readonly takesArrays: boolean;
  /** Whether callers are made known by request headers or by the `extensions` of every operation. */
  readonly identity: 'headers' | 'extensions';
  /** Answers the JSON text of one operation, or of an array of them, with JSON text. */
  post(body: string, headers: readonly string[], cancellation?: Cancellation): Promise<string>;
  /** Starts a subscription; what it returns ends it. */
  subscribe?(operation: Operation, sink: EventSink): () => void;
}

/** The events of a subscription. `return` ends it at once, even while an event is awaited. */
export type ResultStream = AsyncIterableIterator<FormattedExecutionResult, undefined>;

/** A subgraph of ours, in this process. */
export interface OurSubgraph extends Subgraph {
  readonly takesArrays: true;
  readonly identity: 'extensions';
  readonly schema: GraphQLSchema;
  readonly log: Log;
  subscribe(operation: Operation, sink: EventSink): () => void;
  /** Runs a query or mutation for an actor who is known already. Never rejects. */
  execute(operation: Operation, actor: Actor | undefined): Promise<FormattedExecutionResult>;
  /** Runs any operation for an actor who is known already: a subscription's stream, else an answer. Never rejects. */
  stream(operation: Operation, actor: Actor | undefined): Promise<ResultStream | FormattedExecutionResult>;
  /** The actor whom the operation's token proves; a stranger without one. Rejects with UNAUTHENTICATED. */
  identify(operation: Operation): Promise<Actor | undefined>;
}
