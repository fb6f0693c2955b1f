import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { GraphQLError } from 'graphql';
import type { RawData, WebSocket } from 'ws';
import { closeFor, type Seat } from './callers.ts';
import { clientError } from './clientError.ts';
import type { Lanes } from './lanes.ts';
import { readOperation } from './operation.ts';
import type { Json } from './run.ts';
import { textFrames } from './textFrames.ts';
import { WsOperation, type Outlet } from './wsOperation.ts';

const maxOperations = 256;
/** With so much waiting to be sent a client counts as slow: nothing more is read from it, and its events wait. */
const maxBufferedBytes = 2 ** 20;
const joinWithinMs = 10_000;
const closeWithinMs = 3_000;
const maxSilentTicks = 3;

/**
 * One client, by the graphql-transport-ws protocol (PROTOCOL.md of graphql-ws). Written out here because answers exist as
 * JSON text: an event is encoded once, not once per client.
 */
export class WsConnection implements Outlet {
  #socket: WebSocket;
  #tcp: Socket;
  #request: IncomingMessage;
  #lanes: Lanes;
  #hasInit = false;
  #seat: Seat | undefined;
  #operations = new Map<string, WsOperation>();
  #joinTimer: NodeJS.Timeout;
  #closeTimer: NodeJS.Timeout | undefined;
  #silentTicks = 0;
  #isSlow = false;
  #isDraining = false;

  constructor(socket: WebSocket, request: IncomingMessage, lanes: Lanes) {
    this.#socket = socket;
    this.#tcp = request.socket;
    this.#request = request;
    this.#lanes = lanes;
    this.#joinTimer = setTimeout(() => this.close(4408, 'Connection initialisation timeout'), joinWithinMs);
    socket.on('message', (data, isBinary) => this.#message(data, isBinary));
    socket.on('pong', () => (this.#silentTicks = 0));
    socket.on('error', () => {}); // ws closes the socket with the fitting code
    socket.on('close', () => this.#closed());
  }

  get isSlow(): boolean {
    return this.#isSlow;
  }

  /** Past ws, which would write at once as well, as nothing is compressed, but head and text of each message apart. */
  send(...texts: readonly string[]): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#tcp.write(textFrames(texts));
    if (this.#socket.bufferedAmount >= maxBufferedBytes && !this.#isSlow) this.#slowDown();
  }

  /** Its operations end now, and the socket soon, whether or not the client answers. */
  close(code: number, reason: string): void {
    if (this.#closeTimer) return;
    this.#closeTimer = setTimeout(() => this.#socket.terminate(), closeWithinMs);
    this.#endOperations();
    this.#socket.close(code, reason);
    if (this.#isSlow) this.#socket.resume();
  }

  terminate(): void {
    this.#socket.terminate();
  }

  /** Called in regular intervals: a client that is not heard of in several of them is gone, or stuck. */
  tick(): void {
    if (this.#silentTicks++ >= maxSilentTicks) this.#socket.terminate();
    else this.#socket.ping();
  }

  /** Ends once the answers under way are sent; resolves when the socket is closed. */
  drain(): Promise<void> {
    this.#isDraining = true;
    return new Promise((resolve) => {
      if (this.#socket.readyState === this.#socket.CLOSED) return resolve();
      this.#socket.once('close', () => resolve());
      this.#closeIfDrained();
    });
  }

  #message(data: RawData, isBinary: boolean): void {
    this.#silentTicks = 0;
    let message: Json;
    try {
      message = isBinary ? undefined : JSON.parse(String(data));
    } catch {
      message = undefined;
    }
    switch (message?.type) {
      case 'connection_init':
        return this.#join(message.payload);
      case 'ping':
        return this.send('{"type":"pong"}');
      case 'pong':
        return;
      case 'complete':
        return this.#operations.get(message.id)?.cancel();
      case 'subscribe':
        return this.#subscribe(message.id, message.payload);
      default:
        this.close(4400, 'Bad request');
    }
  }

  #join(params: Json): void {
    if (this.#hasInit) return this.close(4429, 'Too many initialisation requests');
    this.#hasInit = true;
    const { callers, showFault } = this.#lanes;
    callers
      .seat(this.#request, params, (code, reason) => this.close(code, reason))
      .then(
        (seat) => this.#joined(seat),
        (error: unknown) => {
          if (error instanceof GraphQLError) return this.close(...closeFor(error));
          this.close(1013, `Try again later: ${String(showFault(error).extensions.requestId)}`);
        },
      );
  }

  #joined(seat: Seat): void {
    if (this.#closeTimer || this.#socket.readyState !== this.#socket.OPEN) return seat.leave();
    clearTimeout(this.#joinTimer);
    this.#seat = seat;
    this.send('{"type":"connection_ack"}');
  }

  #subscribe(id: unknown, payload: Json): void {
    if (typeof id !== 'string' || !id) return this.close(4400, 'Bad request');
    if (!this.#seat) return this.close(4401, 'Unauthorized');
    if (this.#operations.has(id)) return this.close(4409, `Subscriber for ${id.slice(0, 64)} already exists`);
    const end = () => {
      this.#operations.delete(id);
      if (this.#isDraining) queueMicrotask(() => this.#closeIfDrained()); // its last words are sent first
    };
    const operation = new WsOperation(id, this.#seat.scope, this, this.#lanes, end);
    this.#operations.set(id, operation);
    const request = readOperation(payload);
    if (!request) operation.fail(badRequest);
    else if (this.#isDraining) operation.fail(shuttingDown);
    else if (this.#operations.size > maxOperations) operation.fail(tooMany);
    else operation.start(request);
  }

  /** Once all is sent, it goes on where it stopped: first the newest event of each subscription. */
  #slowDown(): void {
    this.#isSlow = true;
    this.#socket.pause();
    this.#tcp.once('drain', () => {
      this.#isSlow = false;
      this.#socket.resume();
      for (const operation of this.#operations.values()) operation.catchUp();
    });
  }

  #closeIfDrained(): void {
    for (const operation of this.#operations.values()) if (!operation.isStream) return;
    this.close(1001, 'Going away');
  }

  #endOperations(): void {
    for (const operation of [...this.#operations.values()]) operation.cancel();
  }

  #closed(): void {
    clearTimeout(this.#joinTimer);
    clearTimeout(this.#closeTimer);
    this.#endOperations();
    this.#seat?.leave();
  }
}

const badRequest = clientError(
  'BAD_REQUEST',
  'The payload needs "query", a text, and may have "operationName", a text, and "variables" and "extensions", objects',
);
const tooMany = clientError(
  'RESOURCE_EXHAUSTED',
  `At most ${maxOperations} operations may be open on one socket`,
);
const shuttingDown = clientError('SHUTTING_DOWN', 'The gateway is shutting down; connect again');
