import { DomainError, parseInput, requirePermission } from '@pictor/kit';
import { z } from 'zod';
import { configurationOf, newEnrolment, type WorkerConfiguration } from './configuration.ts';
import { isDuplicate } from './isDuplicate.ts';
import { newWorker } from './newWorker.ts';
import { publishChange } from './publishChange.ts';
import { reissueConfiguration } from './reissueConfiguration.ts';
import { idFrom } from './secrets.ts';
import { workerName } from './workerName.ts';
import type { WorkerRecord } from './workerRecord.ts';
import type { Asker, World } from './world.ts';

const newWorkerInput = z.object({
  name: workerName,
  key: z.string().min(1, 'must have at least 1 character').max(64, 'must have at most 64 characters'),
});

/** A worker with what its agent imports. */
export interface CreatedWorker {
  worker: WorkerRecord;
  configuration: WorkerConfiguration;
}

/**
 * Makes a worker and its configuration. Its id follows from the provider and the key, so that asking twice cannot make
 * two: the second time gives the same worker with a new configuration. Throws UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT,
 * WORKER_LIMIT, and for a key used before ALREADY_ENROLLED, or CONFLICT when that worker was deleted.
 */
export async function createWorker(
  world: World,
  asker: Asker,
  input: z.input<typeof newWorkerInput>,
): Promise<CreatedWorker> {
  const { id: providerId } = requirePermission(asker, 'provide');
  const { name, key } = parseInput(newWorkerInput, input);
  const _id = idFrom('wkr_', providerId, key);
  const configuration =
    (await reissueConfiguration(world, _id, providerId)) ??
    (await insert(world, { _id, providerId, name })) ??
    (await reissueConfiguration(world, _id, providerId));
  if (!configuration)
    throw new DomainError('CONFLICT', 'The worker made with this key was deleted; use a new key.');
  return { worker: configuration.worker, configuration };
}

/** Undefined when there is, or was, a worker of this id. */
async function insert(world: World, given: { _id: string; providerId: string; name: string }) {
  await refuseBeyondLimit(world, given.providerId);
  const { token, enrolment } = newEnrolment(world);
  const worker = newWorker({ ...given, role: 'worker', createdAt: new Date(world.clock.now()) });
  try {
    await world.workers.insertOne({ ...worker, enrolment });
  } catch (error) {
    if (isDuplicate(error)) return undefined;
    throw error;
  }
  publishChange(world, worker);
  return configurationOf(world, worker, token, enrolment.expiresAt);
}

async function refuseBeyondLimit({ workers, maxWorkers }: World, providerId: string) {
  const count = await workers.countDocuments({ listOf: providerId }, { limit: maxWorkers });
  if (count >= maxWorkers)
    throw new DomainError('WORKER_LIMIT', `A provider has at most ${maxWorkers} workers; delete some first.`);
}
