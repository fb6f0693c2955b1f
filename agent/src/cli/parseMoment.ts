const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * Reads a moment as people write it: 18:00 (the next one, by this machine's clock), 2h, 30m, 1d (from now), or ISO 8601.
 * Undefined for anything else.
 */
export function parseMoment(text: string, now: number): number | undefined {
  const span = /^(\d{1,4})([mhd])$/.exec(text);
  if (span) return now + Number(span[1]) * UNITS[span[2] as keyof typeof UNITS];
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (clock) {
    const moment = new Date(now);
    moment.setHours(Number(clock[1]), Number(clock[2]), 0, 0);
    if (moment.getTime() <= now) moment.setDate(moment.getDate() + 1);
    return moment.getTime();
  }
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : moment;
}
