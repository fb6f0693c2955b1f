import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { clientError, type ClientError } from './clientError.ts';
import type { Log } from './log.ts';

/** Turns anything thrown into what the client is told: unknown errors are logged under an id, and shown as that id. */
export type ShowFault = (error: unknown) => ClientError;

export const faultsLoggedTo =
  (log: Log): ShowFault =>
  (error) => {
    if (error instanceof GraphQLError)
      return { message: error.message, extensions: { code: 'INTERNAL_SERVER_ERROR', ...error.extensions } };
    if (isStackOverflow(error)) return clientError('BAD_USER_INPUT', 'The variables are nested too deeply');
    const requestId = randomUUID();
    log.error({ err: error, requestId }, 'Unexpected error');
    const message = `Something went wrong on our side; name the request ${requestId} when you report it`;
    return { message, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
  };

/** Nothing here recurses but over what a client sent. */
const isStackOverflow = (error: unknown): boolean =>
  error instanceof RangeError && /call stack/i.test(error.message);
