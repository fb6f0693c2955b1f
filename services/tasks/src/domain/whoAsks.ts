import { DomainError, requireActor, requirePermission, type Context } from '@pictor/kit';

/** The program on a worker that asks. */
export interface Agent {
  readonly workerId: string;
  readonly providerId: string;
  /** Whether it takes checks, and nothing else. */
  readonly checks: boolean;
  /** Ed25519, base64 SPKI. */
  readonly publicKey: string | undefined;
}

/** A worker and whose it is. */
export type Owned = Pick<Agent, 'workerId' | 'providerId'>;

/** As much of a request as tells who makes it. */
export type Asker = Pick<Context, 'actor'>;

/** Owner of what the platform itself runs. */
export const platform = 'platform';

/** The account that creates jobs. Errors: UNAUTHENTICATED, FORBIDDEN. */
export function requireCreator(asker: Asker): string {
  const { accountId } = requirePermission(asker, 'create');
  if (accountId !== undefined) return accountId;
  throw new DomainError('FORBIDDEN', 'Only an account can have jobs.');
}

/** The calling agent. Errors: UNAUTHENTICATED, FORBIDDEN. */
export function requireAgent(asker: Asker): Agent {
  const { workerId, providerId = platform, publicKey, permissions } = requireActor(asker);
  const checks = permissions.includes('check');
  if (workerId === undefined || (!checks && !permissions.includes('work')))
    throw new DomainError('FORBIDDEN', 'Only the agent of a worker can do this.');
  return { workerId, providerId, checks, publicKey };
}
