/**
 * At most `most` of readings in the order of their time: the first of each of as many equal parts of the range. All of
 * them when they are no more than that.
 */
export function thin<Timed extends { at: number }>(
  readings: readonly Timed[],
  start: number,
  end: number,
  most: number,
): Timed[] {
  if (readings.length <= most) return [...readings];
  let part = -1;
  return readings.filter(({ at }) => {
    const its = Math.floor(((at - start) * most) / (end - start));
    if (its <= part) return false;
    part = its;
    return true;
  });
}
