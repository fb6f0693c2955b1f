import type { IncomingMessage } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { Json } from './run.ts';
import type { Scope } from './scope.ts';

/** Ends a socket whose caller may not stay: 4403 tells its client to try again, the others not to. */
export type EndSocket = (code: 4400 | 4401 | 4403, reason: string) => void;

/** The place of one socket: who is there, until it leaves. */
export interface Seat {
  readonly scope: Scope;
  leave(): void;
}

/** Knows who asks. Both methods reject with a GraphQLError whose code says why somebody is turned away. */
export interface Callers {
  /** Of an HTTP request; a promise only if the caller has to be looked up first. */
  scopeOf(request: IncomingMessage): Scope | Promise<Scope>;
  /** Of a socket: `params` is the payload of its `connection_init`. */
  seat(request: IncomingMessage, params: Json, end: EndSocket): Promise<Seat>;
  /** Ends what a scope has open; its next request is looked up anew. */
  revoke(scopeKey: string): void;
  close(): void;
}

/** How a socket ends whose caller was turned away. */
export function closeFor({ extensions }: GraphQLError): Parameters<EndSocket> {
  const code = String(extensions.code);
  if (code === 'BAD_REQUEST') return [4400, code];
  return [code === 'UNAUTHENTICATED' || code === 'FOREIGN_ORIGIN' ? 4401 : 4403, code];
}
