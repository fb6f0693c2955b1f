import { credentialPrefix } from './credential.ts';
import { identifySession } from './identifySession.ts';
import { identifyWorker } from './identifyWorker.ts';
import type { Proven } from './proven.ts';
import { scopeOf } from './scope.ts';
import { unauthenticated } from './unauthenticated.ts';
import type { World } from './world.ts';

/** What somebody shows to prove who they are. */
export interface Credential {
  kind: 'bearer' | 'cookie';
  value: string;
  /** Which run of an agent shows it. */
  run?: string | undefined;
}

/** Who that is, for the gateway: a scope of sharing and a token for the subgraphs. */
export interface Identity {
  scope: string;
  token: string;
  /** When the token ends, in milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Whose credential it is: a session's token as cookie or bearer, or a worker's credential as bearer. Undefined for a
 * stranger, who shows none. Rejects with UNAUTHENTICATED for one that is unknown, expired or revoked, and with
 * CREDENTIAL_IN_USE while another run of the agent has been heard from in the last 30 s.
 */
export async function identify(
  world: World,
  credential: Credential | undefined,
): Promise<Identity | undefined> {
  if (!credential?.value) return undefined;
  const { actor, until } = await prove(world, credential);
  return { scope: scopeOf(actor), ...(await world.signer.sign(actor, until)) };
}

function prove(world: World, { kind, value, run }: Credential): Promise<Proven> {
  if (!value.startsWith(credentialPrefix)) return identifySession(world, value);
  if (kind === 'cookie')
    throw unauthenticated('A worker’s credential is sent as a bearer, never as a cookie.');
  return identifyWorker(world, value, run);
}
