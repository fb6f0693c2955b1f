import { browser } from '$app/env';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { CloseCode, createClient as createSocket, type FormattedExecutionResult } from 'graphql-ws';
import { Connection } from '#lib/live/connection.svelte.ts';
import { normalizedCache } from './cache.ts';

const pingEvery = 5_000;
/** As patient as after five tries in vain. */
const longWait = 5;
const endpoint = '/graphql';

/** The portal's way to the platform: what it asks through, and how the live connection fares. */
export interface Link {
  client: Client;
  connection: Connection;
}

let kept: Link | undefined;
let fetchNow: typeof fetch;

/** The one link of a browser, or a new one for each request on the server. `fetch` is a load function's. */
export function linkFor(fetch: typeof globalThis.fetch): Link {
  if (!browser) return { client: client(fetch), connection: new Connection() };
  fetchNow = fetch;
  kept ??= liveLink();
  return kept;
}

function client(
  fetch: typeof globalThis.fetch,
  live = [] as ReturnType<typeof subscriptionExchange>[],
): Client {
  return new Client({
    url: endpoint,
    fetch,
    preferGetMethod: false,
    exchanges: [normalizedCache(), fetchExchange, ...live],
  });
}

function liveLink(): Link {
  const connection = new Connection();
  const socket = createSocket({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${endpoint}`,
    lazy: false,
    keepAlive: pingEvery,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (retries) => connection.wait(retries),
    onNonLazyError: (problem) => void afterFatal(problem, connection),
    on: {
      connected: () => connection.opened(),
      message: () => connection.heard(),
      ping: (received) => void (received || connection.pinged()),
      pong: (received) => void (received && connection.ponged()),
      closed: () => connection.closed(),
    },
  });
  addEventListener('online', () => connection.tryNow());
  const forward = subscriptionExchange({
    forwardSubscription: ({ query = '', ...operation }) => ({
      subscribe: (sink) => {
        const next = ({ data = null, errors = [], extensions = {} }: FormattedExecutionResult) => {
          if (extensions.dropped) connection.missed();
          sink.next(errors.length > 0 ? { data, errors: [...errors], extensions } : { data, extensions });
        };
        const listener = {
          next,
          error: (error: unknown) => sink.error(error),
          complete: () => sink.complete(),
        };
        return { unsubscribe: socket.subscribe({ ...operation, query }, listener) };
      },
    }),
  });
  return { client: client((...given) => fetchNow(...given), [forward]), connection };
}

/** A session that ended leads to the door; after any other end for good the page starts anew, with patience. */
async function afterFatal(problem: unknown, connection: Connection): Promise<void> {
  const code = problem instanceof CloseEvent ? problem.code : 0;
  if (code === CloseCode.Unauthorized) return location.assign('/sign-in');
  await connection.wait(longWait);
  location.reload();
}
