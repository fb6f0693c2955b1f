import { expect } from 'vitest';
import type { Account } from './accounts.ts';
import { readJob, verifiedOf, type Job } from './readJob.ts';

interface Rewards {
  total: string;
  rewards: { nodes: { taskId: string; workerId: string; amount: string; attempt: { id: string } }[] };
}

const sum = (amounts: string[]) => amounts.reduce((total, amount) => total + BigInt(amount), 0n);

/**
 * That the only job of somebody who is its creator and its provider at once is done, and that each of its tasks was paid
 * once, to the attempt that was verified, out of what was paid in. Resolves to the job.
 */
export async function expectPaidOnce({ api, id }: Account, jobId: string, paidIn = 1_000_000n): Promise<Job> {
  await expect
    .poll(async () => {
      const { charge } = await readJob(api, jobId);
      return charge && BigInt(charge.reserved) - sum([charge.rewards, charge.fees, charge.released]);
    })
    .toBe(0n);
  const job = await readJob(api, jobId);
  const { viewer } = await api.ask<{
    viewer: {
      provider: { earnings: Rewards };
      creator: { balance: { available: string; reserved: string } };
    };
  }>(
    `{ viewer {
      provider { earnings { total rewards(first: 100) { nodes { taskId workerId amount attempt { id } } } } }
      creator { balance { available reserved } }
    } }`,
  );
  const { total, rewards } = viewer.provider.earnings;
  expect(job.state).toBe('DONE');
  expect(job.tasks.map(({ state }) => state)).toEqual(job.tasks.map(() => 'VERIFIED'));
  const verified = job.tasks.map((task) => ({ task, attempt: verifiedOf(task.attempts) }));
  expect(verified.map(({ attempt }) => attempt.length)).toEqual(job.tasks.map(() => 1));
  const paid = rewards.nodes.map(({ taskId, amount, attempt }) => [taskId, attempt.id, amount]);
  const due = verified.map(({ task, attempt }) => [task.id, attempt[0]!.id, attempt[0]!.reward]);
  expect(paid.sort()).toEqual(due.sort());
  const { rewards: charged, fees } = job.charge!;
  expect(total).toBe(String(sum(rewards.nodes.map(({ amount }) => amount))));
  expect(charged).toBe(total);
  expect(viewer.creator.balance, `of ${id}`).toEqual({
    available: String(paidIn - sum([charged, fees])),
    reserved: '0',
  });
  return job;
}
