import { dollars } from '@pictor/schema/dollars';
import type { Terms } from '../terms/Terms.ts';

/** What the platform last said of the worker's bid and pay, in lines, with the time it is from. */
export function termsLines(terms: Terms | null): string[] {
  if (!terms) return ['bid              not known: the platform has not said it yet'];
  const { at, bid, customBid, benchScore, averageBid, walletAddress } = terms;
  return [
    `bid              ${customBid === null ? `off: the platform’s default, ${dollars(bid)}` : dollars(customBid)} for 3,600 work units`,
    `average bid      ${averageBid === null ? 'not known yet' : dollars(averageBid)}`,
    `bench score      ${benchScore ?? 'not measured yet'}`,
    ...earningLines(terms),
    `wallet           ${walletAddress ?? 'none: set it in the portal'}`,
    `as the platform said at ${at}`,
  ];
}

function earningLines({ estimate }: Terms): string[] {
  const { low, expected, high, reason, method, thin } = estimate ?? {};
  if (!low || !expected || !high)
    return [`an hour online   not known: ${reason ?? 'the platform does not say'}`];
  return [
    `an hour online   ${dollars(expected)}, from ${dollars(low)} to ${dollars(high)}, estimated`,
    `                 ${method}${thin ? ' Few workers are online, so it rests on little.' : ''}`,
  ];
}
