/** What tells a fetch that nobody waits for it any more. */
export interface CancelSignal {
  readonly cancelled: boolean;
  /** Calls the hook once, when cancelled or at once. */
  onCancel(hook: () => void): void;
}

/** An operation for a subgraph. `extensions` name the caller and may be another at every reading: tokens are renewed. */
export interface UpstreamOperation {
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Where the events of an upstream subscription go: GraphQL results, then at most one `error` or `complete`. */
export interface EventSink {
  next(result: unknown): void;
  error(error: unknown): void;
  complete(): void;
  /** The subscription was lost and is there again; events may have been missed. */
  resumed?(): void;
}

/** Who asks, for subgraphs that read it from headers. */
export interface UpstreamCaller {
  readonly id: number;
  /** Names and values in turn; others after the caller's token has been renewed. */
  readonly headers: readonly string[];
}

/** Where fetches go: an HttpSubgraph, or one in this process behind the same interface. */
export interface Subgraph {
  readonly name: string;
  /** True if the subgraph answers a JSON array of operations with an array of answers. */
  readonly takesArrays: boolean;
  /**
   * How callers are made known: by request headers, or by the `extensions` of every operation. Only then may operations
   * of different scopes travel in one request, so it is meant for subgraphs that read it there.
   */
  readonly identity: 'headers' | 'extensions';
  /** Posts a request body and resolves to the body of the answer. Rejects with a GraphQLError fit for clients. */
  post(body: string, headers: readonly string[], cancellation?: CancelSignal): Promise<string>;
  /** Starts one upstream subscription; returns what ends it. */
  subscribe?(operation: UpstreamOperation, sink: EventSink, caller: UpstreamCaller): () => void;
  /** Lets go of connections. */
  close?(): unknown;
}
