import type { Clock } from '../clock.ts';
import type { PastAttempt } from '../history/History.ts';
import type { AgentStatus } from '../home/statusFile.ts';
import type { Work } from './Work.ts';

/** What is at work, as the agent's status shows it now. */
export function taskStatus(
  { lease, progress, startedAt, begunAt, preview }: Work,
  clock: Clock,
): AgentStatus['tasks'][number] {
  const expectedAt =
    progress > 0 ? clock.now() + ((clock.elapsed() - begunAt) * (1 - progress)) / progress : null;
  return {
    taskId: lease.taskId,
    kind: lease.kind,
    reward: lease.reward,
    slot: lease.slot,
    check: lease.check,
    progress,
    previews: preview?.number ?? 0,
    startedAt: new Date(startedAt).toISOString(),
    expectedAt: expectedAt === null ? null : new Date(expectedAt).toISOString(),
  };
}

/** What was at work and has ended now, as the history keeps it, but for how it ended. */
export function attemptOf(
  { lease, startedAt, begunAt }: Work,
  clock: Clock,
): Omit<PastAttempt, 'outcome' | 'reason'> {
  const { attemptId, taskId, kind, check, reward } = lease;
  const seconds = Math.round((clock.elapsed() - begunAt) / 1_000);
  return { attemptId, taskId, kind, check, reward, beganAt: new Date(startedAt).toISOString(), seconds };
}
