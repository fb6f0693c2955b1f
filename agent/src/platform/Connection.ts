import { createClient, type Client } from 'graphql-ws/client';
import WebSocket from 'ws';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { dataOf, textOf, type Answer, type Operation } from './Operation.ts';
import { OFFLINE, PlatformError, TIMEOUT } from './PlatformError.ts';

/** What a connection tells whoever opened it. */
export interface ConnectionListener {
  /** It is up: operations can be sent. Told after each time it was down. */
  readonly onOnline: () => void;
  /** It is down, for this reason; it is tried again. */
  readonly onOffline: (reason: string) => void;
  /** The platform does not know the credential any more; it is not tried again. */
  readonly onEnded: (reason: string) => void;
}

export interface ConnectionOptions {
  /** The gateway's HTTP address. */
  readonly gateway: string;
  readonly credential: string;
  /** Names this run of the agent. */
  readonly run: string;
  readonly clock: Clock;
  readonly log: Log;
}

const ANSWER_LIMIT_MS = 15_000;
const CONNECT_LIMIT_MS = 10_000;
const PING_INTERVAL_MS = 10_000;
const PONG_LIMIT_MS = 10_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
/** The platform takes another run of a worker 30 s after it last heard from the one before. */
const IN_USE_RETRY_MS = 5_000;
const LARGEST_MESSAGE = 4 * 1024 * 1024;
const UNAUTHENTICATED = 4401;

/** Why a connection is refused while another run of the worker is heard from. */
export const CREDENTIAL_IN_USE = 'CREDENTIAL_IN_USE';

/** The agent's one WebSocket to the platform, opened again whenever it is lost. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #listener: ConnectionListener;
  #client: Client | undefined;
  #online = false;
  #stopped = false;
  #losses = 0;
  #cancelRetry: (() => void) | undefined;
  #cancelPong: (() => void) | undefined;

  constructor(options: ConnectionOptions, listener: ConnectionListener) {
    this.#options = options;
    this.#listener = listener;
  }

  /** Whether operations can be sent. */
  get online(): boolean {
    return this.#online;
  }

  /** Opens it, and keeps it open until stopped. */
  start(): void {
    const { gateway, credential, run, log } = this.#options;
    const client = createClient({
      url: gateway.replace(/^http/, 'ws'),
      webSocketImpl: BoundedSocket,
      connectionParams: { authorization: `Bearer ${credential}`, run },
      // Opened now and never by the library again: it knows neither our waits nor which ends are final.
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => undefined,
      connectionAckWaitTimeout: CONNECT_LIMIT_MS,
      keepAlive: PING_INTERVAL_MS,
      on: {
        connected: () => this.#opened(client),
        ping: (received) => this.#expectPong(client, received),
        pong: () => this.#cancelPong?.(),
        error: (error) => this.#lost(client, undefined, reasonOf(error)),
        closed: (event) => {
          const { code, reason } = event as { code?: number; reason?: string };
          this.#lost(client, code, reason || `closed with ${code}`);
        },
      },
    });
    this.#client = client;
    log.debug({ gateway }, 'connecting');
  }

  /** Closes it for good. What is under way fails with OFFLINE. */
  stop(): void {
    this.#stopped = true;
    this.#online = false;
    this.#cancelRetry?.();
    this.#cancelPong?.();
    const client = this.#client;
    this.#client = undefined;
    client?.terminate();
  }

  /** Sends an operation and resolves with its data. Throws PlatformError, OFFLINE and TIMEOUT among its codes. */
  execute<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables): Promise<Data> {
    const client = this.#client;
    if (!client || !this.#online) return Promise.reject(offline('There is no connection to the platform.'));
    return new Promise((resolve, reject) => {
      let answer: Answer | undefined;
      const end = client.subscribe(payloadOf(operation, variables), {
        next: (value) => (answer = value as Answer),
        error: (error) => settle(() => reject(failureOf(error))),
        complete: () =>
          settle(() => {
            if (!answer) return reject(offline('The connection was lost before the answer came.'));
            try {
              resolve(dataOf(answer) as Data);
            } catch (error) {
              reject(error);
            }
          }),
      });
      const cancelLimit = this.#options.clock.after(ANSWER_LIMIT_MS, () => {
        reject(new PlatformError(TIMEOUT, `The platform gave no answer for ${ANSWER_LIMIT_MS / 1_000} s.`));
        end();
      });
      const settle = (result: () => void): void => {
        cancelLimit();
        result();
      };
    });
  }

  /** Listens to a subscription for as long as the connection that is up now lasts. */
  subscribe<Data, Variables>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    onData: (data: Data) => void,
  ): void {
    this.#client?.subscribe(payloadOf(operation, variables), {
      next: (value) => {
        if (value.data) onData(value.data as Data);
      },
      error: (error) => this.#options.log.warn({ reason: reasonOf(error) }, 'a subscription ended'),
      complete: () => undefined,
    });
  }

  #opened(client: Client): void {
    if (client !== this.#client) return;
    this.#online = true;
    this.#losses = 0;
    this.#listener.onOnline();
  }

  #lost(client: Client, code: number | undefined, reason: string): void {
    if (client !== this.#client || this.#stopped) return;
    this.#client = undefined;
    this.#online = false;
    this.#cancelPong?.();
    Promise.resolve(client.dispose()).catch(() => undefined);
    if (code === UNAUTHENTICATED) return this.#listener.onEnded(reason);
    this.#listener.onOffline(reason);
    this.#cancelRetry = this.#options.clock.after(this.#retryWait(reason), () => this.start());
  }

  /** Longer from loss to loss, and different for each agent, so that a platform that comes back is not overrun. */
  #retryWait(reason: string): number {
    const growing = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#losses++);
    const longest = reason === CREDENTIAL_IN_USE ? IN_USE_RETRY_MS : growing;
    return longest * (0.5 + Math.random() / 2);
  }

  /** A network that vanishes closes nothing: only an answer that stays away tells. */
  #expectPong(client: Client, received: boolean): void {
    if (received) return;
    this.#cancelPong?.();
    this.#cancelPong = this.#options.clock.after(PONG_LIMIT_MS, () => client.terminate());
  }
}

class BoundedSocket extends WebSocket {
  constructor(url: string, protocols: string) {
    super(url, protocols, {
      handshakeTimeout: CONNECT_LIMIT_MS,
      maxPayload: LARGEST_MESSAGE,
      perMessageDeflate: false,
    });
    // The client takes its own listener off before it closes a socket that is still opening, which then fails.
    this.on('error', () => undefined);
  }
}

function payloadOf<Variables>(operation: Operation<unknown, Variables>, variables: Variables) {
  return { query: textOf(operation), variables: variables as Record<string, unknown> };
}

function failureOf(error: unknown): PlatformError {
  if (Array.isArray(error)) {
    try {
      dataOf({ errors: error as NonNullable<Answer['errors']> });
    } catch (failure) {
      if (failure instanceof PlatformError) return failure;
    }
  }
  return offline(`The connection was lost: ${reasonOf(error)}.`);
}

function offline(message: string): PlatformError {
  return new PlatformError(OFFLINE, message);
}

function reasonOf(error: unknown): string {
  if (Array.isArray(error)) return error.map(({ message }: { message: string }) => message).join('; ');
  const { message, reason, code } = (error ?? {}) as {
    message?: string;
    reason?: string;
    code?: number | string;
  };
  return message || reason || (code === undefined ? 'unknown' : `closed with ${code}`);
}
