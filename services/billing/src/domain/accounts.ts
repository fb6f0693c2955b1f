/** Names of the accounts that entries move. */
export const creatorAccount = (id: string) => `creator:${id}`;
export const jobAccount = (id: string) => `job:${id}`;
export const providerAccount = (id: string) => `provider:${id}`;
export const feesAccount = 'platform:fees';
/** Money outside the platform, recorded by hand. */
export const manualAccount = 'world:manual';

/** A worker holds no money: under this name its share of its provider's rewards is summed up. */
export const workerSum = (id: string) => `worker:${id}`;

/** What is said of an account: its kind and whose it is. */
export function partsOf(account: string): [kind: string, id: string] {
  const colon = account.indexOf(':');
  return [account.slice(0, colon), account.slice(colon + 1)];
}
