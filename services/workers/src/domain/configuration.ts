import type { WorkerDocument } from '../model/worker.ts';
import { hashOf, newSecret } from './secrets.ts';
import { slugOf } from './workerName.ts';
import type { WorkerRecord } from './workerRecord.ts';
import type { World } from './world.ts';

const enrolmentLifetimeMs = 24 * 3_600_000;

/** What an agent imports to become a worker. */
export interface WorkerConfiguration {
  worker: WorkerRecord;
  fileName: string;
  /** JSON. */
  content: string;
  expiresAt: Date;
}

/** A new enrolment token, valid for 24 h, and what is stored of it. */
export function newEnrolment({ clock }: World): {
  token: string;
  enrolment: NonNullable<WorkerDocument['enrolment']>;
} {
  const token = newSecret('pwe_');
  const expiresAt = new Date(clock.now() + enrolmentLifetimeMs);
  return { token, enrolment: { tokenHash: hashOf(token), expiresAt, spent: false } };
}

/** The file that carries an enrolment token to the agent. */
export function configurationOf(
  { gatewayUrl }: World,
  worker: WorkerRecord,
  enrolmentToken: string,
  expiresAt: Date,
): WorkerConfiguration {
  const content = {
    version: 1,
    gateway: gatewayUrl,
    workerId: worker._id,
    workerName: worker.name,
    enrolmentToken,
    expiresAt: expiresAt.toISOString(),
  };
  return {
    worker,
    fileName: `${slugOf(worker.name)}.pictor.json`,
    content: `${JSON.stringify(content, null, 2)}\n`,
    expiresAt,
  };
}
