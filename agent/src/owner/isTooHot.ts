/** How much cooler than the limit all GPUs must be before tasks are taken again, in °C. */
const COOLING = 8;

/**
 * Whether GPUs count as too hot, from whether they did before: hotter than the limit they do, and until all are well below
 * it. A GPU that cannot be read, null, changes nothing.
 */
export function isTooHot(
  before: boolean,
  limit: number | null,
  temperatures: readonly (number | null)[],
): boolean {
  if (limit === null) return false;
  const known = temperatures.filter((celsius) => celsius !== null);
  if (known.some((celsius) => celsius > limit)) return true;
  if (!before) return false;
  return known.length < temperatures.length || known.some((celsius) => celsius > limit - COOLING);
}
