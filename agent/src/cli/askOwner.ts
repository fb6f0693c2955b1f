import { callAgent } from '../control/callAgent.ts';
import { systemClock } from '../clock.ts';
import { Home } from '../home/Home.ts';
import { isHomeLocked, lockHome } from '../home/lockHome.ts';
import { Owner } from '../owner/Owner.ts';
import type { Settings } from '../owner/settings.ts';
import { SettingsFile } from '../owner/SettingsFile.ts';
import type { LocalState } from '../page/LocalState.ts';

/** What a command changes: how a running agent is asked for it, and how it is done where none runs. */
export interface OwnersWish {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: object;
  readonly alone: (owner: Owner) => Promise<void>;
}

/** Changes what the owner wants, through the agent where one runs; resolves with the settings that hold then. */
export async function changeOwner(home: Home, wish: OwnersWish): Promise<Settings> {
  if (isHomeLocked(home.folder)) {
    const { settings } = (await callAgent(home, wish.method, wish.path, wish.body)) as LocalState;
    return settings;
  }
  const release = lockHome(Home.open(home.folder).folder);
  try {
    const owner = new Owner(await SettingsFile.open(home.settings), systemClock);
    await wish.alone(owner);
    return owner.settings;
  } finally {
    release();
  }
}

/** What the owner has set. */
export async function readOwner(home: Home): Promise<Settings> {
  return new Owner(await SettingsFile.open(home.settings), systemClock).settings;
}
