import { leastBid, mostBid } from '@pictor/schema/bid';

/** A bid as it is written, in dollars, as micro-dollars; undefined when it is none from $0.01 to $100. */
export function bidOfText(text: string): string | undefined {
  const match = /^\$?(\d{1,3})(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, dollars = '', fraction = ''] = match;
  const microUsd = BigInt(dollars) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  return microUsd >= leastBid && microUsd <= mostBid ? String(microUsd) : undefined;
}
