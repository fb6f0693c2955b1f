import { DomainError } from '@pictor/kit';
import type { Models } from '../model/openModels.ts';
import { emailKey } from './account.ts';

/** Gives the account of an e-mail address the operator's role. Rejects with NOT_FOUND when there is none. */
export async function makeOperator({ accounts }: Pick<Models, 'accounts'>, email: string): Promise<void> {
  const { matchedCount } = await accounts.updateOne(
    { email: emailKey(email) },
    { $addToSet: { roles: 'OPERATOR' } },
  );
  if (!matchedCount)
    throw new DomainError(
      'NOT_FOUND',
      `There is no account with the e-mail address ${email}; sign up first.`,
    );
}
