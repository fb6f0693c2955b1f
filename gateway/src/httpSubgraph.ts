import { Pool } from 'undici';
import { HttpExchange } from './httpExchange.ts';
import type { CancelSignal, EventSink, Subgraph, UpstreamCaller, UpstreamOperation } from './subgraph.ts';
import { subgraphFailure } from './subgraphErrors.ts';
import { UpstreamSockets } from './upstreamSockets.ts';

const connections = 32;
const maxOpenRequests = 1024;
const connectTimeoutMs = 5_000;
const probe = '[{"query":"{__typename}"}]';
const probeAgainMs = 5_000;

export interface HttpSubgraphOptions {
  /** Where its subscriptions are; the URL with ws: for http: if not given. */
  readonly wsUrl?: string;
  readonly identity?: Subgraph['identity'];
}

/**
 * A subgraph over HTTP/1.1 keep-alive, on undici's dispatch(): no fetch(), no Headers, no streams, one string in and one
 * string out. No pipelining: a slow answer would hold up the requests behind it, and a broken connection would leave it
 * open which mutations had been executed. Subscriptions go over graphql-transport-ws.
 */
export class HttpSubgraph implements Subgraph {
  readonly name: string;
  readonly identity: Subgraph['identity'];
  takesArrays = false;
  #pool: Pool;
  #path: string;
  #sockets: UpstreamSockets;
  #open = 0;
  #probeTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(name: string, url: string, options: HttpSubgraphOptions = {}) {
    const { origin, pathname, search } = new URL(url);
    this.name = name;
    this.identity = options.identity ?? 'headers';
    this.#path = pathname + search;
    // undici's own timers stay off: the gateway sets one deadline for everything.
    this.#pool = new Pool(origin, {
      connections,
      pipelining: 1,
      headersTimeout: 0,
      bodyTimeout: 0,
      connectTimeout: connectTimeoutMs,
    });
    this.#sockets = new UpstreamSockets(options.wsUrl ?? url.replace(/^http/, 'ws'), this.identity);
  }

  /**
   * Asks a harmless question as a one-element array until there is any answer; only a one-element array in return counts
   * as yes.
   */
  async probeArrays(): Promise<void> {
    try {
      const answer = JSON.parse(await this.post(probe, []));
      this.takesArrays = Array.isArray(answer) && answer.length === 1 && !!answer[0]?.data;
    } catch (error) {
      if (!this.#closed && isDown(error))
        this.#probeTimer = setTimeout(() => void this.probeArrays(), probeAgainMs).unref();
    }
  }

  post(body: string, callerHeaders: readonly string[], cancellation?: CancelSignal): Promise<string> {
    if (this.#open >= maxOpenRequests)
      return Promise.reject(
        subgraphFailure(this.name, 'SUBGRAPH_OVERLOADED', 'has too many requests waiting'),
      );
    this.#open++;
    return new Promise((resolve, reject) => {
      const exchange = new HttpExchange(this.name, resolve, reject, () => this.#open--);
      cancellation?.onCancel(() => exchange.fail('REQUEST_CANCELLED', 'was no longer needed'));
      const headers = ['content-type', 'application/json', 'accept', 'application/json', ...callerHeaders];
      this.#pool.dispatch({ path: this.#path, method: 'POST', headers, body }, exchange);
    });
  }

  subscribe(operation: UpstreamOperation, sink: EventSink, caller: UpstreamCaller): () => void {
    return this.#sockets.subscribe(operation, sink, caller);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#probeTimer);
    this.#sockets.close();
    await this.#pool.close();
  }
}

const isDown = (error: unknown): boolean =>
  (error as { extensions?: { code?: unknown } }).extensions?.code === 'SUBGRAPH_UNAVAILABLE';
