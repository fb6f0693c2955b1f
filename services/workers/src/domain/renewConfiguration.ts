import { requirePermission } from '@pictor/kit';
import type { WorkerConfiguration } from './configuration.ts';
import { noSuchWorker } from './noSuchWorker.ts';
import { reissueConfiguration } from './reissueConfiguration.ts';
import type { Asker, World } from './world.ts';

/** A new configuration for a worker that is not enrolled yet. Throws NOT_FOUND, ALREADY_ENROLLED. */
export async function renewConfiguration(
  world: World,
  asker: Asker,
  workerId: string,
): Promise<WorkerConfiguration> {
  const { id: providerId } = requirePermission(asker, 'provide');
  const configuration = await reissueConfiguration(world, workerId, providerId);
  if (!configuration) throw noSuchWorker();
  return configuration;
}
