import type { CombinedError } from '@urql/core';

/** What went wrong, in the form every screen shows it. */
export interface Problem {
  /** Stable code, as the API names it. */
  code: string;
  /** What happened, in a sentence. */
  message: string;
  /** What to do about it, in a sentence. */
  remedy: string;
  /** Finds the log line. */
  requestId?: string;
}

const remedies: Record<string, string> = {
  UNAUTHENTICATED: 'Sign in again.',
  WRONG_CREDENTIALS: 'Check both, then try again.',
  EMAIL_TAKEN: 'Sign in instead, or use another address.',
  FORBIDDEN: 'Sign in with an account that may do this.',
  NOT_FOUND: 'It may have been deleted, or belong to another account.',
  NOT_A_SCENE: 'Choose a .blend as Blender saved it, or a zip with one in it.',
  SCENE_TOO_LARGE: 'Leave out of the file what the scene does not use, then choose it again.',
  JOB_TOO_LARGE: 'Ask for fewer frames or samples, or for smaller ones.',
  TOO_MANY_JOBS: 'Wait until one of your jobs is done, then submit again.',
  RATE_LIMITED: 'Wait a minute, then try again.',
  INTERNAL_SERVER_ERROR: 'Try again. If it happens again, tell an operator the request id.',
};

/** What is said when there is no answer at all. */
export const unreachable: Problem = {
  code: 'UNREACHABLE',
  message: 'The platform did not answer.',
  remedy: 'Nothing is lost. Check the connection, then try again.',
};

/** Turns an answer's errors into the one problem that matters most: the first the API names. */
export function problemOf(error: CombinedError): Problem {
  const first = error.graphQLErrors[0];
  if (!first) return unreachable;
  const { code, requestId } = first.extensions;
  const known = typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
  return {
    code: known,
    message: first.message,
    remedy: remedies[known] ?? '',
    ...(typeof requestId === 'string' ? { requestId } : {}),
  };
}
