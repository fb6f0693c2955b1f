import './apolloTelemetryOff.ts';
import { ApolloGateway, type GraphQLDataSource, type SupergraphSdlUpdateFunction } from '@apollo/gateway';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ShowFault } from './faults.ts';
import type { Log } from './log.ts';
import type { Operation } from './operation.ts';
import type { Json } from './run.ts';
import type { Scope } from './scope.ts';
import type { Subgraph } from './subgraph.ts';
import { subgraphFailure, withoutTraces } from './subgraphErrors.ts';

interface Context {
  readonly scope: Scope;
}

export interface ReferenceAnswer {
  readonly status: number;
  readonly contentType: string | undefined;
  /** Undefined if it was sent in parts. */
  readonly body: string | undefined;
}

/**
 * ApolloServer over ApolloGateway as their makers intend them: GET, introspection, validation errors, and every operation
 * that the fast lane declines.
 */
export class ReferenceLane {
  #server: ApolloServer<Context>;
  #update: SupergraphSdlUpdateFunction | undefined;

  /** `subgraph` finds the subgraphs of the supergraph loaded last. */
  constructor(sdl: string, subgraph: (name: string) => Subgraph, log: Log, showFault: ShowFault) {
    const logger = apolloLogger(log);
    const gateway = new ApolloGateway({
      logger,
      supergraphSdl: async ({ update }) => {
        this.#update = update;
        return { supergraphSdl: sdl };
      },
      buildService: ({ name }) => asDataSource(() => subgraph(name)),
    });
    this.#server = new ApolloServer<Context>({
      gateway,
      logger,
      introspection: true,
      persistedQueries: false,
      stopOnTerminationSignals: false,
      includeStacktraceInErrorResponses: false,
      formatError: (formatted, error) => shown(formatted, error, showFault),
      plugins: [
        ApolloServerPluginLandingPageDisabled(),
        ApolloServerPluginUsageReportingDisabled(),
        ApolloServerPluginSchemaReportingDisabled(),
        ApolloServerPluginInlineTraceDisabled(),
      ],
    });
  }

  start(): Promise<void> {
    return this.#server.start();
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** Throws, and keeps the old one, if the supergraph is not valid. */
  reload(sdl: string): void {
    this.#update!(sdl);
  }

  /** For transports other than HTTP. */
  async execute({ query, operationName, variables }: Operation, scope: Scope): Promise<Json> {
    const request = {
      query,
      ...(operationName && { operationName }),
      variables: variables as Record<string, unknown>,
    };
    const { body } = await this.#server.executeOperation(request, { contextValue: { scope } });
    scope.writes++; // it may have been a mutation
    return body.kind === 'single' ? body.singleResult : body.initialResult;
  }

  /** Answers over HTTP. */
  async respond(
    request: IncomingMessage,
    response: ServerResponse,
    body: unknown,
    scope: Scope,
  ): Promise<ReferenceAnswer> {
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) if (value) headers.set(name, String(value));
    const search = searchOf(request.url);
    const answer = await this.#server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method!, headers, search, body },
      context: async () => ({ scope }),
    });
    scope.writes++;
    const status = answer.status ?? 200;
    response.writeHead(status, Object.fromEntries(answer.headers));
    const contentType = answer.headers.get('content-type');
    if (answer.body.kind === 'complete') {
      response.end(answer.body.string);
      return { status, contentType, body: answer.body.string };
    }
    for await (const chunk of answer.body.asyncIterator) response.write(chunk);
    response.end();
    return { status, contentType, body: undefined };
  }
}

/** The part of a request's URL that begins with "?"; unlike URL it takes any text. */
export function searchOf(url = ''): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at);
}

const asDataSource = (subgraph: () => Subgraph): GraphQLDataSource<Context> => ({
  async process({ request, context }: Json) {
    const { query, operationName, variables } = request;
    const { scope } = context as Context;
    const to = subgraph();
    const inBody = to.identity === 'extensions';
    const body = { query, operationName, variables, ...(inBody && { extensions: scope.extensions }) };
    const text = await to.post(JSON.stringify(body), inBody ? [] : scope.headers);
    try {
      return JSON.parse(text);
    } catch {
      throw subgraphFailure(to.name, 'SUBGRAPH_INVALID_ANSWER', 'did not answer as expected');
    }
  },
});

/** Errors with a code are meant for clients; a subgraph's own INTERNAL_SERVER_ERROR names its request already. */
function shown(
  formatted: GraphQLFormattedError,
  error: unknown,
  showFault: ShowFault,
): GraphQLFormattedError {
  const extensions = withoutTraces(formatted.extensions);
  if (extensions?.code !== 'INTERNAL_SERVER_ERROR' || extensions.serviceName)
    return { ...formatted, extensions };
  const fault = showFault(new Error('The reference lane failed', { cause: error }));
  return { ...formatted, message: fault.message, extensions: fault.extensions };
}

function apolloLogger(log: Log) {
  const quiet = () => {};
  return {
    debug: quiet,
    info: quiet,
    warn: (message: unknown) => log.warn({}, String(message)),
    error: (message: unknown) => log.error({}, String(message)),
  };
}
