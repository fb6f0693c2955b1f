import { DomainError, requireActor } from '@pictor/kit';
import type { Asker } from './world.ts';

/** The worker whose agent asks. Throws UNAUTHENTICATED for a stranger, FORBIDDEN for anyone but an agent. */
export function requireAgent(asker: Asker): string {
  const { workerId } = requireActor(asker);
  if (workerId) return workerId;
  throw new DomainError('FORBIDDEN', 'Only a worker’s agent may do this, with its own credential.');
}
