/** A number with its unit, for the reader's eye to tell apart. */
export interface Measure {
  value: string;
  unit: string;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in at most two units: 2 s, 3 min 4 s, 4 h 12 min, 41 d 6 h. Never negative. */
export function span(milliseconds: number): Measure[] {
  const length = Math.max(0, milliseconds);
  if (length < minute) return [measure(length / second, 's')];
  if (length < hour) return [measure(length / minute, 'min'), ...rest((length % minute) / second, 's')];
  if (length < day) return [measure(length / hour, 'h'), ...rest((length % hour) / minute, 'min')];
  return [measure(length / day, 'd'), ...rest((length % day) / hour, 'h')];
}

/** How long something took, to a tenth of a second below a minute: 13.4 s, 3 min 4 s. */
export function took(seconds: number): Measure[] {
  const milliseconds = seconds * second;
  return milliseconds < minute ? [{ value: seconds.toFixed(1), unit: 's' }] : span(milliseconds);
}

/** How long ago: like a span, in one unit from a minute on and two from an hour on. */
export function age(milliseconds: number): Measure[] {
  return milliseconds < hour ? span(milliseconds).slice(0, 1) : span(milliseconds);
}

/** What is left, rounded so that it promises no more than is known: 40 s, 2 min, 1 h 20 min, 3 d. */
export function about(milliseconds: number): Measure[] {
  const length = Math.max(0, milliseconds);
  if (length < 50 * second) return [measure(Math.max(10, Math.ceil(length / second / 10) * 10), 's')];
  if (length < hour) return [measure(Math.round(length / minute) || 1, 'min')];
  if (length < day) return span(Math.round(length / (10 * minute)) * 10 * minute);
  return [measure(Math.round(length / day), 'd')];
}

/** Measures as plain text; a number never parts from its unit. */
export function asText(measures: readonly Measure[]): string {
  return measures.map(({ value, unit }) => `${value}\u00a0${unit}`).join(' ');
}

/** The time of day in UTC, with seconds: 14:32:08. */
export function clock(at: Date): string {
  return at.toISOString().slice(11, 19);
}

/** The time of day in UTC, without seconds: 14:32. */
export function shortClock(at: Date): string {
  return at.toISOString().slice(11, 16);
}

/** A moment: the clock when it is today (UTC), else the date with the clock: 9 Nov 10:40, and the year when it is another. */
export function moment(at: Date, now: Date): string {
  if (dayOf(at) === dayOf(now)) return clock(at);
  return `${date(at, now)} ${shortClock(at)}`;
}

/** A date in UTC: 9 Nov, and the year when it is another. */
export function date(at: Date, now: Date): string {
  const year = at.getUTCFullYear() === now.getUTCFullYear() ? '' : ` ${at.getUTCFullYear()}`;
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]}${year}`;
}

/** The day of a moment in UTC, as YYYY-MM-DD. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function measure(value: number, unit: string): Measure {
  return { value: String(Math.floor(value)), unit };
}

function rest(value: number, unit: string): Measure[] {
  return Math.floor(value) > 0 ? [measure(value, unit)] : [];
}
