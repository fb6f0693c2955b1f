import { AgentError } from '../AgentError.ts';
import type { Enrolment } from '../home/Home.ts';

/** That the platform has ended a worker's credential, and what its owner can do. */
export function credentialEnded({ workerName }: Enrolment, reason: string): AgentError {
  return new AgentError(
    'CREDENTIAL_ENDED',
    `The platform does not know ${workerName} any more (${reason}): it was deleted, or its credential was revoked. Create a worker in the portal and import its configuration into a new home.`,
  );
}
