import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { connectionOptions } from './connectionOptions.ts';
import { uriOf } from './wire/address.ts';
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
export function testDatabase(): Promise<TestDatabase> {
  return process.env['MONGODB_URI'] === undefined ? embeddedDatabase() : mongoDatabase();
}

/** An empty database on the embedded server, whether or not MONGODB_URI is set. */
export async function embeddedDatabase(): Promise<TestDatabase> {
  const { uri, release } = await shareServer();
  return connect(uri, release);
}

/** An empty database on the MongoDB at MONGODB_URI. @throws Error when that is not set */
export function mongoDatabase(): Promise<TestDatabase> {
  const uri = process.env['MONGODB_URI'];
  if (uri === undefined) throw new Error('MONGODB_URI is not set');
  return connect(uri, async () => {});
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

async function connect(uri: string, release: () => Promise<void>): Promise<TestDatabase> {
  const dbName = `test_${randomBytes(8).toString('hex')}`;
  const connection = await mongoose.createConnection(uri, { dbName, ...connectionOptions }).asPromise();
  return {
    connection,
    async drop() {
      await connection.dropDatabase();
      await connection.close();
      await release();
    },
  };
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
