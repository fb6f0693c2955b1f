import type { Reading } from '@pictor/schema/events';

const stepCelsius = 5;
/** Half a step and a bit, so that a GPU between two steps does not swing from one to the other. */
const keptWithinCelsius = 4;

/** The hottest GPU in steps of 5 °C; null when none is read. The step before is kept while it is near enough. */
export function heatOf({ gpus }: Pick<Reading, 'gpus'>, before: number | null): number | null {
  const temperatures = gpus.flatMap(({ temperatureCelsius }) => temperatureCelsius ?? []);
  if (!temperatures.length) return null;
  const hottest = Math.max(...temperatures);
  if (before !== null && Math.abs(hottest - before) <= keptWithinCelsius) return before;
  return Math.round(hottest / stepCelsius) * stepCelsius;
}
