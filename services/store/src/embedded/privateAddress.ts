import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Listen } from '../wire/address.ts';

/** A unix socket's path has about 104 bytes on the least of the platforms. */
const MAX_SOCKET_PATH = 100;

/**
 * Chooses an address that only this user's processes can reach: a socket in a private directory of `dataDir` (of the
 * temporary directory when that path is too long), or loopback TCP with a new secret where there are no unix sockets.
 * `discard` removes what was made for it outside of `dataDir`.
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
  return { listen, discard: () => fits || rmSync(directory, { recursive: true, force: true }) };
}
