import type { PastAttempt } from '../history/History.ts';
import type { AgentStatus } from '../home/statusFile.ts';
import type { Work } from './Work.ts';

/** What is at work, as the agent's status shows it at a moment, in milliseconds since 1970. */
export function taskStatus(
  { lease, progress, startedAt, preview }: Work,
  now: number,
): AgentStatus['tasks'][number] {
  const expectedAt = progress > 0 ? startedAt + (now - startedAt) / progress : null;
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

/** What was at work and has ended at a moment, as the history keeps it, but for how it ended. */
export function attemptOf({ lease, startedAt }: Work, now: number): Omit<PastAttempt, 'outcome' | 'reason'> {
  const { attemptId, taskId, kind, check, reward } = lease;
  const seconds = Math.max(0, Math.round((now - startedAt) / 1_000));
  return { attemptId, taskId, kind, check, reward, beganAt: new Date(startedAt).toISOString(), seconds };
}
