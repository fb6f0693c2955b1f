const alwaysCheckedUntil = 10;

/** How likely the next result of a worker is re-run, 0 to 1, after so many valid ones in a row. */
export function checkChance(validInARow: number): number {
  return validInARow < alwaysCheckedUntil ? 1 : 1 / validInARow;
}

/** Whether the next result is re-run; `random` gives numbers from 0 to 1, 1 excluded. */
export function wantsCheck(validInARow: number, random: () => number): boolean {
  return random() < checkChance(validInARow);
}
