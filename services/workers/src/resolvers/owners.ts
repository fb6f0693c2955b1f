import { batchReferences, type Context } from '@pictor/kit';
import { visibleOwners } from '../domain/findAccounts.ts';
import type { CreatorResolvers, ProviderResolvers } from '../generated/resolvers.ts';

const __resolveReference = batchReferences((ids, context: Context) => visibleOwners(context, ids));

export const Provider: ProviderResolvers = { __resolveReference };
export const Creator: CreatorResolvers = { __resolveReference };
