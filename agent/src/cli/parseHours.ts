import type { Schedule } from '../owner/schedule.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const PART = /^([a-z]{3})(?:-([a-z]{3}))?\s+(\d{1,2})-(\d{1,2})$/i;

/**
 * Reads hours as people write them: "Mon-Fri 18-24, Sat-Sun 0-24", the first hour and the one before which it closes; over
 * midnight, "22-6" belongs to the day on which it begins. Undefined for anything else.
 */
export function parseHours(text: string, timeZone: string): Schedule | undefined {
  const open = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => '0'));
  for (const part of text.split(',')) {
    const match = PART.exec(part.trim());
    if (!match) return undefined;
    const [, from = '', to = from] = match;
    const [first, last] = [from, to].map((day) => DAYS.indexOf(day.toLowerCase())) as [number, number];
    const [begins, ends] = [Number(match[3]), Number(match[4])];
    if (first < 0 || last < 0 || begins > 23 || ends > 24 || begins === ends) return undefined;
    const hours = ends > begins ? ends - begins : 24 - begins + ends;
    for (let day = first; ; day = (day + 1) % 7) {
      for (let hour = begins; hour < begins + hours; hour++)
        open[(day + Math.floor(hour / 24)) % 7]![hour % 24] = '1';
      if (day === last) break;
    }
  }
  return { timeZone, days: open.map((hours) => hours.join('')) };
}

/** Writes a schedule as `parseHours` reads it, one part a run of hours. */
export function writeHours({ days, timeZone }: Schedule): string {
  const parts = days.flatMap((hours, day) =>
    [...hours.matchAll(/1+/g)].map(
      ({ 0: run, index }) => `${title(DAYS[day]!)} ${index}-${index + run.length}`,
    ),
  );
  return `${parts.join(', ') || 'never'} ${timeZone}`;
}

function title(day: string): string {
  return day[0]!.toUpperCase() + day.slice(1);
}
