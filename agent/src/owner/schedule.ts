import { z } from 'zod';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const QUARTER_MS = 15 * 60_000;
/** A week and a day: whatever changes at all changes within it, also where clocks are set. */
const LONGEST_MS = 8 * 24 * 3_600_000;

/** A day's hours as 24 digits: 1 where the agent may take tasks. */
const day = z.string().regex(/^[01]{24}$/, 'must be 24 digits, 0 or 1, one an hour');

/** When an agent may take tasks: whole hours of each day of the week, by the clocks of a time zone. */
export const scheduleSchema = z.object({
  timeZone: z.string().refine(isTimeZone, 'must be a time zone such as Europe/Berlin'),
  /** Monday first. */
  days: z.array(day).length(7, 'must be the seven days of the week'),
});

export type Schedule = z.infer<typeof scheduleSchema>;

/** Whether a schedule lets tasks be taken at a moment, in milliseconds since 1970. */
export function isOpenAt({ timeZone, days }: Schedule, at: number): boolean {
  const { weekday, hour } = localHour(timeZone, at);
  return days[weekday]?.[hour] === '1';
}

/** When a schedule next opens or closes; null when it never does. */
export function nextChange(schedule: Schedule, at: number): number | null {
  const open = isOpenAt(schedule, at);
  // Some zones are a quarter of an hour off, so that their hours begin there.
  const first = (Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS;
  for (let moment = first; moment <= at + LONGEST_MS; moment += QUARTER_MS)
    if (isOpenAt(schedule, moment) !== open) return moment;
  return null;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The clocks of the zone say the hour, set forward or back as they are: an hour that comes twice is open twice. */
function localHour(timeZone: string, at: number): { weekday: number; hour: number } {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const weekday = DAYS.findIndex((name) => name === parts.get('weekday'));
  return { weekday, hour: Number(parts.get('hour')) };
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: name }));
  } catch {
    return false;
  }
}
