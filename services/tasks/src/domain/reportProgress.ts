import { parseInput } from '@pictor/kit';
import { z } from 'zod';
import type { TaskDocument } from '../model/task.ts';
import type { World } from './world.ts';
import { findHeld } from './heldLease.ts';
import { readAttemptId } from './ids.ts';
import { leaseClaimSchema } from './leaseClaimSchema.ts';
import { limits } from './limits.ts';
import { noteHeard } from './noteHeard.ts';
import { renewLease } from './renewLease.ts';
import { requireAgent, type Agent, type Asker } from './whoAsks.ts';

const reportSchema = leaseClaimSchema.extend({
  progress: z.number().min(0).max(1),
  signs: z.int().min(0).default(0),
  stopping: z.boolean().default(false),
});
const inputSchema = z.array(reportSchema).max(limits.reports);

/** What became of a lease that was reported on. */
export interface LeaseStateView {
  readonly attemptId: string;
  readonly held: boolean;
  readonly expiresAt: Date | null;
}

/** Renews the leases reported on; those no longer held come back as lost. Errors: FORBIDDEN, INVALID_INPUT. */
export async function reportProgress(world: World, asker: Asker, given: unknown): Promise<LeaseStateView[]> {
  const agent = requireAgent(asker);
  const reports = parseInput(inputSchema, given);
  if (agent.checks) await noteHeard(world, agent);
  return Promise.all(
    reports.map(async (report) => {
      const task = await renew(world, agent, report);
      return {
        attemptId: report.attemptId,
        held: task !== undefined,
        expiresAt: task?.lease?.expiresAt ?? null,
      };
    }),
  );
}

type Report = z.output<typeof reportSchema>;

/** One update where the lease has not expired and progress was made, which is nearly always so. */
async function renew(world: World, agent: Agent, report: Report): Promise<TaskDocument | undefined> {
  const id = readAttemptId(report.attemptId);
  if (!id) return undefined;
  const now = world.clock.now();
  if (report.stopping) return renewOther(world, agent, report);
  const moved = await world.tasks
    .findOneAndUpdate(
      {
        _id: id.taskId,
        state: { $in: ['RUNNING', 'CHECKING'] },
        attempts: id.number,
        'lease.token': report.token,
        'lease.workerId': agent.workerId,
        'lease.expiresAt': { $gt: new Date(now) },
        dueAt: { $exists: true },
        progress: { $lt: report.progress },
      },
      {
        $set: {
          progress: report.progress,
          movedAt: new Date(now),
          'lease.expiresAt': new Date(now + world.times.lease),
          'lease.aliveAt': new Date(now),
          'lease.signs': report.signs,
          'lease.stopping': false,
          updatedAt: new Date(now),
        },
      },
      { returnDocument: 'after' },
    )
    .lean();
  const task = moved ?? (await renewOther(world, agent, report));
  if (task?.lease) world.atHand.heard(agent.workerId, task.lease.slot);
  if (task) tellScreens(world, task, report.attemptId, agent);
  return task;
}

async function renewOther(world: World, agent: Agent, report: Report): Promise<TaskDocument | undefined> {
  const held = await findHeld(world, agent, report);
  return held && renewLease(world, held, report);
}

function tellScreens({ changes }: World, task: TaskDocument, attemptId: string, agent: Agent): void {
  const { workerId, providerId } = agent;
  changes.attempt({ attemptId, taskId: task._id, workerId, providerId });
  changes.job(task.jobId, task.creatorId);
}
