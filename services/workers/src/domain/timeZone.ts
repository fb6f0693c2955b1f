import { z } from 'zod';

/** An IANA time zone. */
export const timeZone = z
  .string()
  .max(64, 'must have at most 64 characters')
  .refine(isTimeZone, 'must be an IANA time zone, such as Europe/Tallinn');

function isTimeZone(name: string): boolean {
  try {
    // An offset such as +02:00 is taken too, and says nothing of a place.
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
