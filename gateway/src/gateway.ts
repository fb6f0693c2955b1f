import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Registry } from 'prom-client';
import { ForwardedHeaders } from './forwardedHeaders.ts';
import { HttpFront } from './httpFront.ts';
import { Identities } from './identities.ts';
import type { Identify } from './identity.ts';
import { Lanes } from './lanes.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { Log } from './log.ts';
import type { Connect } from './subgraphSet.ts';
import { WsFront } from './wsFront.ts';

const drainWithinMs = 10_000;

export interface GatewayOptions {
  /** SDL, as @apollo/composition composes it. */
  readonly supergraph: string;
  /** Makes the way to a subgraph; called again when a reload brings a new one or a new URL. */
  readonly connect: Connect;
  /** Who callers are. Without it they are who their `forwardHeaders` say, and anonymous without these. */
  readonly identify?: Identify;
  /** Headers, in lower case, that go to the subgraphs and tell callers apart. Not together with `identify`. */
  readonly forwardHeaders?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly log: Log;
}

export interface Gateway {
  /** Counters of both lanes, for Prometheus. */
  readonly metrics: Registry;
  /** To be awaited before the first request. */
  start(): Promise<void>;
  /** Answers a request over HTTP, whatever its path. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Takes over a connection that asks to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Changes the supergraph; subscriptions that still make sense go on. Throws, and keeps the old one, if it is not valid. */
  reload(sdl: string): void;
  /** Ends streams and sockets of a scope at once (4403); its next request is looked up anew. */
  revoke(scope: string): void;
  /** Finishes what is under way, within 10 s, and lets go of everything. */
  close(): Promise<void>;
}

/**
 * A federation gateway without a server of its own: queries, mutations and subscriptions over HTTP and WebSocket.
 * Throws if the supergraph is not valid.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { supergraph, connect, identify, forwardHeaders = [], log } = options;
  const callers = identify ? new Identities(identify, log) : new ForwardedHeaders(forwardHeaders);
  const lanes = new Lanes(supergraph, connect, callers, { ...defaultLimits, ...options.limits }, log);
  const http = new HttpFront(lanes);
  const ws = new WsFront(lanes);
  return {
    metrics: lanes.metrics.registry,
    start: () => lanes.reference.start(),
    handle: (request, response) => http.handle(request, response),
    upgrade: (request, socket, head) => ws.upgrade(request, socket, head),
    reload: (sdl) => lanes.reload(sdl),
    revoke: (scope) => callers.revoke(scope),
    close: async () => {
      lanes.isClosing = true;
      await Promise.all([http.drain(drainWithinMs), ws.drain(drainWithinMs)]);
      await lanes.stop();
    },
  };
}
