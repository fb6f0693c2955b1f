import { dataOf, textOf, type Answer, type Operation } from './Operation.ts';
import { OFFLINE, PlatformError } from './PlatformError.ts';

const LIMIT_MS = 15_000;

/** Sends one operation by HTTP, as a stranger; throws PlatformError. */
export async function postOperation<Data, Variables>(
  gateway: string,
  operation: Operation<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  let answer: Answer;
  try {
    const response = await fetch(gateway, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body: JSON.stringify({ query: textOf(operation), variables }),
      redirect: 'error',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    answer = (await response.json()) as Answer;
  } catch (cause) {
    throw new PlatformError(OFFLINE, `${gateway} cannot be reached: ${reasonOf(cause)}`, { cause });
  }
  return dataOf(answer) as Data;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
