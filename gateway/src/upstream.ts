import type { Json } from './run.ts';
import type { Scope } from './scope.ts';
import type { EventSink, Subgraph, UpstreamOperation } from './subgraph.ts';

const firstRetryMs = 500;
const maxRetryMs = 30_000;

/** What a subgraph asks for of a subscription, as far as it is the same for all callers. */
export interface UpstreamRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface UpstreamSink {
  next(event: Json): void;
  /** The subgraph refused or ended the subscription; these are its errors. */
  error(errors: readonly Json[]): void;
  complete(): void;
  /** It will be opened again. */
  lost(error: unknown): void;
  /** Events may have been missed. */
  resumed(): void;
}

/**
 * The one subscription of a channel to its subgraph. A subgraph that answers with errors has the last word; one that is
 * lost is subscribed to again and again, in growing and jittered intervals.
 */
export class Upstream {
  #subgraph: Subgraph;
  #request: UpstreamRequest;
  #scope: Scope;
  #sink: UpstreamSink;
  #closed = false;
  #attempt = 0;
  #end: (() => void) | undefined;
  #retryTimer: NodeJS.Timeout | undefined;

  constructor(subgraph: Subgraph, request: UpstreamRequest, scope: Scope, sink: UpstreamSink) {
    this.#subgraph = subgraph;
    this.#request = request;
    this.#scope = scope;
    this.#sink = sink;
  }

  isFor(subgraph: Subgraph, request: UpstreamRequest): boolean {
    return subgraph === this.#subgraph && JSON.stringify(request) === JSON.stringify(this.#request);
  }

  open(): void {
    let ended = false;
    const once = (act: () => void) => {
      if (ended || this.#closed) return;
      ended = true;
      act();
    };
    const sink: EventSink = {
      next: (event) => {
        if (ended || this.#closed) return;
        this.#attempt = 0;
        this.#sink.next(event);
      },
      error: (error) => once(() => (Array.isArray(error) ? this.#sink.error(error) : this.#retry(error))),
      complete: () => once(() => this.#sink.complete()),
      resumed: () => ended || this.#closed || this.#sink.resumed(),
    };
    try {
      const end = this.#subgraph.subscribe!(this.#operation(), sink, this.#scope);
      if (this.#closed || ended) end();
      else this.#end = end;
    } catch (error) {
      once(() => this.#retry(error));
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retryTimer);
    this.#end?.();
  }

  /** With a getter: a subgraph that was lost and is subscribed to again wants the caller's token of that moment. */
  #operation(): UpstreamOperation {
    const scope = this.#scope;
    if (this.#subgraph.identity === 'headers') return this.#request;
    return Object.defineProperty({ ...this.#request }, 'extensions', {
      enumerable: true,
      get: () => scope.extensions,
    });
  }

  #retry(error: unknown): void {
    this.#sink.lost(error);
    this.#end?.();
    this.#end = undefined;
    const wait = Math.min(maxRetryMs, firstRetryMs * 2 ** this.#attempt++);
    this.#retryTimer = setTimeout(
      () => {
        this.open();
        this.#sink.resumed();
      },
      wait * (0.5 + Math.random() / 2),
    );
  }
}
