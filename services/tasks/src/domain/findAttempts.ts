import { pageOf, parseInput, seek, type Actor, type Connection, type Sort } from '@pictor/kit';
import { z } from 'zod';
import type { AttemptDocument } from '../model/attempt.ts';
import type { TaskDocument } from '../model/task.ts';
import { limits } from './limits.ts';
import type { Asker } from './whoAsks.ts';
import type { World } from './world.ts';

/** An attempt as it is stored. */
export type AttemptRecord = AttemptDocument;

const attemptStates = ['RUNNING', 'REPORTED', 'VERIFIED', 'REFUSED', 'FAILED', 'LOST', 'CANCELLED'] as const;

/** The attempts that an actor may see: at an own job's tasks, or by an own worker. */
function visibleTo({ id, accountId, workerId }: Actor) {
  if (workerId) return { workerId };
  return { $or: [{ creatorId: accountId ?? id }, { providerId: accountId ?? id }] };
}

/** Attempts by id, as far as the asker may see them. */
export async function findAttempts(
  { attempts }: World,
  { actor }: Asker,
  ids: readonly string[],
): Promise<Map<string, AttemptDocument>> {
  if (!actor) return new Map();
  const found = await attempts.find({ $and: [{ _id: { $in: ids } }, visibleTo(actor)] }).lean();
  return new Map(found.map((attempt) => [attempt._id, attempt]));
}

/** The attempts at a task that the asker may see, the first one first. */
export async function attemptsAt(
  { attempts }: World,
  { actor }: Asker,
  { _id: taskId }: TaskDocument,
): Promise<AttemptDocument[]> {
  if (!actor) return [];
  return attempts
    .find({ $and: [{ taskId }, visibleTo(actor)] })
    .sort({ number: 1 })
    .limit(limits.attemptsPerTask)
    .lean();
}

const listing = z.object({
  state: z.array(z.enum(attemptStates)).max(attemptStates.length).nullish(),
  first: z.int().min(1).max(100),
  after: z.string().nullish(),
});

const latestFirst: Sort = [
  ['startedAt', -1],
  ['_id', -1],
];

/** A worker's attempts, latest first, for who may see the worker. Errors: INVALID_INPUT. */
export async function attemptsBy(
  { attempts }: World,
  workerId: string,
  given: unknown,
): Promise<Connection<AttemptDocument>> {
  const { state, first, after } = parseInput(listing, given);
  const found = await attempts
    .find({ workerId, ...(state?.length && { state: { $in: state } }), ...seek(latestFirst, after) })
    .sort(Object.fromEntries(latestFirst))
    .limit(first + 1)
    .lean();
  return pageOf(found, first, ({ startedAt, _id }) => [startedAt, _id]);
}
