const maxMicroUsd = 10n ** 18n;

/** Reads an amount from an event. Throws when it is not a whole number of micro-dollars, or below zero. */
export function microUsd(text: string): bigint {
  const amount = /^\d{1,19}$/.test(text) ? BigInt(text) : -1n;
  if (amount < 0n || amount > maxMicroUsd) throw new Error(`Not an amount of money: ${JSON.stringify(text)}`);
  return amount;
}
