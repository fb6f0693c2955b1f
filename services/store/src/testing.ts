import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { uriOf } from './embedded/address.ts';
import { startServer } from './wire/startServer.ts';

/** A database of a test's own. */
export interface TestDatabase {
  readonly connection: Connection;
  /** Drops the database and closes the connection. */
  drop(): Promise<void>;
}

/**
 * An empty database for a test: on the MongoDB at MONGODB_URI where that is set, else on an embedded server in this
 * process, which the databases of one test file share and which ends with the last of them.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['MONGODB_URI'] === undefined ? await shareServer() : undefined;
  const dbName = `test_${randomBytes(8).toString('hex')}`;
  const uri = server?.uri ?? process.env['MONGODB_URI']!;
  const connection = await mongoose
    .createConnection(uri, { dbName, autoIndex: false, autoCreate: false })
    .asPromise();
  return {
    connection,
    async drop() {
      await connection.dropDatabase();
      await connection.close();
      await server?.release();
    },
  };
}

/**
 * True where no MONGODB_URI is set, after saying on stderr what is therefore skipped; for `describe.skipIf(…)`.
 * @param what the tests that need a real MongoDB, as the sentence names them
 */
export function skipWithoutMongoDB(what: string): boolean {
  if (process.env['MONGODB_URI'] !== undefined) return false;
  process.stderr.write(`skipped: ${what}, because it needs a MongoDB and MONGODB_URI is not set\n`);
  return true;
}

let running: Promise<{ uri: string; close(): Promise<void> }> | undefined;
let users = 0;

async function shareServer() {
  users++;
  running ??= startTemporaryServer();
  const { uri, close } = await running;
  const release = async () => {
    if (--users > 0) return;
    running = undefined;
    await close();
  };
  return { uri, release };
}

async function startTemporaryServer() {
  const directory = mkdtempSync(join(tmpdir(), 'pictor-test-'));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  process.once('exit', remove);
  const listen = process.platform === 'win32' ? { port: 0 } : { path: join(directory, 'store.sock') };
  const server = await startServer({ file: join(directory, 'store.sqlite'), listen });
  return {
    uri: uriOf(listen, 'test', server.port),
    async close() {
      await server.close();
      process.off('exit', remove);
      remove();
    },
  };
}
