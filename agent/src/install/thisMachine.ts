import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { ownCommand } from '../program/ownCommand.ts';
import type { Machine } from './Machine.ts';

/** What an installation on this machine is planned from. */
export function thisMachine(): Machine {
  const { username, homedir, uid } = userInfo();
  return {
    platform: process.platform,
    userName: username,
    userHome: homedir,
    isRoot: uid === 0,
    env: process.env,
    own: ownCommand(),
    groups: namesIn('/etc/group'),
    accounts: namesIn('/etc/passwd'),
  };
}

function namesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => line.split(':', 1));
}
