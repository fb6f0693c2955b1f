import type { AnyVariables, Client, DocumentInput } from '@urql/core';

const atMostEvery = 1_000;

/** Asks a query afresh when told that its answer is old, at most once a second. Stop it when its page goes. */
export interface Refresher {
  outdated(): void;
  stop(): void;
}

/** Makes a refresher; the answer reaches the pages through the cache. */
export function refresher<Data, Variables extends AnyVariables>(
  client: Client,
  query: DocumentInput<Data, Variables>,
  variables: Variables,
): Refresher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    timer = undefined;
    void client.query(query, variables, { requestPolicy: 'network-only' }).toPromise();
  };
  return {
    outdated: () => (timer ??= setTimeout(ask, atMostEvery)),
    stop: () => clearTimeout(timer),
  };
}
