import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { uriOf } from './wire/address.ts';
import { startServer } from './wire/startServer.ts';

const USAGE = `usage: npm run store -- --port N [--data FILE]

Serves the embedded store alone on 127.0.0.1, without a password, until Ctrl-C.
  --port N      the TCP port, 0 for any that is free
  --data FILE   the data file; without it a temporary one, removed at the end`;

/** The program of `npm run store`. */
await serve(readOptions());

function readOptions(): { port: number; data: string | undefined } {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) leave(USAGE, 0);
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port ?? '') || port > 65_535)
      throw new Error('--port must be a number from 0 to 65535');
    if (values.data === '') throw new Error('--data must be a file name');
    return { port, data: values.data };
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${USAGE}`, 2);
  }
}

async function serve({ port, data }: { port: number; data: string | undefined }): Promise<void> {
  const temporary = data === undefined ? mkdtempSync(join(tmpdir(), 'pictor-store-')) : undefined;
  const discard = () => temporary !== undefined && rmSync(temporary, { recursive: true, force: true });
  const file = data ?? join(temporary!, 'store.sqlite');
  try {
    const server = await startServer({ file, listen: { port } });
    console.log(uriOf({ port }, 'test', server.port));
    const stop = () => void server.close().then(discard);
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    discard();
    leave(`cannot serve: ${(error as Error).message}`, 1);
  }
}

function leave(message: string, exitCode: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(exitCode);
}
