const fewestToCompare = 3;

/**
 * Which one of several readings stands apart from all others: these lie within `tolerance` of their median, it alone does
 * not. Undefined where none or more than one stands apart, or where fewer than three are told.
 */
export function oddOneOut(values: readonly (number | null)[], tolerance: number): number | undefined {
  const told = values.filter((value) => value !== null);
  if (told.length < fewestToCompare) return undefined;
  const middle = medianOf(told);
  const apart = values.flatMap((value, index) =>
    value !== null && Math.abs(value - middle) > tolerance ? [index] : [],
  );
  return apart.length === 1 ? apart[0] : undefined;
}

/** The middle of some numbers, at least one; of an even count, the lower of the two. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)]!;
}
