import { pageOf, parseInput, seek, type Connection } from '@pictor/kit';
import { z } from 'zod';
import type { DaySumDocument } from '../model/daySum.ts';
import type { EarningsDocument } from '../model/earnings.ts';
import type { TransactionDocument } from '../model/transaction.ts';
import { partsOf, providerAccount, workerSum } from './accounts.ts';
import { dayOf } from './days.ts';
import { pageInput, type PageInput } from './pageInput.ts';
import { viewReward, type RewardView } from './rewardView.ts';
import type { Asker, World } from './world.ts';

/** The earnings of a worker or a provider; `sums` is absent before the first reward. */
export interface EarningsView {
  account: string;
  sums: EarningsDocument | undefined;
}

/** The rewards of one day, in micro-dollars. */
export interface DayView {
  day: string;
  amount: bigint;
  taskCount: number;
}

/** A worker or a provider as far as money goes. */
export interface EarnerView {
  id: string;
  /** Null for anyone but the provider. */
  earnings: EarningsView | null;
  /** Of a worker: what it asks and can do, told with the question; absent when that was not needed. */
  bid?: unknown;
  benchScore?: unknown;
}

/** Workers by id, with their earnings where they are the asker's. */
export async function readWorkers(
  world: World,
  { actor }: Asker,
  ids: readonly string[],
): Promise<EarnerView[]> {
  const viewer =
    actor?.role === 'account' && actor.permissions.includes('provide') ? actor.accountId : undefined;
  const sums = viewer === undefined ? new Map() : await readSums(world, ids.map(workerSum));
  return ids.map((id) => {
    const account = workerSum(id);
    const found: EarningsDocument | undefined = sums.get(account);
    const visible = viewer !== undefined && (!found || found.providerId === viewer);
    return { id, earnings: visible ? { account, sums: found } : null };
  });
}

/** Providers by id, with their earnings for themselves alone. */
export async function readProviders(
  world: World,
  { actor }: Asker,
  ids: readonly string[],
): Promise<EarnerView[]> {
  const own = ids.filter((id) => actor?.role === 'account' && actor.accountId === id);
  const sums = await readSums(world, own.map(providerAccount));
  return ids.map((id) => {
    const account = providerAccount(id);
    return { id, earnings: own.includes(id) ? { account, sums: sums.get(account) } : null };
  });
}

async function readSums(
  { earnings }: World,
  accounts: readonly string[],
): Promise<Map<string, EarningsDocument>> {
  if (!accounts.length) return new Map();
  const found = await earnings.find({ _id: { $in: accounts } }).lean<EarningsDocument[]>();
  return new Map(found.map((each) => [each._id, each]));
}

/** What was earned since midnight UTC, in micro-dollars. */
export async function earnedToday(world: World, { account, sums }: EarningsView): Promise<bigint> {
  const today = dayOf(world.clock.now());
  if (!sums || sums.day < today) return 0n;
  if (sums.day === today) return sums.dayAmount;
  const past = await world.daySums.findById(`${account}/${today}`).lean<DaySumDocument>();
  return past?.amount ?? 0n;
}

const maxDays = 366;

/** The latest days with rewards, latest first. Throws INVALID_INPUT. */
export async function readDays(
  world: World,
  { account, sums }: EarningsView,
  most: number,
): Promise<DayView[]> {
  const first = parseInput(z.int().min(1).max(maxDays), most);
  if (!sums) return [];
  const past = await world.daySums
    .find({ _id: { $gt: `${account}/`, $lt: `${account}0` } }, null, {
      sort: { _id: -1 },
      limit: first,
    })
    .lean<DaySumDocument[]>();
  const latest = { day: sums.day, amount: sums.dayAmount, taskCount: sums.dayTaskCount };
  const days = past.map(({ _id, amount, taskCount }) => ({
    day: _id.slice(account.length + 1),
    amount,
    taskCount,
  }));
  return [latest, ...days].slice(0, first);
}

/** A page of rewards, latest first. Throws INVALID_INPUT. */
export async function readRewards(
  { transactions }: World,
  { account }: EarningsView,
  page: PageInput,
): Promise<Connection<RewardView>> {
  const { first, after } = parseInput(pageInput, page);
  const [kind, id] = partsOf(account);
  const owner = kind === 'worker' ? { workerId: id } : { providerId: id };
  const found = await transactions
    .find(
      {
        ...owner,
        ...seek(
          [
            ['at', -1],
            ['_id', -1],
          ],
          after,
        ),
      },
      null,
      {
        sort: { at: -1, _id: -1 },
        limit: first + 1,
      },
    )
    .lean<TransactionDocument[]>();
  return pageOf(found.map(viewReward), first, ({ postedAt, id }) => [postedAt, id]);
}
