import { configurationOf, newEnrolment, type WorkerConfiguration } from './configuration.ts';
import { isDuplicate } from './isDuplicate.ts';
import { newWorker } from './newWorker.ts';
import { workerScope } from './scope.ts';
import type { World } from './world.ts';

const checkerId = 'checker';

/** Owns what belongs to the platform itself; no account has this id. */
const platformId = 'platform';

/**
 * Makes the platform's one checker, or renews it: its earlier credential is void and its agent enrols with this
 * configuration.
 */
export async function createChecker(world: World): Promise<WorkerConfiguration> {
  const { token, enrolment } = newEnrolment(world);
  const createdAt = new Date(world.clock.now());
  const checker = newWorker({
    _id: checkerId,
    providerId: platformId,
    role: 'checker',
    name: 'Checker',
    createdAt,
  });
  try {
    await world.workers.insertOne({ ...checker, enrolment });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await world.workers.updateOne(
      { _id: checkerId },
      { $set: { enrolment }, $unset: { enrolledAt: 1, publicKey: 1, credentialHash: 1, run: 1 } },
    );
    world.events.publish('credential.revoked', { scope: workerScope(checkerId) });
  }
  return configurationOf(world, checker, token, enrolment.expiresAt);
}
