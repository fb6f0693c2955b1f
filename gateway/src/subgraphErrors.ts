import { GraphQLError } from 'graphql';
import type { ClientError } from './clientError.ts';
import type { Json } from './run.ts';

/** A subgraph that could not be asked, did not answer, or answered nonsense. Carries no URL: clients may read it. */
export const subgraphFailure = (service: string, code: string, what: string): GraphQLError =>
  new GraphQLError(`Subgraph "${service}" ${what}`, { extensions: { code, serviceName: service } });

/** Wraps an error that a subgraph reported, worded and coded as @apollo/gateway does it. */
export function fromSubgraph(error: Json, service: string, path: ClientError['path']): ClientError {
  const { message, extensions } = error ?? {};
  const code = extensions?.code ?? 'DOWNSTREAM_SERVICE_ERROR';
  return {
    message: message || `Error while fetching subquery from service "${service}"`,
    ...(path && { path }),
    extensions: { ...withoutTraces(extensions), serviceName: service, code },
  };
}

/** Subgraphs in development mode send stack traces along, under one name or the other. */
export function withoutTraces(extensions: Json): Json {
  if (!extensions || !('stacktrace' in extensions || 'exception' in extensions)) return extensions;
  const { stacktrace: _, exception: __, ...rest } = extensions;
  return rest;
}
