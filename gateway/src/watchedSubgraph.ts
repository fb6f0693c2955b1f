import { GraphQLError } from 'graphql';
import { Cancellation } from './cancellation.ts';
import type { Metrics } from './metrics.ts';
import type { CancelSignal, EventSink, Subgraph, UpstreamCaller, UpstreamOperation } from './subgraph.ts';
import { subgraphFailure } from './subgraphErrors.ts';

const deadlineMs = 10_000;

/** Any subgraph, with a deadline for every answer and every request counted. */
export class WatchedSubgraph implements Subgraph {
  readonly name: string;
  readonly subscribe?: NonNullable<Subgraph['subscribe']>;
  #inner: Subgraph;
  #metrics: Metrics;
  #deadlineMs: number;

  constructor(inner: Subgraph, metrics: Metrics, deadline = deadlineMs) {
    this.name = inner.name;
    if (inner.subscribe)
      this.subscribe = (operation: UpstreamOperation, sink: EventSink, caller: UpstreamCaller) =>
        inner.subscribe!(operation, sink, caller);
    this.#inner = inner;
    this.#metrics = metrics;
    this.#deadlineMs = deadline;
  }

  get identity(): Subgraph['identity'] {
    return this.#inner.identity;
  }

  get takesArrays(): boolean {
    return this.#inner.takesArrays;
  }

  /** The deadline covers queueing, connecting and the whole answer. */
  post(body: string, headers: readonly string[], caller?: CancelSignal): Promise<string> {
    const started = performance.now();
    const cancellation = new Cancellation();
    return new Promise((resolve, reject) => {
      const settled = (outcome: 'ok' | 'failed' | 'cancelled') => {
        clearTimeout(timer);
        this.#metrics.fetch(this.name, outcome, started);
      };
      const fail = (error: unknown) => {
        settled(codeOf(error) === 'REQUEST_CANCELLED' ? 'cancelled' : 'failed');
        reject(error);
      };
      const timer = setTimeout(() => {
        fail(subgraphFailure(this.name, 'SUBGRAPH_TIMEOUT', 'did not answer in time'));
        cancellation.cancel();
      }, this.#deadlineMs);
      caller?.onCancel(() => cancellation.cancel());
      this.#inner.post(body, headers, cancellation).then((answer) => {
        settled('ok');
        resolve(answer);
      }, fail);
    });
  }

  close(): unknown {
    return this.#inner.close?.();
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof GraphQLError ? error.extensions.code : undefined;
