import { DomainError, requireActor, type Context } from '@pictor/kit';

/** Who asks; a stranger is undefined. */
export type Asker = Pick<Context, 'actor'>;

/** The platform, as the owner of its checker. */
const platform = 'platform';

/** An agent by the worker that it acts for. */
export interface Agent {
  workerId: string;
  providerId: string;
}

/** The calling agent. Throws UNAUTHENTICATED for a stranger, FORBIDDEN for anyone else. */
export function agentOf(asker: Asker): Agent {
  const { role, workerId, providerId } = requireActor(asker);
  if (role === 'account' || workerId === undefined)
    throw new DomainError('FORBIDDEN', 'This is for agents alone: use the credential of a worker.');
  return { workerId, providerId: providerId ?? platform };
}
