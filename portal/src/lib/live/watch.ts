import { ReadingRecorded } from '#lib/api/workerEvents.ts';
import type { Link } from '#lib/api/link.ts';
import type { ReadingNowFragment } from '#lib/generated/graphql.ts';
import { listen } from './listen.ts';

/** A glance at another tab ends nothing. */
const glance = 10_000;

/**
 * Listens to the readings of workers, which makes their agents read every second, for as long as the page can be seen.
 * Whoever comes back to it asks again for what was recorded meanwhile.
 */
export function watch(
  { client, connection }: Pick<Link, 'client' | 'connection'>,
  ids: readonly string[],
  onreading?: (reading: ReadingNowFragment) => void,
): () => void {
  let stop: (() => void) | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const start = () => {
    stop = listen(client, ReadingRecorded, { ids: [...ids] }, ({ readingRecorded }) =>
      onreading?.(readingRecorded.reading),
    );
  };
  const leave = () => {
    stop?.();
    stop = undefined;
  };
  const look = () => {
    clearTimeout(leaving);
    if (document.hidden) {
      if (stop) leaving = setTimeout(leave, glance);
    } else if (!stop) {
      start();
      connection.missed();
    }
  };

  if (!document.hidden) start();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    clearTimeout(leaving);
    leave();
  };
}
