import { DomainError } from '@pictor/kit';
import { configurationOf, newEnrolment, type WorkerConfiguration } from './configuration.ts';
import { workerFields } from './workerRecord.ts';
import type { World } from './world.ts';

/**
 * A new configuration for a worker of the provider that is not enrolled; the earlier token is void. Undefined when there
 * is no such worker. Throws ALREADY_ENROLLED.
 */
export async function reissueConfiguration(
  world: World,
  workerId: string,
  providerId: string,
): Promise<WorkerConfiguration | undefined> {
  const { token, enrolment } = newEnrolment(world);
  const owned = { _id: workerId, providerId, deletedAt: null };
  const worker = await world.workers
    .findOneAndUpdate(
      { ...owned, enrolledAt: null },
      { $set: { enrolment } },
      { returnDocument: 'after', projection: workerFields },
    )
    .lean();
  if (worker) return configurationOf(world, worker, token, enrolment.expiresAt);
  if (await world.workers.exists({ ...owned, enrolledAt: { $ne: null } }))
    throw new DomainError(
      'ALREADY_ENROLLED',
      'This worker has enrolled; create a new one for another machine.',
    );
  return undefined;
}
