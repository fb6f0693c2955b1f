import type { Actor } from '@pictor/kit';

/**
 * Within what the gateway shares answers and streams, and what it ends when a credential is revoked: the actor with
 * their permissions. An account's is one for each session, because signing out ends that session alone; the tabs of one
 * browser share a session, and so a scope.
 */
export function scopeOf({ id, workerId, permissions, sessionId }: Actor): string {
  if (workerId) return workerScope(workerId);
  return ['account', id, permissions.toSorted().join('+'), sessionId].join(':');
}

/** The scope of a worker's credential. Its permissions never change. */
export function workerScope(workerId: string): string {
  return `worker:${workerId}`;
}
