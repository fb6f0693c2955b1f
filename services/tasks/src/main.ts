import type { TokenVerifier } from '@pictor/kit';
import { openWorld, type Given } from './domain/openWorld.ts';
import { serviceOf, type TasksService } from './service.ts';

export interface TasksConfig extends Given {
  readonly verifier: TokenVerifier;
}

/** Builds the service; its receivers are registered when this returns. */
export function createTasks({ verifier, ...given }: TasksConfig): TasksService {
  return serviceOf(openWorld(given), verifier);
}

export type { Prices } from './domain/pricing.ts';
export type { TasksService };
