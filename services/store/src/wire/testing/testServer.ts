import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { onTestFinished } from 'vitest';
import { uriOf } from '../address.ts';
import type { Listen } from '../address.ts';
import type { EngineOptions } from '../../engine/engine.ts';
import { temporaryDirectory } from '../../engine/testing/temporaryEngine.ts';
import { startServer } from '../startServer.ts';
import type { RunningServer } from '../startServer.ts';

export interface TestServer {
  server: RunningServer;
  uri: string;
  client: MongoClient;
  db: Db;
  /** The server's own failures so far. */
  failures: unknown[];
}

/** A server on loopback over a new file, and a client of it; both end with the test. */
export async function testServer({
  password,
  ...options
}: EngineOptions & { password?: string } = {}): Promise<TestServer> {
  const failures: unknown[] = [];
  const listen: Listen = { port: 0, ...(password !== undefined && { password }) };
  const file = join(temporaryDirectory(), 'store.sqlite');
  const server = await startServer({
    ...options,
    file,
    listen,
    onInternalError: (error) => failures.push(error),
  });
  const uri = uriOf(listen, 'test', server.port);
  const client = new MongoClient(uri);
  onTestFinished(async () => {
    await client.close();
    await server.close();
  });
  return { server, uri, client, db: client.db('test'), failures };
}
