import { pageOf, parseInput, seek, type Connection } from '@pictor/kit';
import type { BalanceDocument } from '../model/balance.ts';
import type { TransactionDocument } from '../model/transaction.ts';
import { creatorAccount } from './accounts.ts';
import { pageInput, type PageInput } from './pageInput.ts';
import { amountFor } from './transactions.ts';
import type { Asker, World } from './world.ts';

/** A creator as far as money goes; what is asked of it is looked up then. */
export interface CreatorView {
  id: string;
}

/** What a creator can spend and what is set aside, in micro-dollars. */
export interface BalanceView {
  available: bigint;
  reserved: bigint;
}

/** A movement of a creator's balance. */
export interface PostingView {
  id: string;
  kind: 'DEPOSIT' | 'RESERVATION' | 'RELEASE';
  /** Micro-dollars; negative when taken. */
  amount: bigint;
  jobId: string | null;
  reference: string | null;
  postedAt: Date;
}

const isOwn = ({ actor }: Asker, creatorId: string) =>
  actor?.role === 'account' && actor.accountId === creatorId;

/** A creator's balance; null for anyone else. */
export async function readBalance(
  world: World,
  asker: Asker,
  creatorId: string,
): Promise<BalanceView | null> {
  if (!isOwn(asker, creatorId)) return null;
  const { balances } = world;
  const [own, jobs] = await Promise.all([
    balances.findById(creatorAccount(creatorId), { available: 1 }).lean<BalanceDocument>(),
    balances.find({ creatorId, closed: false }, { available: 1 }).lean<BalanceDocument[]>(),
  ]);
  return {
    available: own?.available ?? 0n,
    reserved: jobs.reduce((sum, { available }) => sum + available, 0n),
  };
}

/** A page of what moved a creator's balance, latest first; null for anyone else. Throws INVALID_INPUT. */
export async function readPostings(
  { transactions }: World,
  asker: Asker,
  creatorId: string,
  page: PageInput,
): Promise<Connection<PostingView> | null> {
  if (!isOwn(asker, creatorId)) return null;
  const { first, after } = parseInput(pageInput, page);
  const found = await transactions
    .find(
      {
        balanceOf: creatorId,
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
  return pageOf(found.map(viewPosting), first, ({ postedAt, id }) => [postedAt, id]);
}

function viewPosting(transaction: TransactionDocument): PostingView {
  return {
    id: transaction._id,
    kind: transaction.kind as PostingView['kind'],
    amount: amountFor(transaction, creatorAccount(transaction.creatorId)),
    jobId: transaction.jobId ?? null,
    reference: transaction.reference ?? null,
    postedAt: transaction.at,
  };
}
