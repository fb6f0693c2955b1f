import type { Log } from '../src/log.ts';

/** For tests in which errors are expected. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
