import type { Clock } from '../clock.ts';
import type { LeaseFieldsFragment as Lease } from '../generated/graphql.ts';
import { download, type Transfer } from '../platform/files.ts';
import { OFFLINE, PlatformError } from '../platform/PlatformError.ts';
import { AttemptError } from './AttemptError.ts';

/** What fetching needs of the agent. */
export interface FetchTools {
  /** The gateway's address, which relative addresses of files are relative to. */
  readonly gateway: string;
  readonly clock: Clock;
}

const LARGEST_INPUT = 4 * 1024 ** 3;
const DOWNLOAD_TRIES = 6;
const FIRST_WAIT_MS = 1_000;

/** Fetches a lease's input to a path: a network that is gone for a moment must not cost an attempt. */
export async function fetchInput(
  { inputUrl, inputBytes }: Pick<Lease, 'inputUrl' | 'inputBytes'>,
  path: string,
  { gateway, clock }: FetchTools,
  transfer: Transfer,
): Promise<void> {
  if (inputBytes > LARGEST_INPUT) {
    throw new AttemptError('FILE_TOO_LARGE', `The input of ${inputBytes} bytes exceeds ${LARGEST_INPUT}.`);
  }
  const { signal } = transfer;
  for (let tries = 1; ; tries++) {
    try {
      return await download(new URL(inputUrl, gateway), path, inputBytes, transfer);
    } catch (error) {
      signal.throwIfAborted();
      const again = error instanceof PlatformError && error.code === OFFLINE && tries < DOWNLOAD_TRIES;
      if (!again) throw error;
      await pause(FIRST_WAIT_MS * 2 ** (tries - 1), clock, signal);
    }
  }
}

/** Resolves after a time, or at once when the work is ended. */
function pause(ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = clock.after(ms, end);
    signal.addEventListener('abort', end);
  });
}
