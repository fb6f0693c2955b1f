/** Micro-dollars, not below zero, as they are written in a sentence: cents, and what there is below them, as in $0.500001. */
export function dollars(microUsd: bigint | string): string {
  const value = BigInt(microUsd);
  const fraction = String(value % 1_000_000n).padStart(6, '0');
  return `$${value / 1_000_000n}.${fraction.slice(0, 2)}${fraction.slice(2).replace(/0+$/, '')}`;
}
