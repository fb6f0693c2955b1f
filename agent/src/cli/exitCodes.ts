/** What the process tells whoever started it. */
export const exitCodes = {
  done: 0,
  failed: 1,
  /** The command line is wrong. */
  misused: 2,
  /** The platform does not know the worker any more: starting again is of no use. */
  credentialEnded: 3,
  /** No agent runs in the home folder. */
  notRunning: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
