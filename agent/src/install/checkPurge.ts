import { existsSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { AgentError } from '../AgentError.ts';

/**
 * Throws AgentError INSTALL_REFUSED unless a folder may be removed with all that is in it: it must have been an agent's,
 * and hold neither an account's home nor a whole disk.
 */
export function checkPurge(folder: string, userHome: string): void {
  const path = resolve(folder);
  if (!existsSync(path)) return;
  const holdsMore = path === parse(path).root || `${resolve(userHome)}/`.startsWith(`${path}/`);
  if (!holdsMore && existsSync(join(path, 'lock.sqlite'))) return;
  throw new AgentError('INSTALL_REFUSED', `${path} is not the home folder of an agent: remove it yourself.`);
}
