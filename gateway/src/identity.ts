/** What a caller shows: a bearer token or API key, or the session cookie; over WebSocket perhaps the run of an agent. */
export interface Credential {
  readonly kind: 'bearer' | 'cookie';
  readonly value: string;
  readonly run?: string;
}

/** Who a caller is. */
export interface Identity {
  /** Who shares answers with whom: the same for everybody who may see the same. */
  readonly scope: string;
  /** Goes with every operation, for subgraphs to verify. */
  readonly token: string;
  /** Until when the token is good, in ms since 1970. */
  readonly expiresAt: number;
}

/**
 * Looks up a credential, within 5 s; undefined is anonymous. An error with a `code` such as UNAUTHENTICATED or
 * CREDENTIAL_IN_USE is shown to the client; any other counts as a failure of the look-up. What is undefined or
 * UNAUTHENTICATED stays so for 2 s.
 */
export type Identify = (credential: Credential) => Promise<Identity | undefined>;
