import { randomUUID } from 'node:crypto';
import type { Account } from './accounts.ts';

/** The operator records that somebody paid in, in micro-dollars. */
export async function payIn(operator: Account, creatorId: string, amount = 1_000_000n): Promise<void> {
  await operator.api.ask(
    'mutation ($id: ID!, $amount: MicroUsd!, $key: String!) { recordDeposit(accountId: $id, amount: $amount, reference: "A bank transfer", key: $key) { id } }',
    { id: creatorId, amount: String(amount), key: randomUUID() },
  );
}
