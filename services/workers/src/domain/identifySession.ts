import type { Permission } from '@pictor/kit';
import type { AccountDocument } from '../model/account.ts';
import { sessionPrefix } from './openSession.ts';
import type { Proven } from './proven.ts';
import { hashOf } from './secrets.ts';
import { unauthenticated } from './unauthenticated.ts';
import type { World } from './world.ts';

const permissionOf: Record<AccountDocument['roles'][number], Permission> = {
  PROVIDER: 'provide',
  CREATOR: 'create',
  OPERATOR: 'operate',
};

/** The account of a session's token. Rejects with UNAUTHENTICATED when the session has ended. */
export async function identifySession(world: World, token: string): Promise<Proven> {
  if (!token.startsWith(sessionPrefix)) throw unauthenticated('This credential is not one of ours; sign in.');
  const sessionId = hashOf(token);
  const now = new Date(world.clock.now());
  const session = await world.sessions.findOne({ _id: sessionId, expiresAt: { $gt: now } }).lean();
  const account = session && (await world.accounts.findById(session.accountId, { roles: 1 }).lean());
  if (!account) throw unauthenticated('The session has ended; sign in again.');
  const { _id: id, roles } = account;
  const permissions = roles.map((role) => permissionOf[role]);
  const actor = { id, role: 'account' as const, accountId: id, sessionId, permissions };
  return { actor, until: session.expiresAt.getTime() };
}
