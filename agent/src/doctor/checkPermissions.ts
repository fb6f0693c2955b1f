import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Home } from '../home/Home.ts';
import { ok, unknown, type Check } from './Check.ts';

/** What others than the owner may do, in a file's mode. */
const OTHERS = 0o077;
const SECRETS = ['worker.json', 'key.pem'];

/** Looks whether the agent's folder, and the secrets in it, are the owner's alone. */
export async function checkPermissions(home: Home, platform = process.platform): Promise<Check[]> {
  if (platform === 'win32') {
    const finding = 'Who may read the agent’s folder is not looked at on Windows.';
    return [unknown('folder', finding), unknown('credential', finding)];
  }
  const folder = await openTo(home.folder);
  const secrets = await Promise.all(SECRETS.map((name) => openTo(join(home.folder, name))));
  return [
    verdict('folder', folder, `${home.folder} is yours alone.`, `chmod 700 ${home.folder}`, home.folder),
    verdict(
      'credential',
      secrets.includes(true) ? true : secrets.includes(false) ? false : undefined,
      'The credential and the key are readable by you alone.',
      `chmod 600 ${SECRETS.map((name) => join(home.folder, name)).join(' ')}. Where others may have read them, delete the worker in the portal and make a new one.`,
      'The credential or the key',
    ),
  ];
}

function verdict(
  name: 'folder' | 'credential',
  open: boolean | undefined,
  good: string,
  remedy: string,
  what: string,
): Check {
  if (open === undefined) return unknown(name, `${what} is not there yet.`);
  if (!open) return ok(name, good);
  return {
    name,
    state: 'LIMITED',
    finding: `${what} can be opened by other accounts of this machine.`,
    remedy,
  };
}

/** Whether others may use a file or folder; undefined where there is none. */
async function openTo(path: string): Promise<boolean | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && (found.mode & OTHERS) !== 0;
}
