import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import type { EventSink, Subgraph, UpstreamCaller, UpstreamOperation } from './subgraph.ts';

const keepAliveMs = 10_000;
const pongWithinMs = 5_000;
const firstRetryMs = 250;
const maxRetryMs = 30_000;

interface Connection {
  readonly client: Client;
  readonly sinks: Set<EventSink>;
}

/**
 * Subscriptions to one subgraph over graphql-transport-ws. One multiplexed connection for all callers if the subgraph
 * reads them from each operation's `extensions`, else one for each caller; closed as soon as nobody uses it. A lost one
 * is opened again for ever, with its subscriptions.
 */
export class UpstreamSockets {
  #url: string;
  #identity: Subgraph['identity'];
  #connections = new Map<number, Connection>();

  constructor(url: string, identity: Subgraph['identity']) {
    this.#url = url;
    this.#identity = identity;
  }

  subscribe(operation: UpstreamOperation, sink: EventSink, caller: UpstreamCaller): () => void {
    const key = this.#identity === 'extensions' ? 0 : caller.id;
    let connection = this.#connections.get(key);
    if (!connection) this.#connections.set(key, (connection = this.#connect(caller)));
    const { client, sinks } = connection;
    sinks.add(sink);
    const end = client.subscribe(operation as Parameters<Client['subscribe']>[0], sink);
    return () => {
      if (!sinks.delete(sink)) return;
      // Not now: ended inside one of its own events, graphql-ws counts the `complete` behind it as a second end and
      // closes the connection under the others.
      queueMicrotask(end);
      if (sinks.size || this.#connections.get(key) !== connection) return;
      this.#connections.delete(key);
      void client.dispose();
    };
  }

  close(): void {
    for (const { client } of this.#connections.values()) void client.dispose();
    this.#connections.clear();
  }

  #connect(caller: UpstreamCaller): Connection {
    const sinks = new Set<EventSink>();
    let timesConnected = 0;
    let pongTimer: NodeJS.Timeout | undefined;
    const client: Client = createClient({
      url: this.#url,
      webSocketImpl: WebSocket,
      connectionParams: () => (this.#identity === 'extensions' ? {} : paramsOf(caller)),
      keepAlive: keepAliveMs,
      retryAttempts: Infinity,
      shouldRetry: () => true,
      retryWait,
      on: {
        connected: () => {
          if (timesConnected++) for (const sink of sinks) sink.resumed?.();
        },
        ping: (received) => {
          if (!received) pongTimer = setTimeout(() => client.terminate(), pongWithinMs); // half-open: nobody is there
        },
        pong: (received) => {
          if (received) clearTimeout(pongTimer);
        },
        closed: () => clearTimeout(pongTimer),
      },
    });
    return { client, sinks };
  }
}

/** Jittered, so that a subgraph that comes back is not met by everybody at once. */
const retryWait = (retries: number): Promise<void> =>
  new Promise((resolve) => {
    const wait = Math.min(maxRetryMs, firstRetryMs * 2 ** retries);
    setTimeout(resolve, wait * (0.5 + Math.random() / 2));
  });

function paramsOf({ headers }: UpstreamCaller): Record<string, string> {
  const params: Record<string, string> = {};
  for (let i = 0; i + 1 < headers.length; i += 2) params[headers[i]!] = headers[i + 1]!;
  return params;
}
