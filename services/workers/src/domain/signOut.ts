import { DomainError, requireActor } from '@pictor/kit';
import { scopeOf } from './scope.ts';
import type { Asker, World } from './world.ts';

/** Ends the calling session, its streams and its sockets. Throws UNAUTHENTICATED, and FORBIDDEN for an agent. */
export async function signOut(world: World, asker: Asker): Promise<true> {
  const actor = requireActor(asker);
  if (!actor.sessionId) throw new DomainError('FORBIDDEN', 'Only who signed in can sign out.');
  await world.sessions.deleteOne({ _id: actor.sessionId });
  world.events.publish('credential.revoked', { scope: scopeOf(actor) });
  return true;
}
