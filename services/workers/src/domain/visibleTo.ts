import type { Actor } from '@pictor/kit';

/** Which workers an actor may see: a provider its own, an agent itself; undefined for everyone else. */
export function visibleTo(actor: Actor | undefined) {
  if (actor?.workerId) return { _id: actor.workerId, deletedAt: null };
  if (actor?.permissions.includes('provide')) return { providerId: actor.id, deletedAt: null };
  return undefined;
}
