import WebSocket from 'ws';

const LIMIT_MS = 10_000;
const LARGEST_MESSAGE = 64 * 1024;

/**
 * Opens a WebSocket to the platform as a stranger, who keeps no agent out, and waits until it is acknowledged or refused in
 * the protocol's own codes: either came all the way. Resolves with why it did not, undefined where it did.
 */
export function tryWebSocket(gateway: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(gateway.replace(/^http/, 'ws'), 'graphql-transport-ws', {
      handshakeTimeout: LIMIT_MS,
      maxPayload: LARGEST_MESSAGE,
    });
    const end = (why: string | undefined): void => {
      clearTimeout(timer);
      resolve(why);
      socket.terminate();
    };
    const timer = setTimeout(() => end(`no answer for ${LIMIT_MS / 1_000} s`), LIMIT_MS);
    socket.on('error', ({ message }) => end(message));
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      if (/"type"\s*:\s*"connection_ack"/.test(String(data))) end(undefined);
    });
    socket.on('close', (code) =>
      end(code >= 4_400 && code < 4_500 ? undefined : `it was closed with ${code}`),
    );
  });
}
