/** Why the agent cannot do what it was asked to. */
export type AgentErrorCode =
  /** The home folder cannot be used. */
  | 'HOME_UNUSABLE'
  /** Another agent runs in this home folder. */
  | 'HOME_IN_USE'
  /** The home folder belongs to another worker. */
  | 'HOME_TAKEN'
  /** The configuration file is not one. */
  | 'CONFIGURATION_INVALID'
  /** The configuration's enrolment token has ended. */
  | 'CONFIGURATION_EXPIRED'
  /** No configuration was imported yet. */
  | 'NOT_ENROLLED'
  /** No agent runs in this home folder. */
  | 'NOT_RUNNING'
  /** The running agent refused a command. */
  | 'AGENT_REFUSED'
  /** What the owner wants to set cannot be. */
  | 'SETTING_INVALID'
  /** The platform did not answer. */
  | 'PLATFORM_UNREACHABLE'
  /** The platform refused. */
  | 'PLATFORM_REFUSED'
  /** The worker's credential has ended: it was deleted or revoked. */
  | 'CREDENTIAL_ENDED'
  /** A service cannot be set up as asked. */
  | 'INSTALL_REFUSED'
  /** Setting up a service failed on the way. */
  | 'INSTALL_FAILED'
  /** How fast this machine is could not be measured. */
  | 'BENCH_FAILED'
  /** How fast this machine is cannot be measured while it is at work. */
  | 'AT_WORK'
  /** There is no room left on the disk. */
  | 'DISK_FULL';

/** A failure that is told to whoever runs the agent: a stable code and a sentence that says what to do. */
export class AgentError extends Error {
  override readonly name = 'AgentError';
  readonly code: AgentErrorCode;

  constructor(code: AgentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
