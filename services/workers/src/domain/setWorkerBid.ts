import { DomainError, parseInput, requireActor } from '@pictor/kit';
import { z } from 'zod';
import { bidSchema } from './bid.ts';
import { changeStanding } from './changeStanding.ts';
import { noSuchWorker } from './noSuchWorker.ts';
import { publishChange } from './publishChange.ts';
import type { WorkerRecord } from './workerRecord.ts';
import type { Asker, World } from './world.ts';

const bidding = z.object({ bid: bidSchema.nullish() });

/**
 * Says what a worker asks from its next lease on, in micro-dollars for 3,600 work units; null for the platform's default.
 * Its provider may, and its own agent. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, INVALID_INPUT.
 */
export async function setWorkerBid(
  world: World,
  asker: Asker,
  id: string,
  bid: bigint | null | undefined,
): Promise<WorkerRecord> {
  const owner = ownerOf(asker, id);
  const customBid = parseInput(bidding, { bid }).bid ?? undefined;
  const at = world.clock.now();
  let told = false;
  const worker = await changeStanding(world, { _id: id, role: 'worker', ...owner }, (before) => {
    told = before.customBid !== customBid;
    return told ? { at, worker: { customBid, updatedAt: new Date(at) } } : undefined;
  });
  if (!worker) throw noSuchWorker();
  if (told) publishChange(world, worker);
  return worker;
}

/** By what, beside its id, a worker is the asker's. */
function ownerOf(asker: Asker, id: string): { providerId?: string } {
  const actor = requireActor(asker);
  if (actor.workerId === id) return {};
  if (actor.workerId) throw noSuchWorker();
  if (actor.permissions.includes('provide')) return { providerId: actor.id };
  throw new DomainError('FORBIDDEN', 'Only a worker’s provider and its own agent set its bid.');
}
