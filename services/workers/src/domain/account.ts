import type { AccountDocument } from '../model/account.ts';

/** An account as its owner sees it. */
export type AccountRecord = Omit<AccountDocument, 'passwordHash'>;

export const accountFields = { email: 1, roles: 1, createdAt: 1, walletAddress: 1 } as const;

/** An e-mail address as it is stored and looked up. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}
