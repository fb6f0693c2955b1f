import type { FormattedExecutionResult } from 'graphql';
import { formatError, type ErrorReport } from './graphqlErrors.ts';
import type { EventSink, ResultStream } from './subgraph.ts';

/**
 * Passes what an operation yields on to a sink until one of them ends; what it returns ends it at once. Neither a
 * stream that fails nor a sink that throws reaches beyond this operation.
 */
export function relayStream(
  start: () => Promise<ResultStream | FormattedExecutionResult>,
  sink: EventSink,
  report: ErrorReport,
): () => void {
  let stream: ResultStream | undefined;
  let ended = false;

  async function relay() {
    const started = await start();
    if (!(Symbol.asyncIterator in started)) return void (ended || answer(started));
    stream = started;
    if (ended) return void (await stream.return?.());
    for await (const result of stream) {
      if (ended) return;
      sink.next(result);
    }
    if (!ended) sink.complete();
  }

  function answer(result: FormattedExecutionResult) {
    if (!('data' in result)) return sink.error(result.errors);
    sink.next(result);
    sink.complete();
  }

  relay()
    .catch((error: unknown) => void (ended || sink.error([formatError(error, report)])))
    .catch((error: unknown) => report.log.error({ err: error }, 'a subscriber failed'));

  return () => {
    ended = true;
    stream
      ?.return?.()
      .catch((error: unknown) => report.log.error({ err: error }, 'a subscription did not end'));
  };
}
