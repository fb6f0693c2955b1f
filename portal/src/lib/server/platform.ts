import { PICTOR_GRAPHQL_URL } from '$app/env/private';
import { CombinedError, type TypedDocumentNode } from '@urql/core';
import { print } from 'graphql';
import { problemOf, unreachable, type Problem } from '#lib/api/problem.ts';

const patience = 15_000;

/** What the platform answered: data, or the problem. */
export type Answer<Data> = { data: Data; problem?: undefined } | { data?: undefined; problem: Problem };

/** Asks the platform from the portal's server, as a stranger or with a session. Gives up after 15 s. */
export async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  headers: Record<string, string> = {},
): Promise<Answer<Data>> {
  try {
    const response = await fetch(PICTOR_GRAPHQL_URL, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ query: print(document), variables }),
      signal: AbortSignal.timeout(patience),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
    if (errors?.length) return { problem: problemOf(new CombinedError({ graphQLErrors: errors })) };
    return data ? { data } : { problem: unreachable };
  } catch {
    return { problem: unreachable };
  }
}
