import type { EarningsDocument } from '../model/earnings.ts';
import type { TransactionDocument } from '../model/transaction.ts';
import { partsOf } from './accounts.ts';
import { boundsOf, dayOf } from './days.ts';
import { rewardOf, totalOf } from './rewardOf.ts';
import type { World } from './world.ts';

/** Writes the sums of the days before the latest. They only grow, so that whoever writes an older one changes nothing. */
export async function closeDays(
  world: World,
  before: EarningsDocument | null,
  next: Pick<EarningsDocument, '_id' | 'day'>,
  fresh: readonly TransactionDocument[],
): Promise<void> {
  const late = new Set(
    fresh.map(({ at }) => dayOf(at)).filter((day) => day < next.day && day !== before?.day),
  );
  for (const day of late) await raise(world, next._id, day, await recount(world, next._id, day));
  if (!before || before.day === next.day) return;
  const last = fresh.filter(({ at }) => dayOf(at) === before.day);
  await raise(world, next._id, before.day, {
    amount: before.dayAmount + totalOf(last),
    taskCount: before.dayTaskCount + last.length,
  });
}

async function raise(
  world: World,
  account: string,
  day: string,
  sums: { amount: bigint; taskCount: number },
) {
  await world.daySums.updateOne({ _id: `${account}/${day}` }, { $max: sums }, { upsert: true });
}

/** Sums up a day from the ledger, for the rare reward that is counted after a later day has begun. */
async function recount({ transactions }: World, account: string, day: string) {
  const [kind, id] = partsOf(account);
  const { start, end } = boundsOf(day);
  const rewards = transactions
    .find(
      { [kind === 'worker' ? 'workerId' : 'providerId']: id, at: { $gte: start, $lt: end } },
      { entries: 1, providerId: 1 },
    )
    .lean<TransactionDocument[]>();
  const sums = { amount: 0n, taskCount: 0 };
  for await (const reward of rewards.cursor()) {
    sums.amount += rewardOf(reward as unknown as TransactionDocument);
    sums.taskCount++;
  }
  return sums;
}
