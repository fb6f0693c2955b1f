const dayMs = 86_400_000;

/** The day of a moment in UTC, as YYYY-MM-DD. */
export function dayOf(moment: Date | number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** A day's beginning and the next one's. */
export function boundsOf(day: string): { start: Date; end: Date } {
  const start = new Date(`${day}T00:00:00.000Z`);
  return { start, end: new Date(start.getTime() + dayMs) };
}
