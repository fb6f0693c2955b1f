import { outboxEntry, type OutboxEntry } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { EarningsDocument } from '../model/earnings.ts';
import type { TransactionDocument } from '../model/transaction.ts';
import { partsOf } from './accounts.ts';
import { closeDays } from './closeDays.ts';
import { dayOf } from './days.ts';
import { ifNew } from './ifNew.ts';
import { totalOf } from './rewardOf.ts';
import type { World } from './world.ts';

/** Adds rewards to the earnings of a worker or a provider that are still at that revision; false when they are not. */
export async function addToEarnings(
  world: World,
  account: string,
  before: EarningsDocument | null,
  fresh: readonly TransactionDocument[],
): Promise<boolean> {
  const next = earningsAfter(account, before, fresh);
  await closeDays(world, before, next, fresh);
  const [kind, id] = partsOf(account);
  const told = kind === 'worker' ? { ...next, outbox: [telling(world, id, next)] } : next;
  const written = before
    ? (await world.earnings.updateOne({ _id: account, revision: before.revision }, { $set: told }))
        .matchedCount === 1
    : await ifNew(() => world.earnings.create([told]));
  if (written && kind === 'worker') world.tellings.tell(account);
  return written;
}

/** The earnings with these rewards; those of days before the latest are in the total alone. */
function earningsAfter(
  account: string,
  before: EarningsDocument | null,
  fresh: readonly TransactionDocument[],
): Omit<EarningsDocument, 'outbox'> {
  const day = fresh.map(({ at }) => dayOf(at)).reduce((a, b) => (a > b ? a : b), before?.day ?? '');
  const today = fresh.filter(({ at }) => dayOf(at) === day);
  const sameDay = before?.day === day;
  return {
    _id: account,
    providerId: fresh[0]!.providerId!,
    total: (before?.total ?? 0n) + totalOf(fresh),
    taskCount: (before?.taskCount ?? 0) + fresh.length,
    day,
    dayAmount: (sameDay ? before.dayAmount : 0n) + totalOf(today),
    dayTaskCount: (sameDay ? before.dayTaskCount : 0) + today.length,
    revision: (before?.revision ?? 0) + 1,
    applied: fresh.map(({ _id }) => _id),
  };
}

function telling({ clock }: World, workerId: string, next: Omit<EarningsDocument, 'outbox'>): OutboxEntry {
  return outboxEntry<EventMap>('worker.earned', {
    workerId,
    providerId: next.providerId,
    revision: next.revision,
    at: clock.now(),
    day: next.day,
    todayMicroUsd: String(next.dayAmount),
    totalMicroUsd: String(next.total),
  });
}
