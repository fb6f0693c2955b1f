import type { AnyVariables, Client, DocumentInput } from '@urql/core';

const firstWait = 1_000;
const longestWait = 30_000;

/** Listens to a subscription until the returned function is called, and again when the platform ends it. */
export function listen<Data, Variables extends AnyVariables>(
  client: Client,
  document: DocumentInput<Data, Variables>,
  variables: Variables,
  onevent?: (data: Data) => void,
): () => void {
  let stopped = false;
  let wait = firstWait;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: { unsubscribe(): void } | undefined;

  const start = () => {
    current = client.subscription(document, variables).subscribe((result) => {
      if (result.data) {
        wait = firstWait;
        onevent?.(result.data);
      }
      if (result.error && !result.hasNext) again();
    });
  };
  const again = () => {
    if (stopped) return;
    current?.unsubscribe();
    clearTimeout(timer);
    timer = setTimeout(start, wait);
    wait = Math.min(longestWait, wait * 2);
  };
  start();
  return () => {
    stopped = true;
    clearTimeout(timer);
    current?.unsubscribe();
  };
}
