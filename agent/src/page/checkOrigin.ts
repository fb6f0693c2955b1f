import type { IncomingHttpHeaders } from 'node:http';
import { LocalError } from './LocalError.ts';

/**
 * Refuses requests that other pages make, through a name of theirs that leads here or from an origin of theirs: they come
 * from the owner's own browser, so that being on this machine proves nothing.
 */
export function checkOrigin(headers: IncomingHttpHeaders, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = headers;
  if (!hosts.includes(host)) throw refused(`This server is not ${host || 'nameless'}.`);
  if (origin !== undefined && origin !== `http://${host}`)
    throw refused(`A page of ${origin} may not use this server.`);
  const site = headers['sec-fetch-site'];
  if (
    site !== undefined &&
    site !== 'same-origin' &&
    site !== 'none' &&
    headers['sec-fetch-mode'] !== 'navigate'
  )
    throw refused('Another page may not use this server.');
}

function refused(message: string): LocalError {
  return new LocalError(403, 'ORIGIN_REFUSED', message);
}
