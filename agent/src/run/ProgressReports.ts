import type { Clock } from '../clock.ts';
import type { Execute } from '../platform/Operation.ts';
import { reportProgress } from '../platform/operations.ts';
import type { Work } from './Work.ts';

export interface ProgressReportsOptions {
  readonly execute: Execute;
  readonly clock: Clock;
  /** What is at work now. */
  readonly works: () => readonly Work[];
  /** Told of each lease that is no longer held. */
  readonly onLost: (work: Work) => void;
}

/** How often progress is reported while there is some. */
const INTERVAL_MS = 2_000;
/** How often it is reported without: a lease that is not renewed ends after 60 s. */
const RENEWAL_MS = 10_000;

/** Reports how far attempts are, which renews their leases. */
export class ProgressReports {
  readonly #options: ProgressReportsOptions;
  #cancel: (() => void) | undefined;
  #reported = new Map<string, { progress: number; at: number }>();
  #reporting = false;

  constructor(options: ProgressReportsOptions) {
    this.#options = options;
  }

  start(): void {
    this.#cancel = this.#options.clock.after(INTERVAL_MS, () => {
      this.start();
      void this.#report();
    });
  }

  stop(): void {
    this.#cancel?.();
  }

  /** Says that work which is neither ended nor lost waits for the next start of the agent. Never rejects. */
  async sayStopping(): Promise<void> {
    const works = this.#options.works().filter(({ ended, lost }) => !ended && !lost);
    if (works.length === 0) return;
    const reports = works.map((work) => ({ ...reportOf(work), stopping: true }));
    await this.#options.execute(reportProgress, { reports }).catch(() => undefined);
  }

  async #report(): Promise<void> {
    const works = this.#options.works().filter((work) => !work.lost);
    if (this.#reporting || !works.some((work) => this.#isDue(work))) return;
    this.#reporting = true;
    const at = this.#options.clock.elapsed();
    const reports = works.map(reportOf);
    try {
      const answer = await this.#options.execute(reportProgress, { reports });
      this.#reported = new Map(reports.map(({ attemptId, progress }) => [attemptId, { progress, at }]));
      const lost = new Set(
        answer.reportProgress.filter(({ held }) => !held).map(({ attemptId }) => attemptId),
      );
      for (const work of works) if (lost.has(work.lease.attemptId)) this.#options.onLost(work);
    } catch {
      // The work goes on: a lease outlives a short loss of network, and the next report comes soon.
    } finally {
      this.#reporting = false;
    }
  }

  #isDue({ lease, progress }: Work): boolean {
    const last = this.#reported.get(lease.attemptId);
    return !last || last.progress !== progress || this.#options.clock.elapsed() - last.at >= RENEWAL_MS;
  }
}

function reportOf({ lease: { attemptId, token }, progress, signs }: Work) {
  return { attemptId, token, progress, signs };
}
