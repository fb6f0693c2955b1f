import type { AccountRecord } from './account.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { World } from './world.ts';

const sessionLifetimeMs = 30 * 24 * 3_600_000;

export const sessionPrefix = 'pws_';

/** A session just opened; its token is nowhere else. */
export interface OpenedSession {
  sessionToken: string;
  expiresAt: Date;
  account: AccountRecord;
}

/** Opens a session of 30 days. */
export async function openSession(world: World, account: AccountRecord): Promise<OpenedSession> {
  const sessionToken = newSecret(sessionPrefix);
  const now = world.clock.now();
  const expiresAt = new Date(now + sessionLifetimeMs);
  await world.sessions.insertOne({
    _id: hashOf(sessionToken),
    accountId: account._id,
    createdAt: new Date(now),
    expiresAt,
  });
  return { sessionToken, expiresAt, account };
}
