import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Lanes } from './lanes.ts';
import { WsConnection } from './wsConnection.ts';

const protocol = 'graphql-transport-ws';
const maxSockets = 30_000;
const tickMs = 20_000;

/** The WebSocket side: accepts sockets and watches over them. */
export class WsFront {
  #lanes: Lanes;
  #server: WebSocketServer;
  #connections = new Set<WsConnection>();
  #ticking: NodeJS.Timeout;

  constructor(lanes: Lanes) {
    this.#lanes = lanes;
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: lanes.limits.bodyBytes,
      perMessageDeflate: false,
      clientTracking: false,
      handleProtocols: (offered) => offered.has(protocol) && protocol,
    });
    this.#ticking = setInterval(() => {
      for (const connection of this.#connections) connection.tick();
    }, tickMs);
    this.#ticking.unref();
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => {}); // a client that hangs up now must not end the process
    if (this.#lanes.isClosing || this.#connections.size >= maxSockets)
      return void socket.end(
        'HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
      );
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      if (webSocket.protocol !== protocol) return webSocket.close(4406, 'Subprotocol not acceptable');
      const connection = new WsConnection(webSocket, request, this.#lanes);
      this.#connections.add(connection);
      this.#count();
      webSocket.once('close', () => {
        this.#connections.delete(connection);
        this.#count();
      });
    });
  }

  /** Every socket finishes what it has begun and ends; clients connect again. */
  async drain(withinMs: number): Promise<void> {
    clearInterval(this.#ticking);
    const closed = [...this.#connections].map((connection) => connection.drain());
    const deadline = new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref());
    await Promise.race([Promise.all(closed), deadline]);
    for (const connection of this.#connections) connection.terminate();
  }

  #count(): void {
    this.#lanes.metrics.openSockets.set(this.#connections.size);
  }
}
