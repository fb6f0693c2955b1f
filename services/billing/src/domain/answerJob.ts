import { outboxEntry, type OutboxEntry } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { ReservationDocument } from '../model/reservation.ts';
import { isDuplicate } from './isDuplicate.ts';
import type { World } from './world.ts';

/** What is said of a job's reservation. */
export interface Answer {
  jobId: string;
  creatorId: string;
  answer: 'FUNDED' | 'REFUSED';
  code?: string;
}

/** Decides whether a job is funded, once, and tells it. Returns what was decided, which may have been before. */
export async function answerJob(
  world: World,
  { jobId, creatorId, answer, code }: Answer,
): Promise<ReservationDocument> {
  const decision: ReservationDocument = {
    _id: jobId,
    creatorId,
    answer,
    ...(code === undefined ? {} : { code }),
    at: new Date(world.clock.now()),
  };
  try {
    await world.reservations.create([{ ...decision, outbox: [entryOf(decision)] }]);
    void world.answers.kick(jobId);
    return decision;
  } catch (error) {
    const known = isDuplicate(error) ? await findAnswer(world, jobId) : null;
    if (known) return known;
    throw error;
  }
}

/** Tells again what was decided about a job; null when nothing was. */
export async function repeatAnswer(world: World, jobId: string): Promise<ReservationDocument | null> {
  const known = await findAnswer(world, jobId);
  if (!known) return null;
  await world.reservations.updateOne(
    { _id: jobId, 'outbox.0': { $exists: false } },
    { $push: { outbox: entryOf(known) } },
  );
  void world.answers.kick(jobId);
  return known;
}

async function findAnswer({ reservations }: World, jobId: string): Promise<ReservationDocument | null> {
  return reservations.findById(jobId).lean<ReservationDocument>();
}

function entryOf({ _id: jobId, answer, code }: ReservationDocument): OutboxEntry {
  if (answer === 'FUNDED') return outboxEntry<EventMap>('job.funded', { jobId });
  return outboxEntry<EventMap>('job.refused', { jobId, code: code ?? 'INSUFFICIENT_FUNDS' });
}
