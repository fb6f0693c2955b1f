/** What a worker may ask and a creator may pay for 3,600 work units, in micro-dollars: from a cent to 100 dollars. */
export const leastBid = 10_000n;
export const mostBid = 100_000_000n;

/** What is said of a bid that is not within them. */
export const bidBounds = `must be from ${leastBid} to ${mostBid} micro-dollars`;

/** How many bands a bid passes while it doubles. */
const bandsPerDoubling = 4;

/** The band of a bid in micro-dollars, higher ones in higher bands: bids in one band differ by less than a fifth. */
export function bandOf(bid: bigint): number {
  return Math.floor(Math.log2(Number(bid)) * bandsPerDoubling);
}
