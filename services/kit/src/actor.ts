import { z } from 'zod';
import { DomainError } from './errors.ts';

export const permissions = ['provide', 'create', 'operate', 'work', 'check'] as const;

/** What an actor may do: provide workers, create jobs, operate the platform, work on tasks, check results. */
export type Permission = (typeof permissions)[number];

export const actorSchema = z.object({
  /** The account, or the worker, that acts. */
  id: z.string().min(1),
  role: z.enum(['account', 'worker', 'checker']),
  /** Present for accounts; it is their id as a provider and as a creator, too. */
  accountId: z.string().exactOptional(),
  /** Present for accounts that signed in: the session, so that the caller can end it. */
  sessionId: z.string().exactOptional(),
  /** Present for workers and checkers. */
  workerId: z.string().exactOptional(),
  /** The owner of a worker. */
  providerId: z.string().exactOptional(),
  /** The worker's Ed25519 key as base64 SPKI, against which its results are verified. */
  publicKey: z.string().exactOptional(),
  permissions: z.array(z.enum(permissions)).readonly(),
});

/** Who asks, proven by a token. */
export type Actor = Readonly<z.infer<typeof actorSchema>>;

/** The actor of a request. Throws UNAUTHENTICATED for a stranger. */
export function requireActor({ actor }: { readonly actor: Actor | undefined }): Actor {
  if (actor) return actor;
  throw new DomainError('UNAUTHENTICATED', 'Sign in, or send a valid credential, and try again.');
}

/** The actor of a request, who has the permission. Throws UNAUTHENTICATED for a stranger, else FORBIDDEN. */
export function requirePermission(
  context: { readonly actor: Actor | undefined },
  permission: Permission,
): Actor {
  const actor = requireActor(context);
  if (actor.permissions.includes(permission)) return actor;
  throw new DomainError('FORBIDDEN', `This takes the permission "${permission}", which you do not have.`, {
    permission,
  });
}
