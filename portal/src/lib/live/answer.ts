import { browser } from '$app/env';
import { queryStore, type AnyVariables, type Client, type DocumentInput } from '@urql/svelte';
import { fromStore } from 'svelte/store';

/**
 * What a query answers now: first what the page was loaded with, then what subscriptions and mutations have made of it
 * in the cache. Make it inside `$derived`, so that it follows its variables.
 */
export function answer<Data, Variables extends AnyVariables>(
  client: Client,
  query: DocumentInput<Data, Variables>,
  variables: Variables,
  loaded: Data,
): { readonly data: Data } {
  if (!browser) return { data: loaded };
  const store = fromStore(queryStore({ client, query, variables }));
  let latest = loaded;
  return {
    get data() {
      latest = store.current.data ?? latest;
      return latest;
    },
  };
}
