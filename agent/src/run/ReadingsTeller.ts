import type { Log } from '../log.ts';
import type { Reading } from '../outbox/entries.ts';
import type { Execute } from '../platform/Operation.ts';
import { recordReadings } from '../platform/operations.ts';
import { OFFLINE, PlatformError, TIMEOUT } from '../platform/PlatformError.ts';

/** TAKEN: the platform has them; REFUSED: it never will; LATER: it is to be told again. */
export type Told = 'TAKEN' | 'REFUSED' | 'LATER';

/** Tells the platform readings, and its owner's log why they are refused: once, until some are taken again. */
export class ReadingsTeller {
  readonly #execute: Execute;
  readonly #log: Log;
  #isRefused = false;

  constructor(execute: Execute, log: Log) {
    this.#execute = execute;
    this.#log = log;
  }

  /** Tells readings; those that the platform has already it ignores. */
  async tell(readings: readonly Reading[]): Promise<Told> {
    try {
      await this.#execute(recordReadings, { readings: readings.map(inputOf) });
      this.#isRefused = false;
      return 'TAKEN';
    } catch (error) {
      const code = error instanceof PlatformError ? error.code : 'UNKNOWN';
      if (code === OFFLINE || code === TIMEOUT) return 'LATER';
      this.#log[this.#isRefused ? 'debug' : 'warn'](
        { err: error, readings: readings.length },
        'readings were refused',
      );
      this.#isRefused = true;
      return code === 'INVALID_INPUT' ? 'REFUSED' : 'LATER';
    }
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
