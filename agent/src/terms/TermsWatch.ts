import { AgentError } from '../AgentError.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Execute } from '../platform/Operation.ts';
import { setWorkerBid, workerTerms } from '../platform/operations.ts';
import { OFFLINE, PlatformError, TIMEOUT } from '../platform/PlatformError.ts';
import type { Terms } from './Terms.ts';

/** The platform observes the market no more often. */
const EVERY_MS = 5 * 60_000;

export interface TermsWatchOptions {
  readonly execute: Execute;
  readonly workerId: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Told what the platform said. */
  readonly onTerms: (terms: Terms) => void;
}

/** Keeps what the platform says of the worker's bid and pay no older than 5 minutes, while it can be reached. */
export class TermsWatch {
  readonly #options: TermsWatchOptions;
  #cancel: (() => void) | undefined;
  #askedAt = -Infinity;

  constructor(options: TermsWatchOptions) {
    this.#options = options;
  }

  /** Asks now, unless it did within 5 minutes, and then every 5 minutes. */
  start(): void {
    this.stop();
    const wait = EVERY_MS - (this.#options.clock.elapsed() - this.#askedAt);
    if (wait <= 0) void this.refresh();
    this.#cancel = this.#options.clock.after(wait > 0 ? wait : EVERY_MS, () => this.start());
  }

  stop(): void {
    this.#cancel?.();
  }

  /** Asks at once, as something has changed here that the platform reckons with. */
  async refresh(): Promise<void> {
    const { execute, workerId, clock, log, onTerms } = this.#options;
    this.#askedAt = clock.elapsed();
    try {
      const { worker, market } = await execute(workerTerms, { id: workerId });
      if (!worker) return;
      const { walletAddress = null, customBid = null, benchScore = null, bid, hourlyEstimate } = worker;
      const estimate = hourlyEstimate && {
        low: hourlyEstimate.low ?? null,
        expected: hourlyEstimate.expected ?? null,
        high: hourlyEstimate.high ?? null,
        reason: hourlyEstimate.reason ?? null,
        method: hourlyEstimate.method,
        thin: hourlyEstimate.thin ?? null,
      };
      onTerms({
        at: new Date(clock.now()).toISOString(),
        ...{ walletAddress, bid, customBid, benchScore },
        averageBid: market.averageBid ?? null,
        marketAt: market.asOf ?? null,
        estimate: estimate ?? null,
      });
    } catch (error) {
      this.#askedAt = -Infinity;
      if (!isOffline(error)) log.warn({ err: error }, 'the bid and the market could not be read');
    }
  }

  /**
   * Says on the platform what the worker asks from its next lease on, in micro-dollars; null for the platform's default.
   * Throws AgentError PLATFORM_UNREACHABLE or PLATFORM_REFUSED; then nothing has changed, or the platform could not say.
   */
  async setBid(bid: string | null): Promise<void> {
    const { execute, workerId: id } = this.#options;
    try {
      await execute(setWorkerBid, { id, bid });
    } catch (cause) {
      if (!(cause instanceof PlatformError)) throw cause;
      if (isOffline(cause))
        throw new AgentError(
          'PLATFORM_UNREACHABLE',
          'The bid is set on the platform, which cannot be reached now: the network is down. Try again when the agent is online.',
          { cause },
        );
      throw new AgentError('PLATFORM_REFUSED', `The platform refused the bid: ${cause.message}`, { cause });
    }
    await this.refresh();
  }
}

function isOffline(error: unknown): boolean {
  return error instanceof PlatformError && (error.code === OFFLINE || error.code === TIMEOUT);
}
