import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, validate, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Json } from '../src/run.ts';

type Resolvers = Json;

/** Who asks, as a subgraph sees it. */
export interface TestContext {
  readonly caller: string | undefined;
}

/** A subgraph over HTTP and graphql-transport-ws that can be watched, held up, and crashed. */
export class SubgraphServer {
  readonly name: string;
  readonly sdl: string;
  /** Operations in the order they came. */
  readonly operations: Json[] = [];
  /** How many HTTP requests they came in. */
  requests = 0;
  /** Called before each HTTP request is answered. */
  hold: () => Promise<void> | void = () => {};
  openSubscriptions = 0;
  openSockets = 0;
  port = 0;
  #schema: GraphQLSchema;
  #server: Server | undefined;
  #sockets: WebSocketServer | undefined;
  #topics = new Set<(event: unknown) => void>();

  constructor(name: string, sdl: string, resolvers: (server: SubgraphServer) => Resolvers) {
    this.name = name;
    this.sdl = sdl;
    this.#schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers(this) }]);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** Listens where it listened before. */
  async start(): Promise<this> {
    const server = createServer((request, response) => void this.#answer(request, response));
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (socket) => {
      this.openSockets++;
      socket.once('close', () => this.openSockets--);
    });
    useServer(
      {
        schema: this.#schema,
        context: ({ connectionParams, extra: _ }, _id, { extensions }): TestContext => ({
          caller: callerOf(extensions ?? {}, connectionParams ?? {}),
        }),
        onSubscribe: (_context, _id, payload) => void this.operations.push(payload),
      },
      sockets,
    );
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
    this.#sockets = sockets;
    return this;
  }

  /** Ends at once, as a crash does. */
  async crash(): Promise<void> {
    for (const socket of this.#sockets?.clients ?? []) socket.terminate();
    this.#sockets?.close();
    this.#server?.closeAllConnections();
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(undefined)));
    this.#server = undefined;
  }

  publish(event: unknown): void {
    for (const push of this.#topics) push(event);
  }

  /** What a subscription field returns: everything that is published from now on. */
  events(): AsyncIterableIterator<unknown> {
    const queue: unknown[] = [];
    let wake: (() => void) | undefined;
    let ended = false;
    const push = (event: unknown) => {
      queue.push(event);
      wake?.();
    };
    this.#topics.add(push);
    this.openSubscriptions++;
    const end = () => {
      if (!ended) this.openSubscriptions--;
      ended = true;
      this.#topics.delete(push);
      wake?.();
    };
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next() {
        while (!queue.length && !ended) await new Promise<void>((resolve) => (wake = resolve));
        return ended ? { done: true, value: undefined } : { done: false, value: queue.shift() };
      },
      async return() {
        end();
        return { done: true, value: undefined };
      },
    };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body = JSON.parse(text) as Json;
    const isArray = Array.isArray(body);
    const operations: Json[] = isArray ? body : [body];
    this.requests++;
    this.operations.push(...operations);
    await this.hold();
    const answers = await Promise.all(operations.map((each) => this.#run(each, request.headers)));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isArray ? answers : answers[0]));
  }

  async #run({ query, variables, operationName, extensions }: Json, headers: Json): Promise<unknown> {
    const document = parse(query);
    const errors = validate(this.#schema, document);
    if (errors.length) return { errors };
    const contextValue: TestContext = { caller: callerOf(extensions ?? {}, headers) };
    return execute({
      schema: this.#schema,
      document,
      variableValues: variables,
      operationName,
      contextValue,
    });
  }
}

const callerOf = (extensions: Json, headers: Json): string | undefined =>
  extensions['x-user'] ?? extensions.token ?? headers['x-user'] ?? headers.authorization;
