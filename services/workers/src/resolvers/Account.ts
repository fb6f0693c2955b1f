import { batchReferences, type Context } from '@pictor/kit';
import type { AccountRecord } from '../domain/account.ts';
import { findAccounts } from '../domain/findAccounts.ts';
import type { World } from '../domain/world.ts';
import type { AccountResolvers } from '../generated/resolvers.ts';

export const Account = (world: World): AccountResolvers<Context, AccountRecord> => ({
  __resolveReference: batchReferences((ids, context: Context) => findAccounts(world, context, ids)),
  id: ({ _id }) => _id,
  provider: ({ _id }) => ({ id: _id }),
  creator: ({ _id }) => ({ id: _id }),
});
