import type { Json, Variables } from './run.ts';

/** What a client asks, over either transport. */
export interface Operation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Variables;
}

const noVariables: Variables = Object.freeze({});

/**
 * Reads a request payload; undefined for anything unusual, such as batches, persisted queries or wrong types.
 * The client's own `extensions` are left out: they must never reach a subgraph, which reads the caller's token there.
 */
export function readOperation(body: Json): Operation | undefined {
  if (typeof body?.query !== 'string' || typeof (body.extensions ?? noVariables) !== 'object')
    return undefined;
  const { query, operationName, variables } = body;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    return undefined;
  if (variables !== undefined && (typeof variables !== 'object' || Array.isArray(variables)))
    return undefined;
  return { query, operationName: operationName ?? undefined, variables: variables ?? noVariables };
}
