import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { refusal } from './clientError.ts';
import type { Credential } from './identity.ts';
import type { Json } from './run.ts';

const sessionCookie = 'pictor_session';
const maxCharacters = 4096;
const bearer = /^Bearer +([\x21-\x7e]+) *$/i;
const runName = /^[\x21-\x7e]{1,128}$/;

/** The credential of an HTTP request, if it has any. */
export function credentialOfRequest({ authorization, cookie }: IncomingHttpHeaders): Credential | undefined {
  if (authorization !== undefined) return { kind: 'bearer', value: bearerValue(authorization) };
  const value = cookie && cookieValue(cookie);
  return value ? { kind: 'cookie', value } : undefined;
}

/** The credential of a socket: that of `connection_init` goes before what the browser sends by itself. */
export function credentialOfSocket({ headers }: IncomingMessage, params: Json): Credential | undefined {
  const authorization = params?.authorization ?? headers.authorization;
  if (authorization !== undefined) {
    const value = bearerValue(authorization);
    const run = params?.run;
    if (run === undefined || run === null) return { kind: 'bearer', value };
    if (typeof run !== 'string' || !runName.test(run))
      throw refusal('UNAUTHENTICATED', '"run" of connection_init must be a name of at most 128 characters');
    return { kind: 'bearer', value, run };
  }
  const value = headers.cookie && cookieValue(headers.cookie);
  if (!value) return undefined;
  if (!isOwnOrigin(headers))
    throw refusal(
      'FOREIGN_ORIGIN',
      'A WebSocket that comes with a session cookie must come from our own pages',
    );
  return { kind: 'cookie', value };
}

/** One text for each credential. */
export const credentialKey = ({ kind, value, run }: Credential): string =>
  run === undefined ? `${kind} ${value}` : `${kind} ${value} ${run}`;

function bearerValue(authorization: unknown): string {
  const isText = typeof authorization === 'string' && authorization.length <= maxCharacters;
  const value = isText ? bearer.exec(authorization)?.[1] : undefined;
  if (value) return value;
  throw refusal('UNAUTHENTICATED', 'Authorization must read "Bearer", a space and the credential');
}

function cookieValue(cookie: string): string | undefined {
  for (const pair of cookie.split(';')) {
    const at = pair.indexOf('=');
    if (at < 0 || pair.slice(0, at).trim() !== sessionCookie) continue;
    const value = pair.slice(at + 1).trim();
    if (value.length > maxCharacters) throw refusal('UNAUTHENTICATED', 'The session cookie is too long');
    return value;
  }
  return undefined;
}

/** Browsers always send Origin with a WebSocket, and pages cannot change it. */
function isOwnOrigin({ origin, host }: IncomingHttpHeaders): boolean {
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
