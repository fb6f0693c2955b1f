import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A WebSocket to the platform that is not opened again when it ends. */
export const liveClient = (url: string, credential: Record<string, string>): Client =>
  createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: credential,
    retryAttempts: 0,
    lazyCloseTimeout: 0,
    onNonLazyError: () => {},
  });

/** What `connection_init` carries for a session. */
export const sessionCredential = (session: string) => ({ authorization: `Bearer ${session}` });
