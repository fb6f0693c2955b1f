import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where an embedded server listens: a unix socket, or loopback TCP with the password that a client must know. */
export type Listen = { path: string } | { port: number; password?: string };

/** A unix socket's path has about 104 bytes on the least of the platforms. */
const MAX_SOCKET_PATH = 100;

/** The user name of the one account that a server with a password has. */
export const USER = 'pictor';

/**
 * Chooses an address that only this user's processes can reach: a socket in a private directory of `dataDir` (of the
 * temporary directory when that path is too long), or loopback TCP with a new secret where there are no unix sockets.
 */
export function privateAddress(dataDir: string, platform: string = process.platform) {
  if (platform === 'win32') {
    const listen: Listen = { port: 0, password: randomBytes(32).toString('base64url') };
    return { listen, discard: () => {} };
  }
  const own = join(resolve(dataDir), 'run');
  const fits = Buffer.byteLength(join(own, 'store.sock')) <= MAX_SOCKET_PATH;
  const directory = fits ? own : mkdtempSync(join(tmpdir(), 'pictor-'));
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
  const listen: Listen = { path: join(directory, 'store.sock') };
  return { listen, discard: () => rmSync(directory, { recursive: true, force: true }) };
}

/** The connection string of a server at an address; `port` is the one that it was given where the address asked for any. */
export function uriOf(listen: Listen, db: string, port?: number): string {
  if ('path' in listen) return `mongodb://${encodeURIComponent(listen.path)}/${db}?directConnection=true`;
  const account = listen.password === undefined ? '' : `${USER}:${encodeURIComponent(listen.password)}@`;
  const login = listen.password === undefined ? '' : '&authMechanism=SCRAM-SHA-256&authSource=admin';
  return `mongodb://${account}127.0.0.1:${port ?? listen.port}/${db}?directConnection=true${login}`;
}
