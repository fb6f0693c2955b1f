/** A bid as it is written, in dollars, as micro-dollars; undefined when it is none from $0.01 to $100. */
export function bidOfText(text: string): string | undefined {
  const match = /^\$?(\d{1,3})(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, dollars = '', fraction = ''] = match;
  const microUsd = Number(dollars) * 1_000_000 + Number(fraction.padEnd(6, '0'));
  return microUsd >= 10_000 && microUsd <= 100_000_000 ? String(microUsd) : undefined;
}
