import { error, redirect } from '@sveltejs/kit';
import type { AnyVariables, Client, DocumentInput } from '@urql/core';
import { problemOf, unreachable, type Problem } from './problem.ts';

const statuses: Record<string, number> = {
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UNREACHABLE: 502,
};

/** What a page is given: the data, and what of it could not be had. */
export interface Reading<Data> {
  data: Data;
  problem: Problem | undefined;
}

/**
 * Asks afresh for what a page shows. A stranger is sent to sign in; a page of which nothing could be had is an error.
 */
export async function read<Data, Variables extends AnyVariables>(
  client: Client,
  url: URL,
  document: DocumentInput<Data, Variables>,
  variables: Variables,
): Promise<Reading<Data>> {
  const result = await client.query(document, variables, { requestPolicy: 'network-only' }).toPromise();
  const problem = result.error ? problemOf(result.error) : undefined;
  if (problem?.code === 'UNAUTHENTICATED') redirect(303, signInFor(url));
  if (result.data) return { data: result.data, problem };
  const { code, message, remedy, requestId } = problem ?? unreachable;
  return error(statuses[code] ?? 500, message, { code, remedy, ...(requestId ? { requestId } : {}) });
}

/** Where a stranger signs in to come back to this page. */
export function signInFor(url: URL): string {
  return `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`;
}
