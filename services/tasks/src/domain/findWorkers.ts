import type { TaskDocument } from '../model/task.ts';
import type { WorkerRecordDocument } from '../model/workerRecord.ts';
import type { LeasedTask } from './leasedTask.ts';
import { leaseView, type LeaseView } from './leaseView.ts';
import { checkChance } from './trust.ts';
import type { Asker } from './whoAsks.ts';
import type { World } from './world.ts';

/** A worker that the asker may see. */
export interface WorkerView {
  readonly id: string;
}

/** Workers by id: an agent's own, and those of a provider. */
export async function findWorkers(
  { workers }: World,
  { actor }: Asker,
  ids: readonly string[],
): Promise<Map<string, WorkerView>> {
  if (!actor) return new Map();
  if (actor.workerId !== undefined) return new Map([[actor.workerId, { id: actor.workerId }]]);
  const own = await workers.find({ _id: { $in: ids }, providerId: actor.id }, { _id: 1 }).lean();
  return new Map(own.map(({ _id: id }) => [id, { id }]));
}

/** What is known of workers, by their ids. */
export async function recordsOf(
  { workers }: World,
  ids: readonly string[],
): Promise<Map<string, WorkerRecordDocument>> {
  const found = await workers.find({ _id: { $in: ids } }, { counted: 0, outbox: 0 }).lean();
  return new Map(found.map((record) => [record._id, record]));
}

/** The tasks on which workers hold leases, by the workers' ids. */
export async function heldBy({ tasks }: World, ids: readonly string[]): Promise<Map<string, LeasedTask[]>> {
  const held = new Map<string, LeasedTask[]>(ids.map((id) => [id, []]));
  const found = await tasks.find({ 'lease.workerId': { $in: ids } }).lean();
  for (const task of found)
    if (task.lease) held.get(task.lease.workerId)?.push({ ...task, lease: task.lease });
  return held;
}

/** The tasks that a worker is at work on, by slot. */
export function currentTasks(held: readonly LeasedTask[]): TaskDocument[] {
  return held.filter(({ state }) => state !== 'QUEUED').toSorted((a, b) => a.lease.slot - b.lease.slot);
}

/** The leases that a worker holds, expired ones too; null for anyone but its own agent. */
export async function leasesOf(
  world: World,
  { actor }: Asker,
  { id }: WorkerView,
  held: readonly LeasedTask[],
): Promise<LeaseView[] | null> {
  return actor?.workerId === id ? Promise.all(held.map((task) => leaseView(world, task))) : null;
}

/** How a worker's results have fared. */
export function trustOf(record: WorkerRecordDocument | null) {
  const { validInARow = 0, verified = 0, refused = 0, failed = 0 } = record ?? {};
  return { validInARow, verified, refused, failed, checkChance: checkChance(validInARow) };
}

/** Seconds under lease of the attempts that ended. */
export function computeSeconds(record: WorkerRecordDocument | null): number {
  return Number(record?.computeMs ?? 0) / 1_000;
}
