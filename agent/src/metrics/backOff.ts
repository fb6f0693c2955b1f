import type { Clock } from '../clock.ts';
import { CommandError, type Command } from './createCommand.ts';

/** A program that is not installed may be one day. */
const ABSENT_WAIT_MS = 60_000;
const FIRST_HUNG_WAIT_MS = 10_000;
const LAST_HUNG_WAIT_MS = 5 * 60_000;

/**
 * A command that is left alone for a while after it hung, longer from time to time, and after it was not there: until
 * then calls fail at once as the last one did, and start no process.
 */
export function backOff(command: Command, clock: Clock): Command {
  let last: CommandError | undefined;
  let again = -Infinity;
  let hungInARow = 0;

  return async (args) => {
    if (last && clock.elapsed() < again) throw last;
    try {
      const output = await command(args);
      last = undefined;
      hungInARow = 0;
      return output;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      last = error.failure === 'FAILED' ? undefined : error;
      hungInARow = error.failure === 'HUNG' ? hungInARow + 1 : 0;
      const hungWaitMs = Math.min(LAST_HUNG_WAIT_MS, FIRST_HUNG_WAIT_MS * 2 ** (hungInARow - 1));
      again = clock.elapsed() + (error.failure === 'HUNG' ? hungWaitMs : ABSENT_WAIT_MS);
      throw error;
    }
  };
}
