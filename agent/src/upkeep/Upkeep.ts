import { Bencher, type BencherOptions, type BenchState } from '../bench/Bencher.ts';
import type { Check } from '../doctor/Check.ts';
import { complianceOf } from '../doctor/complianceOf.ts';
import { OFFLINE, PlatformError } from '../platform/PlatformError.ts';
import { reportCompliance, reportConnection } from '../platform/operations.ts';
import { measureConnection } from '../speed/measureConnection.ts';
import type { MeasuredConnection } from '../speed/Connection.ts';

/** What is told of what goes on beside the tasks. */
export interface UpkeepState {
  readonly bench: BenchState;
  /** Null until measured. */
  readonly connection: MeasuredConnection | null;
}

export interface UpkeepOptions extends BencherOptions {
  readonly gateway: string;
  /** Looks at what the agent stands on. */
  readonly check: () => Promise<readonly Check[]>;
  /** Whether there is neither a task nor a reason not to take one. */
  readonly isIdle: () => boolean;
  /** How the connection is measured; tests put their own in its place. */
  readonly measure?: typeof measureConnection;
}

const LOOK_MS = 15_000;
/** Idle for so long, a machine is not just between two tasks: what is measured keeps it from the next for a minute. */
const QUIET_MS = 5 * 60_000;
const CHECK_EVERY_MS = 3_600_000;
const MEASURE_EVERY_MS = 24 * 3_600_000;
/** What could not be done is tried again after this. */
const RETRY_MS = 3_600_000;

/** A time about as long, so that agents that were turned away together do not come back together. */
const someTime = (ms: number) => ms * (0.5 + Math.random());

/** Does what is due now and then beside the tasks: checks the machine, and measures it and its connection while it is idle. */
export class Upkeep {
  readonly #options: UpkeepOptions;
  readonly #bencher: Bencher;
  readonly #stopped = new AbortController();
  #connection: MeasuredConnection | null = null;
  #online = false;
  #looking: Promise<void> | undefined;
  #cancel: (() => void) | undefined;
  #idleSince: number | undefined;
  #checkAt = 0;
  #benchAt = 0;
  #measureAt = 0;
  #tellAt = 0;

  constructor(options: UpkeepOptions) {
    this.#options = options;
    this.#bencher = new Bencher(options);
  }

  get state(): UpkeepState {
    return { bench: this.#bencher.state, connection: this.#connection };
  }

  /** Looks now and then from now on. */
  async start(): Promise<void> {
    await this.#bencher.open();
    this.#lookLater();
  }

  /** Says whether the platform can be told something. */
  setOnline(online: boolean): void {
    this.#online = online;
    this.#tellAt = 0;
    if (online) void this.#look();
  }

  /** Begins to measure how fast the machine is, because its owner wants it. Throws AgentError AT_WORK. */
  benchmark(): void {
    void this.#bencher.measure().then(() => this.#tellBenchmark());
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#cancel?.();
    await this.#bencher.stop();
    await this.#looking;
  }

  #lookLater(): void {
    this.#cancel = this.#options.clock.after(LOOK_MS, () => {
      this.#lookLater();
      void this.#look();
    });
  }

  /** One look at a time: what is measured side by side is measured wrong. */
  #look(): Promise<void> {
    this.#looking ??= this.#lookNow().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #lookNow(): Promise<void> {
    const { clock, isIdle } = this.#options;
    const now = clock.elapsed();
    this.#idleSince = isIdle() ? (this.#idleSince ?? now) : undefined;
    if (!this.#online || this.#stopped.signal.aborted) return;
    await this.#tellBenchmark();
    if (now >= this.#checkAt) {
      this.#checkAt = now + ((await this.#tellChecks()) ? CHECK_EVERY_MS : RETRY_MS);
    }
    if (this.#idleSince === undefined || now - this.#idleSince < QUIET_MS) return;
    if (now >= this.#benchAt) {
      this.#benchAt = now + RETRY_MS;
      await this.#measureIfDue();
    } else if (now >= this.#measureAt) {
      this.#measureAt = now + ((await this.#measureConnection()) ? MEASURE_EVERY_MS : someTime(RETRY_MS));
    }
  }

  async #measureIfDue(): Promise<void> {
    try {
      if (!(await this.#bencher.isDue())) return;
      await this.#bencher.measure();
    } catch (error) {
      this.#options.log.debug({ err: error }, 'the machine is measured later');
      return;
    }
    await this.#tellBenchmark();
  }

  async #tellBenchmark(): Promise<void> {
    const now = this.#options.clock.elapsed();
    if (!this.#online || now < this.#tellAt) return;
    const told = await this.#tell('how fast the machine is', () => this.#bencher.report());
    this.#tellAt = told ? 0 : now + RETRY_MS;
  }

  async #tellChecks(): Promise<boolean> {
    const { check, clock, execute } = this.#options;
    return this.#tell('what was checked', async () => {
      const checks = complianceOf(await check(), new Date(clock.now()));
      await execute(reportCompliance, { checks });
    });
  }

  async #measureConnection(): Promise<boolean> {
    const { clock, execute, gateway, isIdle, measure = measureConnection, onChange } = this.#options;
    return this.#tell('how fast the connection is', async () => {
      const measured = await measure({ execute, gateway, signal: this.#stopped.signal });
      // A task that came meanwhile has shared the line.
      if (!isIdle()) throw new Error('A task came meanwhile.');
      if ((measured.downloadMbps ?? measured.uploadMbps ?? measured.latencyMs) === null)
        throw new Error('Nothing could be measured.');
      this.#connection = { ...measured, measuredAt: new Date(clock.now()).toISOString() };
      onChange();
      await execute(reportConnection, { input: this.#connection });
    });
  }

  /** Whether it was told; what goes wrong costs no task. */
  async #tell(what: string, tell: () => Promise<void>): Promise<boolean> {
    try {
      await tell();
      return true;
    } catch (error) {
      const isOffline = error instanceof PlatformError && error.code === OFFLINE;
      if (!isOffline && !this.#stopped.signal.aborted)
        this.#options.log.warn({ err: error }, `${what} could not be told`);
      return false;
    }
  }
}
