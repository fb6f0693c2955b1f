import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { connectionOptions } from './connectionOptions.ts';
import { privateAddress } from './embedded/privateAddress.ts';
import { superviseServer } from './embedded/superviseServer.ts';
import type { SupervisedServer } from './embedded/superviseServer.ts';
import type { StoreLog } from './storeLog.ts';
import { uriOf } from './wire/address.ts';

const DEFAULT_DATABASE = 'pictor';

export interface StoreOptions {
  /** A MongoDB's connection string; without one the embedded server is started. */
  uri?: string | undefined;
  /** The directory of the embedded server's file, `store.sqlite`; made when it is missing. */
  dataDir: string;
  log: StoreLog;
}

/** An open store. */
export interface Store {
  /** The connection string of the server in use; it carries the server's secrets and must not be logged. */
  readonly uri: string;
  /**
   * The connection to one database, `pictor` by default. All of a store's connections share one pool and end with
   * `close()`. Make models on it (`connection.model(name, schema)`), never on mongoose itself.
   */
  connection(dbName?: string): Connection;
  /** Closes the connections, then the embedded server after the writes that it has been given. */
  close(): Promise<void>;
}

/**
 * Opens the store: the MongoDB at `uri`, or the embedded server over `dataDir/store.sqlite` in a supervised child
 * process. mongoose creates no collection or index by itself here: await `model.createIndexes()` at start. 64-bit
 * integers (`BigInt` in schemas) are read as bigint everywhere, in lean documents and aggregates too.
 * @throws StartError with code DATA_DIR_IN_USE when another process serves the same data directory, STORE_TOO_NEW when
 *   its file was written by a newer version, STORE_NOT_OURS when the file is something else.
 */
export async function openStore({ uri, dataDir, log }: StoreOptions): Promise<Store> {
  if (uri !== undefined) return connect(uri, async () => {});
  mkdirSync(dataDir, { recursive: true });
  const { listen, discard } = privateAddress(dataDir);
  let server: SupervisedServer | undefined;
  const stop = async () => {
    await server?.close();
    discard();
  };
  try {
    server = await superviseServer({ file: join(dataDir, 'store.sqlite'), listen }, log);
    log.info({ pid: server.pid, dataDir }, 'embedded store ready');
    return await connect(uriOf(listen, DEFAULT_DATABASE, server.port), stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function connect(uri: string, stop: () => Promise<void>): Promise<Store> {
  const base = await mongoose.createConnection(uri, connectionOptions).asPromise();
  return {
    uri,
    connection: (dbName = DEFAULT_DATABASE) => base.useDb(dbName, { useCache: true }),
    async close() {
      await base.close();
      await stop();
    },
  };
}
