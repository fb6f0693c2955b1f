import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import { DomainError } from './errors.ts';
import type { Log } from './log.ts';

/** MongoDB's OutOfDiskSpace. */
const outOfDiskSpace = 14031;

/** Where an error is written down when it is not for the caller. */
export interface ErrorReport {
  /** Carries the request id. */
  readonly log: Log;
  readonly requestId: string;
}

/**
 * The one translation of errors for callers. A DomainError is shown with its code; so is what the caller got wrong in
 * the operation itself. Anything else is our own failure: logged whole, and shown as the request's id.
 */
export function formatError(error: unknown, report: ErrorReport): GraphQLFormattedError {
  const located =
    error instanceof GraphQLError ? error : new GraphQLError('', { originalError: asError(error) });
  const cause = rootCause(located);
  if (cause instanceof DomainError)
    return shown(located, cause.message, { ...cause.details, code: cause.code });
  if (cause instanceof GraphQLError && (cause.extensions.code || isCallersMistake(located)))
    return shown(located, located.message, {
      ...cause.extensions,
      code: cause.extensions.code ?? 'BAD_USER_INPUT',
    });
  const { log, requestId } = report;
  if ((cause as { code?: unknown }).code === outOfDiskSpace) {
    log.error({ err: cause, path: located.path?.join('.') }, 'the disk is full');
    return shown(located, 'The platform has no room on its disk: nothing was stored. Try again later.', {
      code: 'DISK_FULL',
    });
  }
  log.error({ err: cause, path: located.path?.join('.') }, 'an operation failed');
  return shown(
    located,
    `Something went wrong on our side. If it does again, tell us this id: ${requestId}.`,
    {
      code: 'INTERNAL_SERVER_ERROR',
      requestId,
    },
  );
}

function shown(
  { path, locations }: GraphQLError,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }), extensions };
}

function rootCause(error: GraphQLError): Error {
  let cause: Error = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** Errors before execution have no path; of those during it, the ones about an argument's value point at that value. */
function isCallersMistake({ path, nodes }: GraphQLError): boolean {
  return !path || (nodes?.[0] !== undefined && nodes[0].kind !== Kind.FIELD);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(`Thrown: ${String(thrown)}`);
}
