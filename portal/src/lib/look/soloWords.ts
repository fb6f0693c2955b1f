import type { WorkerRowFragment } from '#lib/generated/graphql.ts';
import { date, dayOf, shortClock } from './time.ts';

/** What the page of a single worker says first. */
export interface SoloWords {
  does: string;
  then: string;
  isTrouble: boolean;
}

/**
 * Says what a worker does, and what follows from it. `earned` is what it earned in all, ready for a sentence; `now` is in
 * milliseconds since 1970.
 */
export function soloWords(
  { name, status, currentTasks }: WorkerRowFragment,
  earned: string,
  now: number,
): SoloWords {
  // What its provider wants here outlasts what its machine says.
  const until = status.intent === 'RUN' ? untilWords(status.hold?.until, now) : undefined;
  const reason = [status.reason, until].filter(Boolean).join(' ');
  const isBetween = currentTasks?.length === 0;
  const so = (does: string, then = `It has earned ${earned} so far.`, isTrouble = false) => ({
    does,
    then,
    isTrouble,
  });
  switch (status.shown) {
    case 'RENDERING':
      return so(isBetween ? `${name} is between two tasks.` : `${name} is rendering a picture.`);
    case 'UPSCALING':
      return so(isBetween ? `${name} is between two tasks.` : `${name} is upscaling a picture.`);
    case 'MINING':
      return so(`${name} is mining.`);
    case 'IDLE':
      return so(`${name} is ready for a task.`);
    case 'DRAINING':
      return so(`${name} finishes what it has, then stops.`, reason || undefined);
    case 'PAUSED':
      return so(`${name} is paused.`, reason || 'It takes no task until you let it.');
    case 'NEW':
      return so(
        `${name} was never heard from.`,
        reason || 'Give it its configuration file, and it connects.',
      );
    case 'STALE':
      return so(`${name} is late.`, reason || 'It counts as offline after 90 s of silence.', true);
    case 'OFFLINE':
      return so(
        `${name} is offline, and earns nothing.`,
        reason || 'It was not heard from for more than 90 s.',
        true,
      );
    case 'ERROR':
      return so(`${name} has a fault, and earns nothing.`, reason || 'See what it reports.', true);
  }
}

/** When what keeps it from tasks ends, in UTC. */
function untilWords(until: string | null | undefined, now: number): string | undefined {
  if (!until) return undefined;
  const [end, today] = [new Date(until), new Date(now)];
  const day = dayOf(end) === dayOf(today) ? '' : `${date(end, today)}, `;
  return `It goes on at ${day}${shortClock(end)} UTC.`;
}
