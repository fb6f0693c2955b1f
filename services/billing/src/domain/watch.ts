import { DomainError, requirePermission, type Listener } from '@pictor/kit';
import type { ScreenEvents } from '@pictor/schema/events';
import { workerSum } from './accounts.ts';
import { readWorkers, type EarnerView } from './readEarnings.ts';
import { readRewardsById, type RewardView } from './rewardView.ts';
import type { Asker, World } from './world.ts';

/** Listens for rewards of the asker's workers, or of one of them. Throws FORBIDDEN, NOT_FOUND for another's worker. */
export async function watchRewards(
  world: World,
  asker: Asker,
  workerId: string | null | undefined,
): Promise<Listener<ScreenEvents['reward.posted']>> {
  const { accountId: providerId } = requirePermission(asker, 'provide');
  if (providerId === undefined) throw new DomainError('FORBIDDEN', 'This is for accounts.');
  if (workerId === null || workerId === undefined)
    return world.events.listen('reward.posted', { providerId });
  const known = await world.earnings.findById(workerSum(workerId), { providerId: 1 }).lean();
  if (known && known.providerId !== providerId)
    throw new DomainError('NOT_FOUND', 'You have no worker of this id.');
  return world.events.listen('reward.posted', { workerId, providerId });
}

/** A reward that was just posted, with its worker. */
export async function readEarned(
  world: World,
  asker: Asker,
  { transactionId, workerId }: ScreenEvents['reward.posted'],
): Promise<{ reward: RewardView; worker: EarnerView | null }> {
  const [rewards, workers] = await Promise.all([
    readRewardsById(world, asker, [transactionId]),
    readWorkers(world, asker, [workerId]),
  ]);
  const reward = rewards.get(transactionId);
  if (!reward) throw new DomainError('NOT_FOUND', 'This reward is not yours.');
  return { reward, worker: workers[0] ?? null };
}

/** Listens for changes of the asker's balance. Throws FORBIDDEN. */
export function watchBalance({ events }: World, asker: Asker): Listener<ScreenEvents['balance.changed']> {
  const { accountId: creatorId } = requirePermission(asker, 'create');
  if (creatorId === undefined) throw new DomainError('FORBIDDEN', 'This is for accounts.');
  return events.listen('balance.changed', { creatorId });
}
