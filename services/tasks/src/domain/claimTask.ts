import { randomBytes } from 'node:crypto';
import { journaled } from '@pictor/store';
import type { QueryFilter, UpdateQuery } from 'mongoose';
import type { LeaseDocument, TaskDocument } from '../model/task.ts';
import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import { endedLease, type Ending } from './endedAttempt.ts';
import type { LeasedTask } from './leasedTask.ts';
import { renewLease } from './renewLease.ts';
import type { TaskState } from './taskState.ts';
import type { Agent } from './whoAsks.ts';

/** What is claimed, for whom. */
export interface Claim {
  readonly agent: Agent;
  readonly slot: number;
  /** The slot's Blender, see `sceneNumber`; undefined for what is made without. */
  readonly blender: number | undefined;
  /** Micro-USD for 3,600 work units. */
  readonly bid: bigint;
  /** Which tasks are on offer. */
  readonly offered: QueryFilter<TaskDocument>;
  /** Which of them comes first. */
  readonly first: Record<string, 1>;
  readonly state: 'RUNNING' | 'CHECKING';
}

const maxTries = 8;

const expired: Ending = {
  ...{ state: 'LOST', reasonCode: 'LEASE_EXPIRED' },
  reason: 'Its lease expired and the task went to another worker.',
};
const stopped: Ending = {
  ...{ state: 'CANCELLED', reasonCode: 'AGENT_STOPPED' },
  reason: 'The agent was stopped and did not come back in time.',
};

/**
 * Leases the first task on offer: one conditional update for a task that nobody holds, a read and such an update for
 * one whose lease has expired. Undefined when there is none; a duplicate error when the slot holds another lease.
 */
export async function claimTask(world: World, claim: Claim): Promise<LeasedTask | undefined> {
  const { lease, update } = newLease(world, claim);
  const free = { ...claim.offered, 'lease.token': { $exists: false } };
  const options = { sort: claim.first, returnDocument: 'after', writeConcern: journaled } as const;
  const task = await world.tasks.findOneAndUpdate(free, update, options).lean();
  if (task) return { ...task, lease };
  for (let tries = 0; tries < maxTries; tries++) {
    const stale = await world.tasks.findOne(claim.offered).sort(claim.first).lean();
    if (!stale) return undefined;
    const own = ownLease(stale, claim);
    if (own) return renewLease(world, own);
    const taken = await takeOver(world, stale, claim.state, update);
    if (taken) return { ...taken, lease };
  }
  return undefined;
}

/** The expired lease of the very slot that asks. */
function ownLease(task: TaskDocument, { agent, slot }: Claim): LeasedTask | undefined {
  const { lease } = task;
  return lease?.workerId === agent.workerId && lease.slot === slot ? { ...task, lease } : undefined;
}

/** Ends an expired lease in the same update that makes a new one. */
async function takeOver(
  world: World,
  stale: TaskDocument,
  state: TaskState,
  update: UpdateQuery<TaskDocument>,
) {
  const ending = stale.lease?.stopping ? stopped : expired;
  const lost = stale.lease && endedLease(stale, stale.lease, ending, world.clock.now());
  return changeTask(world, stale, state, { ...update, ...(lost && { $push: { ended: lost } }) });
}

function newLease({ clock, times }: World, { agent, slot, blender, bid, state }: Claim) {
  const now = clock.now();
  const startedAt = new Date(now);
  const { workerId, providerId, checks: check } = agent;
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(now + times.lease);
  const lease: LeaseDocument = {
    ...{ token, workerId, providerId, slot, check, startedAt, expiresAt, bid },
    ...(blender !== undefined && { blender }),
  };
  const dueAt = new Date(now + times.lease + times.reofferMin);
  const update: UpdateQuery<TaskDocument> = {
    $set: { state, lease, progress: 0, movedAt: startedAt, dueAt, updatedAt: startedAt },
    $unset: { checkSince: 1 },
    $inc: { attempts: 1 },
  };
  return { lease, update };
}
