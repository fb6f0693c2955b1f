import { PICTOR_GRAPHQL_URL } from '$app/env/private';
import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks';
import { randomUUID } from 'node:crypto';
import { readTheme, themeCookie } from '#lib/look/theme.ts';

/** Lights the first paint as the reader chose, and keeps private pages out of shared caches. */
export const handle: Handle = async ({ event, resolve }) => {
  event.locals.theme = readTheme(event.cookies.get(themeCookie));
  const { theme } = event.locals;
  const attribute = theme === 'system' ? '' : `data-theme="${theme}"`;
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%pictor.theme%', attribute),
    filterSerializedResponseHeaders: (name) => name === 'content-type',
  });
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-content-type-options', 'nosniff');
  return response;
};

/** Leads what pages ask of `/graphql` to the platform, with the reader's cookie, and what they ask of `/download/` without. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url);
  if (url.origin !== event.url.origin) return fetch(request);
  if (url.pathname.startsWith('/download/'))
    return globalThis.fetch(new URL(url.pathname, PICTOR_GRAPHQL_URL));
  if (url.pathname !== '/graphql') return fetch(request);
  const headers = new Headers(request.headers);
  headers.set('cookie', event.request.headers.get('cookie') ?? '');
  headers.delete('origin');
  return globalThis.fetch(PICTOR_GRAPHQL_URL, { method: 'POST', headers, body: await request.text() });
};

/** Gives what nobody foresaw an id that finds its log line. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'app') return error;
  if (kind === 'framework') {
    return {
      code: 'PAGE_NOT_FOUND',
      remedy: 'Go back, or start from Workers or Jobs.',
      message: `There is no page at ${event.url.pathname}.`,
    };
  }
  const requestId = randomUUID().slice(0, 8);
  process.stderr.write(
    `portal: request ${requestId} failed: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return {
    code: 'INTERNAL_SERVER_ERROR',
    message: 'The portal failed to show this page.',
    remedy: 'Nothing is lost. Try again; if it happens again, tell an operator the request id.',
    requestId,
  };
};
