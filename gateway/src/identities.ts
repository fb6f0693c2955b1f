import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { closeFor, type Callers, type EndSocket, type Seat } from './callers.ts';
import { refusal } from './clientError.ts';
import { credentialKey, credentialOfRequest, credentialOfSocket } from './credentials.ts';
import type { Credential, Identify, Identity } from './identity.ts';
import type { Log } from './log.ts';
import type { Json } from './run.ts';
import { Scope } from './scope.ts';
import { Strangers } from './strangers.ts';
import { within } from './within.ts';

const maxKnown = 50_000;
/** How many credentials with open sockets are passed over to make room for a new one. */
const maxPassedOver = 16;
/** A token is renewed so long before it expires, but not before three quarters of its life. */
const renewAheadMs = 5_000;
const renewAgainMs = 2_000;
const lookUpWithinMs = 5_000;
/** How often one look-up starts again because the scope it found was revoked meanwhile. */
const maxLookUps = 3;

/** A credential that was looked up, with the sockets that came with it. */
interface Known {
  readonly credential: Credential;
  readonly key: string;
  scope: Scope;
  freshUntil: number;
  expiresAt: number;
  readonly seats: Set<EndSocket>;
  renewal: NodeJS.Timeout | undefined;
}
interface LookUp {
  readonly found: Promise<Known | undefined>;
  readonly revoked: Set<string>;
}

/**
 * Callers are who `identify` says. Each credential is looked up once and again when its token is about to expire: by the
 * next request, or by a timer while sockets are open. All credentials of one scope share one Scope.
 */
export class Identities implements Callers {
  #identify: Identify;
  #log: Log;
  #known = new Map<string, Known>(); // looked up longest ago first
  #lookUps = new Map<string, LookUp>();
  #scopes = new Map<string, { readonly scope: Scope; users: number; expiresAt: number }>();
  #strangers = new Strangers();
  #anonymous = new Scope('anonymous', [], {});

  constructor(identify: Identify, log: Log) {
    this.#identify = identify;
    this.#log = log;
  }

  scopeOf(request: IncomingMessage): Scope | Promise<Scope> {
    try {
      const credential = credentialOfRequest(request.headers);
      if (!credential) return this.#anonymous;
      const known = this.#find(credential);
      if (!known) return this.#anonymous;
      return 'then' in known ? known.then((found) => found?.scope ?? this.#anonymous) : known.scope;
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }

  async seat(request: IncomingMessage, params: Json, end: EndSocket): Promise<Seat> {
    const credential = credentialOfSocket(request, params);
    const known = credential && (await this.#find(credential));
    if (!known) return { scope: this.#anonymous, leave: () => {} };
    if (this.#known.get(known.key) !== known) throw revoked();
    known.seats.add(end);
    if (known.seats.size === 1) this.#scheduleRenewal(known, known.freshUntil - Date.now());
    return { scope: known.scope, leave: () => this.#leave(known, end) };
  }

  revoke(scopeKey: string): void {
    for (const lookUp of this.#lookUps.values()) lookUp.revoked.add(scopeKey);
    for (const known of [...this.#known.values()])
      if (known.scope.key === scopeKey) this.#drop(known, 4403, 'CREDENTIAL_REVOKED');
  }

  close(): void {
    for (const known of this.#known.values()) clearTimeout(known.renewal);
    this.#known.clear();
    this.#scopes.clear();
  }

  /** Undefined is anonymous; throws if the credential has just been refused. */
  #find(credential: Credential): Known | undefined | Promise<Known | undefined> {
    const key = credentialKey(credential);
    const known = this.#known.get(key);
    if (known && Date.now() < known.freshUntil) return known;
    const stranger = this.#strangers.find(key);
    if (stranger?.refusal) throw stranger.refusal;
    return stranger ? undefined : this.#lookUp(key, credential);
  }

  #lookUp(key: string, credential: Credential): Promise<Known | undefined> {
    const underWay = this.#lookUps.get(key);
    if (underWay) return underWay.found;
    const revoked = new Set<string>();
    const found = this.#ask(key, credential, revoked).finally(() => this.#lookUps.delete(key));
    this.#lookUps.set(key, { found, revoked });
    return found;
  }

  async #ask(key: string, credential: Credential, revokedMeanwhile: Set<string>): Promise<Known | undefined> {
    for (let i = 0; i < maxLookUps; i++) {
      revokedMeanwhile.clear();
      try {
        const identity = await within(lookUpWithinMs, 'identify()', this.#identify(credential));
        if (!identity) return void this.#strangerNow(key);
        if (!revokedMeanwhile.has(identity.scope)) return this.#remember(key, credential, identity);
      } catch (error) {
        const known = this.#known.get(key);
        const refused = refusalOf(error);
        if (refused) {
          if (refused.extensions.code === 'UNAUTHENTICATED') this.#strangers.add(key, refused);
          throw refused;
        }
        if (!known || Date.now() >= known.expiresAt) throw error;
        this.#log.warn({ err: error }, 'Could not renew an identity yet');
        return known; // its token is still good
      }
    }
    throw revoked();
  }

  #strangerNow(key: string): void {
    this.#strangers.add(key);
    const known = this.#known.get(key);
    if (known) this.#drop(known, 4401, 'UNAUTHENTICATED');
  }

  #remember(key: string, credential: Credential, identity: Identity): Known {
    const { expiresAt } = identity;
    const life = expiresAt - Date.now();
    if (!(life > 0)) throw new Error('identify() gave a token that has expired');
    const freshUntil = expiresAt - Math.min(renewAheadMs, life / 4);
    let known = this.#known.get(key);
    if (known && known.scope.key !== identity.scope) {
      this.#drop(known, 4403, 'IDENTITY_CHANGED');
      known = undefined;
    }
    if (known) {
      this.#scopeOf(identity, 0);
      Object.assign(known, { freshUntil, expiresAt });
      this.#known.delete(key);
    } else {
      if (this.#known.size >= maxKnown) this.#makeRoom();
      const scope = this.#scopeOf(identity, 1);
      known = { credential, key, scope, freshUntil, expiresAt, seats: new Set(), renewal: undefined };
    }
    this.#known.set(key, known);
    if (known.seats.size) this.#scheduleRenewal(known, freshUntil - Date.now());
    return known;
  }

  #scopeOf({ scope: key, token, expiresAt }: Identity, newUsers: 0 | 1): Scope {
    let shared = this.#scopes.get(key);
    if (!shared) this.#scopes.set(key, (shared = { scope: new Scope(key, [], {}), users: 0, expiresAt: 0 }));
    shared.users += newUsers;
    if (expiresAt >= shared.expiresAt) {
      shared.scope.renew(token);
      shared.expiresAt = expiresAt;
    }
    return shared.scope;
  }

  #scheduleRenewal(known: Known, inMs: number): void {
    clearTimeout(known.renewal);
    known.renewal = setTimeout(() => this.#renew(known), Math.max(0, inMs));
  }

  #renew(known: Known): void {
    this.#lookUp(known.key, known.credential).then(
      () => {
        const isLate = this.#known.get(known.key) === known && known.freshUntil <= Date.now();
        if (isLate && known.seats.size) this.#scheduleRenewal(known, jittered(renewAgainMs));
      },
      (error: unknown) => {
        if (this.#known.get(known.key) !== known) return;
        const refused = refusalOf(error);
        if (refused) return this.#drop(known, ...closeFor(refused));
        this.#log.error({ err: error }, 'An identity could not be renewed');
        this.#scheduleRenewal(known, jittered(renewAgainMs));
      },
    );
  }

  #leave(known: Known, end: EndSocket): void {
    known.seats.delete(end);
    if (!known.seats.size) clearTimeout(known.renewal);
  }

  #drop(known: Known, ...close: Parameters<EndSocket>): void {
    clearTimeout(known.renewal);
    this.#known.delete(known.key);
    const shared = this.#scopes.get(known.scope.key);
    if (shared && !--shared.users) this.#scopes.delete(known.scope.key);
    for (const end of [...known.seats]) end(...close);
  }

  #makeRoom(): void {
    let passed = 0;
    for (const [key, known] of this.#known) {
      if (!known.seats.size) return this.#drop(known, 4403, 'IDENTITY_FORGOTTEN');
      if (++passed > maxPassedOver) return;
      this.#known.delete(key);
      this.#known.set(key, known);
    }
  }
}

const revoked = () => refusal('UNAUTHENTICATED', 'This credential has been revoked');
const jittered = (ms: number) => ms * (0.5 + Math.random());

/** What identify() throws with a code is meant for clients, unless it comes from Node (ECONNREFUSED, ERR_…). */
function refusalOf(error: unknown): GraphQLError | undefined {
  if (error instanceof GraphQLError) return error;
  if (!(error instanceof Error) || !('code' in error) || 'syscall' in error) return undefined;
  const { code } = error;
  return typeof code === 'string' && !code.startsWith('ERR_') ? refusal(code, error.message) : undefined;
}
