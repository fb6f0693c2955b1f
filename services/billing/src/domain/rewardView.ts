import type { TransactionDocument } from '../model/transaction.ts';
import { rewardOf } from './rewardOf.ts';
import type { Asker, World } from './world.ts';

/** What a verified task paid. */
export interface RewardView {
  id: string;
  taskId: string;
  attempt: { id: string };
  workerId: string;
  /** Micro-dollars. */
  amount: bigint;
  milliUnits: number;
  bid: bigint;
  postedAt: Date;
}

/** A reward of the ledger as its provider sees it. */
export function viewReward(reward: TransactionDocument): RewardView {
  return {
    id: reward._id,
    taskId: reward.taskId!,
    attempt: { id: reward.attemptId! },
    workerId: reward.workerId!,
    amount: rewardOf(reward),
    milliUnits: reward.milliUnits!,
    bid: reward.bid!,
    postedAt: reward.at,
  };
}

/** The asker's own rewards among those of these ids. */
export async function readRewardsById(
  { transactions }: World,
  { actor }: Asker,
  ids: readonly string[],
): Promise<Map<string, RewardView>> {
  if (actor?.role !== 'account' || actor.accountId === undefined) return new Map();
  const found = await transactions
    .find({ _id: { $in: ids }, kind: 'REWARD', providerId: actor.accountId })
    .lean<TransactionDocument[]>();
  return new Map(found.map((reward) => [reward._id, viewReward(reward)]));
}
