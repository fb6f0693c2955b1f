import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The platform's own secrets. */
export interface Keys {
  /** Signs the tokens that travel from the gateway to the subgraphs: Ed25519. */
  tokenPrivateKey: KeyObject;
  tokenPublicKey: KeyObject;
  /** Signs the addresses of files: 32 bytes. */
  filesKey: Buffer;
}

/** Reads the keys in `dataDir/keys`, making those that are not there yet. */
export function loadKeys(dataDir: string): Keys {
  const folder = join(dataDir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pem = keep(join(folder, 'tokens.pem'), () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const tokenPrivateKey = createPrivateKey(pem);
  const filesKey = Buffer.from(
    keep(join(folder, 'files.key'), () => randomBytes(32).toString('base64')),
    'base64',
  );
  return { tokenPrivateKey, tokenPublicKey: createPublicKey(tokenPrivateKey), filesKey };
}

/** Linking a finished file into place lets two starts at once agree on one key, and a crash leave no half of one. */
function keep(path: string, make: () => string): string {
  if (!existsSync(path)) {
    const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
    const file = openSync(draft, 'wx', 0o600);
    writeSync(file, make());
    fsyncSync(file);
    closeSync(file);
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(path, 'utf8');
}
