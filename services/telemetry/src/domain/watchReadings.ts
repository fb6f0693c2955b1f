import { DomainError, parseInput, requireActor, requirePermission, type Listener } from '@pictor/kit';
import type { ReadingEvent } from '@pictor/schema/events';
import { z } from 'zod';
import type { LivenessDocument } from '../model/liveness.ts';
import { agentOf, type Asker } from './agentOf.ts';
import { ownWorker, type RecordedView } from './workerView.ts';
import type { World } from './world.ts';

type Owned = Pick<LivenessDocument, '_id' | 'providerId'>;

const idsInput = z.array(z.string().max(200)).max(200, 'must be at most 200').nullish();

/**
 * Listens for readings of the asker's workers, or of these alone, which makes them watched; an agent for its own. Throws
 * UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT, and NOT_FOUND for another's worker.
 */
export async function watchReadings(
  world: World,
  asker: Asker,
  workerIds: readonly string[] | null | undefined,
): Promise<Listener<ReadingEvent>> {
  const ids = parseInput(idsInput, workerIds) ?? undefined;
  if (requireActor(asker).role !== 'account') {
    const { workerId } = agentOf(asker);
    if (ids?.some((id) => id !== workerId)) throw notFound();
    return world.events.listen('reading.recorded', { workerId });
  }
  const { accountId: providerId } = requirePermission(asker, 'provide');
  if (!ids) return world.events.listen('reading.recorded', { providerId: providerId! });
  const found = await world.liveness.find({ _id: { $in: ids } }, { providerId: 1 }).lean<Owned[]>();
  if (found.some((each) => each.providerId !== providerId)) throw notFound();
  const ended = world.watches.begin(found.map(({ _id }) => _id));
  const [only] = ids;
  if (ids.length === 1)
    return world.events.listen('reading.recorded', { workerId: only!, providerId: providerId! }, { ended });
  const wanted = new Set(ids);
  return world.events.listen(
    'reading.recorded',
    (event) => event.providerId === providerId && wanted.has(event.workerId),
    { ended },
  );
}

/** A reading that was just recorded, with its worker. */
export function viewRecorded(world: World, { workerId, reading }: ReadingEvent): RecordedView {
  return { reading, worker: ownWorker(world, workerId) };
}

function notFound(): DomainError {
  return new DomainError('NOT_FOUND', 'You have no worker of this id.');
}
