import type { BalanceDocument } from '../model/balance.ts';
import type { EarningsDocument } from '../model/earnings.ts';
import type { TransactionDocument } from '../model/transaction.ts';
import { partsOf } from './accounts.ts';
import { rewardOf } from './rewardOf.ts';
import { amountFor, findTransaction, sumOf } from './transactions.ts';
import type { World } from './world.ts';

const maxProblems = 100;
const maxTries = 5;

/** What an audit of the ledger found. */
export interface Audit {
  transactions: number;
  accounts: number;
  /** One sentence each, at most 100; none when everything is right. */
  problems: string[];
}

/**
 * Audits the ledger: every transaction sums to zero (and so all do), every balance equals the sum of its entries, and
 * all earnings equal the sum of their rewards. Reads everything: not for a busy hour.
 */
export async function reconcile(world: World, stopped = () => false): Promise<Audit> {
  const audit: Audit = { transactions: 0, accounts: 0, problems: [] };
  const note = (problem: string | undefined) => {
    if (problem !== undefined && audit.problems.length < maxProblems) audit.problems.push(problem);
  };
  for await (const each of world.transactions.find({}, { entries: 1 }).lean().cursor()) {
    if (stopped()) return audit;
    audit.transactions++;
    note(sumOf(each.entries) === 0n ? undefined : `${each._id} does not sum to zero`);
  }
  for await (const { _id } of world.balances.find({}, { _id: 1 }).lean().cursor()) {
    if (stopped()) return audit;
    audit.accounts++;
    note(await steadily(() => checkBalance(world, _id)));
  }
  for await (const { _id } of world.earnings.find({}, { _id: 1 }).lean().cursor()) {
    if (stopped()) return audit;
    audit.accounts++;
    note(await steadily(() => checkEarnings(world, _id)));
  }
  return audit;
}

/** What is being changed while it is read may look wrong: only what stays so is. */
async function steadily(check: () => Promise<string | undefined>): Promise<string | undefined> {
  let problem: string | undefined;
  for (let i = 0; i < maxTries; i++) {
    problem = await check();
    if (problem === undefined) return undefined;
  }
  return problem;
}

async function checkBalance(world: World, account: string): Promise<string | undefined> {
  const balance = (await world.balances.findById(account).lean<BalanceDocument>())!;
  const [kind, id] = partsOf(account);
  const applied = new Set(balance.applied);
  let expected = 0n;
  for await (const transaction of read(world, kind === 'job' ? { jobId: id } : { balanceOf: id })) {
    const amount = amountFor(transaction, account);
    const counted = !transaction.uncounted.includes(account) || applied.has(transaction._id);
    if (amount < 0n || counted) expected += amount;
  }
  for (const { transaction, took } of balance.pending) {
    const recorded = await findTransaction(world, transaction._id);
    if (recorded?.nonce === transaction.nonce) continue;
    expected += took.find(({ field }) => field === 'available')?.by ?? 0n;
  }
  const { available, charge } = balance;
  if (available !== expected)
    return `${account} has ${available} available, but its entries sum to ${expected}`;
  if (available < 0n) return `${account} is overdrawn by ${-available}`;
  if (charge && charge.reserved - charge.rewards - charge.fees - charge.released !== available)
    return `The charge of ${account} does not add up to the ${available} it has left`;
  return undefined;
}

async function checkEarnings(world: World, account: string): Promise<string | undefined> {
  const earnings = (await world.earnings.findById(account).lean<EarningsDocument>())!;
  const [kind, id] = partsOf(account);
  const applied = new Set(earnings.applied);
  let total = 0n;
  let taskCount = 0;
  for await (const reward of read(world, kind === 'worker' ? { workerId: id } : { providerId: id })) {
    if (reward.uncounted.includes(account) && !applied.has(reward._id)) continue;
    total += rewardOf(reward);
    taskCount++;
  }
  if (earnings.total !== total || earnings.taskCount !== taskCount)
    return `${account} earned ${earnings.total} by ${earnings.taskCount} tasks, but its rewards are ${total} by ${taskCount}`;
  const days = await world.daySums
    .find({ _id: { $gt: `${account}/`, $lt: `${account}0` } })
    .lean<{ amount: bigint; taskCount: number }[]>();
  const inDays = days.reduce((sum, day) => sum + day.amount, earnings.dayAmount);
  return inDays === total
    ? undefined
    : `The days of ${account} sum to ${inDays}, but its rewards to ${total}`;
}

async function* read({ transactions }: World, filter: object): AsyncIterable<TransactionDocument> {
  for await (const each of transactions.find(filter).lean().cursor()) yield each as TransactionDocument;
}
