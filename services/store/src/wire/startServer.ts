import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { inspect } from 'node:util';
import type { AddressInfo, Socket } from 'node:net';
import { USER } from './address.ts';
import type { Listen } from './address.ts';
import { systemClock } from '../engine/clock.ts';
import { Engine } from '../engine/engine.ts';
import type { EngineOptions } from '../engine/engine.ts';
import { Connection } from './connection.ts';
import { Cursors } from './cursors.ts';
import { verifierOf } from './scram.ts';

const SWEEP_EVERY_MS = 60_000;
const MAX_CONNECTIONS = 1_000;

export interface ServerOptions extends EngineOptions {
  /** The data file; made when it is missing. */
  file: string;
  listen: Listen;
  /** Told about failures that are the server's own; they are printed on stderr otherwise. */
  onInternalError?: (error: unknown) => void;
}

/** A server that listens. */
export interface RunningServer {
  readonly engine: Engine;
  readonly cursors: Cursors;
  /** The TCP port it listens on; undefined on a socket. */
  readonly port: number | undefined;
  /** Deletes what has expired: documents by TTL indexes, idle cursors, answers kept for retries. It runs by itself each minute. */
  sweep(): Promise<void>;
  /** Ends all connections, finishes the writes that wait and closes the file. */
  close(): Promise<void>;
}

/**
 * Serves a data file by MongoDB's wire protocol.
 * @throws StartError when the file is in use by another process or cannot be opened
 */
export async function startServer({
  file,
  listen,
  onInternalError,
  ...options
}: ServerOptions): Promise<RunningServer> {
  const engine = new Engine(file, options);
  const cursors = new Cursors(options.clock ?? systemClock);
  const password = 'password' in listen ? listen.password : undefined;
  const verifier = password === undefined ? undefined : await verifierOf(USER, password);
  const report =
    onInternalError ??
    ((error: unknown) =>
      process.stderr.write(`${inspect(error)}
`));
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)));
    new Connection({ engine, cursors, verifier, onInternalError: report }, socket);
  });
  server.maxConnections = MAX_CONNECTIONS;
  await listenAt(server, listen).catch((error: unknown) => {
    engine.close();
    throw error;
  });
  const sweep = async () => {
    cursors.sweep();
    await engine.sweep();
  };
  const timer = setInterval(() => void sweep().catch(report), SWEEP_EVERY_MS).unref();
  return {
    engine,
    cursors,
    port: 'path' in listen ? undefined : (server.address() as AddressInfo).port,
    sweep,
    async close() {
      clearInterval(timer);
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      engine.close();
    },
  };
}

async function listenAt(server: ReturnType<typeof createServer>, listen: Listen): Promise<void> {
  if ('path' in listen) rmSync(listen.path, { force: true });
  const listening = once(server, 'listening');
  if ('path' in listen) server.listen(listen.path);
  else server.listen(listen.port, '127.0.0.1');
  await listening;
  if ('path' in listen) chmodSync(listen.path, 0o600);
}
