/** Why an attempt came to nothing, as the platform is told. */
export interface Failure {
  readonly code: string;
  readonly reason: string;
}

/** The agent was stopped in the middle of it. */
export const STOPPED: Failure = { code: 'AGENT_STOPPED', reason: 'The agent was stopped.' };

/** The owner of the machine paused it; the code is the one that blames nobody. */
export const RETURNED: Failure = { code: STOPPED.code, reason: 'The owner of the machine paused it.' };

/** What was thrown, as a failure. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
  return { code: code === 'ENOSPC' ? 'DISK_FULL' : code.slice(0, 64), reason: message.slice(0, 500) };
}
