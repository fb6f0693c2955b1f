import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { Cancellation } from './cancellation.ts';
import { clientError, type ClientError } from './clientError.ts';
import { answerFast } from './fastLane.ts';
import { json, sendAnswer, sendError } from './httpAnswers.ts';
import type { Lanes } from './lanes.ts';
import { outcomeOf, type Lane } from './metrics.ts';
import { readOperation, type Operation } from './operation.ts';
import { readBody } from './readBody.ts';
import { searchOf } from './referenceLane.ts';
import type { Json } from './run.ts';
import type { Scope } from './scope.ts';
import type { Verdict } from './verdict.ts';

const maxOpenRequests = 10_000;
const isJson = /^application\/json *(; *charset=utf-8)?$/i;
const maxAcceptsKnown = 100;

/** One HTTP request on its way. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: unknown;
  readonly scope: Scope;
  /** Cancelled when the client goes away. */
  readonly caller: Cancellation;
  readonly started: number;
}

/** The HTTP side: plain POSTs of JSON go to the fast lane, everything else to the reference lane. */
export class HttpFront {
  #lanes: Lanes;
  #open = 0;
  #onIdle: () => void = () => {};
  /** Content type by `accept` header. Unknown ones are negotiated by the reference lane, once. */
  #contentTypes = new Map<string | undefined, string>([
    [undefined, json],
    ['*/*', json],
    ['application/json', json],
  ]);

  constructor(lanes: Lanes) {
    this.#lanes = lanes;
  }

  /** Resolves when every request has its answer, or when that takes too long. */
  drain(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      if (!this.#open) return resolve();
      this.#onIdle = resolve;
      setTimeout(resolve, withinMs).unref();
    });
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const { limits, isClosing } = this.#lanes;
    if (isClosing) response.setHeader('connection', 'close');
    if (isClosing)
      return sendError(response, clientError('SHUTTING_DOWN', 'The gateway is shutting down; try again'));
    if (this.#open >= maxOpenRequests)
      return sendError(
        response,
        clientError('OVERLOADED', 'Too many requests at once; try again in a moment'),
      );
    this.#open++;
    const caller = new Cancellation();
    response.on('close', () => {
      if (!response.writableFinished) caller.cancel();
      if (!--this.#open) this.#onIdle();
    });
    readBody(
      request,
      limits.bodyBytes,
      (text) => this.#identify(request, response, caller, text),
      (error) => sendError(response, error),
    );
  }

  #identify(request: IncomingMessage, response: ServerResponse, caller: Cancellation, text: string): void {
    const started = performance.now();
    let body: unknown;
    if (text && isJson.test(request.headers['content-type'] ?? '')) {
      try {
        body = JSON.parse(text);
      } catch {
        return this.#refuse(response, clientError('MALFORMED_JSON', 'The body is not JSON'), started);
      }
    }
    const scope = this.#lanes.callers.scopeOf(request);
    if (scope instanceof Promise)
      scope
        .then((found) => this.#judge({ request, response, body, scope: found, caller, started }))
        .catch((error: unknown) =>
          this.#refuse(response, this.#lanes.showFault(error), started, isCoded(error) ? 401 : 500),
        );
    else this.#judge({ request, response, body, scope, caller, started });
  }

  #judge(exchange: Exchange): void {
    const { request, response, body, started } = exchange;
    const operation = request.method === 'POST' ? readOperation(body) : undefined;
    const query = operation ? operation.query : queryOf(request, body);
    if (query === undefined) return this.#refer(exchange, undefined);
    const { documents } = this.#lanes;
    const known = documents.find(query, operation?.operationName);
    if (known) return this.#run(exchange, operation, known);
    documents
      .plan(query, operation?.operationName)
      .then((verdict) => this.#run(exchange, operation, verdict))
      .catch((error: unknown) => this.#refuse(response, this.#lanes.showFault(error), started));
  }

  #run(exchange: Exchange, operation: Operation | undefined, verdict: Verdict): void {
    const { request, response, scope, caller, started } = exchange;
    if (verdict.lane === 'none') return this.#refuse(response, verdict.error, started);
    if (verdict.kind === OperationTypeNode.SUBSCRIPTION)
      return this.#refuse(response, overWebSocket, started);
    const contentType = this.#contentTypes.get(request.headers.accept);
    if (verdict.lane === 'reference' || !operation || !contentType)
      return this.#refer(exchange, verdict.kind);
    let answer: Promise<string> | undefined;
    try {
      answer = answerFast(verdict, operation, scope, caller);
    } catch (error) {
      return this.#refuse(response, this.#lanes.showFault(error), started);
    }
    if (!answer) return this.#refer(exchange, verdict.kind);
    answer.then(
      (text) => {
        sendAnswer(response, text, contentType);
        this.#lanes.metrics.request(
          'fast',
          verdict.kind,
          caller.cancelled ? 'cancelled' : outcomeOf(text),
          started,
        );
      },
      (error: unknown) => this.#fail(exchange, 'fast', verdict.kind, error),
    );
  }

  #refer(exchange: Exchange, kind = 'unknown'): void {
    const { request, response, body, scope, started } = exchange;
    const { metrics, reference } = this.#lanes;
    reference.respond(request, response, body, scope).then(
      (answer) => {
        if (request.method === 'POST' && answer.status === 200) this.#learn(request, answer.contentType);
        metrics.request(
          'reference',
          kind,
          answer.status === 200 ? outcomeOf(answer.body ?? '') : 'errors',
          started,
        );
      },
      (error: unknown) => this.#fail(exchange, 'reference', kind, error),
    );
  }

  /** One 406 must not teach a content type; only successes do. */
  #learn({ headers }: IncomingMessage, contentType: string | undefined): void {
    if (contentType?.includes('json') && this.#contentTypes.size < maxAcceptsKnown)
      this.#contentTypes.set(headers.accept, contentType);
  }

  #refuse(response: ServerResponse, error: ClientError, started: number, status?: number): void {
    sendError(response, error, status);
    this.#lanes.metrics.request('none', 'unknown', 'refused', started);
  }

  #fail({ response, started }: Exchange, lane: Lane, kind: string, error: unknown): void {
    sendError(response, this.#lanes.showFault(error));
    this.#lanes.metrics.request(lane, kind, 'failed', started);
  }
}

const overWebSocket = clientError(
  'SUBSCRIPTION_OVER_HTTP',
  'Subscriptions are served over WebSocket (graphql-transport-ws) at the same address',
);

const isCoded = (error: unknown): boolean => error instanceof GraphQLError;

/** The query of a request that is not for the fast lane, wherever ApolloServer would find it. */
function queryOf({ method, url }: IncomingMessage, body: Json): string | undefined {
  const query = method === 'POST' ? body?.query : new URLSearchParams(searchOf(url)).get('query');
  return typeof query === 'string' ? query : undefined;
}
