import { AgentError } from '../AgentError.ts';
import type { Clock } from '../clock.ts';
import type { Configuration } from '../configuration.ts';
import type { Check } from '../doctor/Check.ts';
import type { History, PastAttempt } from '../history/History.ts';
import type { Enrolment, Home } from '../home/Home.ts';
import type { AgentStatus } from '../home/statusFile.ts';
import type { Log } from '../log.ts';
import type { PowerCapState } from '../limits/PowerCaps.ts';
import type { GpuMonitor, GpuReport } from '../metrics/GpuReading.ts';
import type { Owner } from '../owner/Owner.ts';
import type { LocalState } from '../page/LocalState.ts';
import { VERSION } from '../version.ts';
import { Agent } from './Agent.ts';
import type { AgentOptions } from './AgentOptions.ts';
import { checkHome, enrolHome } from './enrolHome.ts';

export interface StationOptions extends Pick<AgentOptions, 'engines' | 'hostMonitor' | 'readingIntervalMs'> {
  /** How it stands with the power caps; none where it is left out. */
  readonly powerCaps?: (() => readonly PowerCapState[]) | undefined;
  /** Looks at what the agent stands on; without it, nothing is done beside the tasks. */
  readonly check?: ((gateway: string) => Promise<readonly Check[]>) | undefined;
  readonly home: Home;
  readonly owner: Owner;
  readonly history: History;
  readonly gpuMonitor: GpuMonitor;
  readonly clock: Clock;
  readonly log: Log;
  /** Told what a page has to know: its state, a sample, or attempts, under these names. */
  readonly onNews: (news: object) => void;
}

/** What runs on this machine, before an import and after: the agent once there is one, and what is seen of it here. */
export class Station {
  /** Resolves when the platform has ended the worker's credential. */
  readonly ended: Promise<AgentError>;
  readonly #options: StationOptions;
  readonly #monitor: GpuMonitor;
  #end: (error: AgentError) => void = () => undefined;
  #enrolment: Enrolment | undefined;
  #agent: Agent | undefined;
  #status: AgentStatus | null = null;
  #report: GpuReport = { gpus: [], problem: null };
  #cancelWatch: (() => void) | undefined;
  #deafen: (() => void) | undefined;
  #changing: Promise<unknown> = Promise.resolve();

  constructor(options: StationOptions) {
    this.#options = options;
    this.ended = new Promise((resolve) => (this.#end = resolve));
    this.#monitor = async () => {
      const report = await options.gpuMonitor();
      this.#saw(report);
      return report;
    };
  }

  /** Starts the worker that this machine is; without one, it is only watched. */
  start(): Promise<void> {
    const { owner } = this.#options;
    owner.start();
    this.#deafen = owner.listen(() => this.#tellState());
    return this.#change(() => this.#startWork());
  }

  async stop(): Promise<void> {
    await this.#changing;
    this.#deafen?.();
    this.#cancelWatch?.();
    this.#options.owner.stop();
    await this.#agent?.stop();
    this.#options.history.close();
  }

  /** Throws AgentError where a configuration could not be imported, without asking the platform. */
  async check(configuration: Configuration): Promise<void> {
    await checkHome(configuration, this.#options.home);
  }

  /** Tells pages that what they show has changed. */
  changed(): void {
    this.#tellState();
  }

  /** Makes this machine the worker of a configuration, at once; false when it was already. Throws AgentError. */
  enrol(configuration: Configuration): Promise<boolean> {
    return this.#change(async () => {
      const enrolment = await enrolHome(configuration, this.#options.home);
      if (!enrolment) return false;
      this.#cancelWatch?.();
      await this.#agent?.stop();
      this.#enrolment = enrolment;
      await this.#begin(enrolment);
      return true;
    });
  }

  /** Says on the platform what the worker asks, in micro-dollars; null for the platform's default. Throws AgentError. */
  async setBid(bid: string | null): Promise<void> {
    if (!this.#agent)
      throw new AgentError('NOT_ENROLLED', 'Only a worker has a bid: import a configuration first.');
    await this.#agent.setBid(bid);
  }

  state(): LocalState {
    const { owner, clock } = this.#options;
    const enrolment = this.#enrolment;
    return {
      version: VERSION,
      at: new Date(clock.now()).toISOString(),
      worker: enrolment
        ? (this.#status?.worker ?? { id: enrolment.workerId, name: enrolment.workerName })
        : null,
      gateway: enrolment?.gateway ?? null,
      status: this.#status,
      gpus: this.#report.gpus.map(({ gpu }) => gpu),
      gpuProblem: this.#report.problem,
      settings: owner.settings,
      powerCaps: this.#options.powerCaps?.() ?? [],
      bench: this.#agent?.upkeep?.bench ?? null,
      connectionSpeed: this.#agent?.upkeep?.connection ?? null,
    };
  }

  /** Begins to measure how fast this machine is. Throws AgentError NOT_ENROLLED or AT_WORK. */
  benchmark(): void {
    if (!this.#agent) throw new AgentError('NOT_ENROLLED', 'Import a configuration first.');
    this.#agent.benchmark();
  }

  /** What there is to see of a task under way, as a small JPEG; null where nothing is yet. */
  preview(taskId: string): Buffer | null {
    return this.#agent?.preview(taskId) ?? null;
  }

  /** All that a page has to know first. */
  known(): object[] {
    const { history, clock } = this.#options;
    return [
      { state: this.state() },
      { samples: history.samples(clock.now()) },
      { attempts: history.attempts() },
    ];
  }

  /** One change after the other: two at once would make two agents of one worker. */
  #change<T>(change: () => Promise<T>): Promise<T> {
    const changing = this.#changing.then(change);
    this.#changing = changing.catch(() => undefined);
    return changing;
  }

  async #startWork(): Promise<void> {
    // A configuration may have been imported before.
    if (this.#agent) return;
    this.#enrolment = await this.#options.home.readEnrolment();
    if (this.#enrolment) await this.#begin(this.#enrolment);
    else this.#watch();
  }

  async #begin(enrolment: Enrolment): Promise<void> {
    const { home, log, check } = this.#options;
    log.info({ worker: enrolment.workerName, workerId: enrolment.workerId, home: home.folder }, 'started');
    const agent = new Agent({
      ...this.#options,
      enrolment,
      key: await home.key(),
      gpuMonitor: this.#monitor,
      upkeep: check && { check: () => check(enrolment.gateway), onChange: () => this.#tellState() },
      onStatus: (status) => {
        this.#status = status;
        this.#tellState();
      },
      onAttempt: (attempt) => this.#remember(attempt),
    });
    this.#agent = agent;
    void agent.ended.then((error) => this.#agent === agent && this.#end(error));
    await agent.start();
  }

  /** Without an agent nobody else reads the GPUs. */
  #watch(): void {
    const { clock, readingIntervalMs, log } = this.#options;
    this.#cancelWatch = clock.after(readingIntervalMs, () => this.#watch());
    this.#monitor().catch((error: unknown) => log.warn({ err: error }, 'the GPUs could not be read'));
  }

  #saw(report: GpuReport): void {
    const { owner, history, clock, onNews } = this.#options;
    const before = JSON.stringify([this.#report.gpus.map(({ gpu }) => gpu), this.#report.problem]);
    this.#report = report;
    owner.sawGpus(report);
    const after = JSON.stringify([report.gpus.map(({ gpu }) => gpu), report.problem]);
    if (before !== after) this.#tellState();
    if (report.gpus.length === 0) return;
    const gpus = report.gpus.map(({ gpu, sample }) => ({ uuid: gpu.uuid, ...sample }));
    const sample = { at: new Date(clock.now()).toISOString(), gpus };
    this.#keep(() => history.addSample(sample));
    onNews({ samples: [sample] });
  }

  #remember(attempt: PastAttempt): void {
    const { history, onNews } = this.#options;
    this.#keep(() => {
      history.addAttempt(attempt);
      onNews({ attempts: history.attempts() });
    });
  }

  /** What cannot be kept is forgotten: a full disk must not end the work. */
  #keep(write: () => void): void {
    try {
      write();
    } catch (error) {
      this.#options.log.warn({ err: error }, 'the history could not be written');
    }
  }

  #tellState(): void {
    this.#options.onNews({ state: this.state() });
  }
}
