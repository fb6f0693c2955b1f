import type { Log } from '../log.ts';
import type { Reading } from '../outbox/entries.ts';
import type { Execute } from '../platform/Operation.ts';
import { recordReadings } from '../platform/operations.ts';
import { OFFLINE, PlatformError, TIMEOUT } from '../platform/PlatformError.ts';

/** TAKEN: the platform has them; REFUSED: it never will; LATER: it is to be told again. */
export type Told = 'TAKEN' | 'REFUSED' | 'LATER';

/** Tells the platform readings; those that it has already it ignores. */
export async function tellReadings(readings: readonly Reading[], execute: Execute, log: Log): Promise<Told> {
  try {
    await execute(recordReadings, { readings: readings.map(inputOf) });
    return 'TAKEN';
  } catch (error) {
    const code = error instanceof PlatformError ? error.code : 'UNKNOWN';
    if (code === OFFLINE || code === TIMEOUT) return 'LATER';
    log.warn({ err: error, readings: readings.length }, 'readings were refused');
    return code === 'INVALID_INPUT' ? 'REFUSED' : 'LATER';
  }
}

function inputOf({ gpus, ...rest }: Reading) {
  return {
    ...rest,
    gpus: gpus.map(({ throttleReasons, xids, ...sample }) => ({
      ...sample,
      throttleReasons: throttleReasons && [...throttleReasons],
      xids: xids && [...xids],
    })),
  };
}
