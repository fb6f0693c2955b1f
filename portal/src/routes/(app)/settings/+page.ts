import { Wallet } from '#lib/api/market.ts';
import { read } from '#lib/api/read.ts';
import type { PageLoad } from './$types';

/** What the viewer has set for their account. */
export const load: PageLoad = async ({ parent, url }) => {
  const { link } = await parent();
  const { data, problem } = await read(link.client, url, Wallet, {});
  return { wallet: data, problem };
};
