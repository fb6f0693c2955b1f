import { randomUUID, type KeyObject } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgentError } from '../AgentError.ts';
import type { Machine } from '../bench/Machine.ts';
import type { Clock } from '../clock.ts';
import type { EngineFactory } from '../engine/Engine.ts';
import type { Intent } from '../generated/graphql.ts';
import type { PastAttempt } from '../history/History.ts';
import type { Enrolment, Home } from '../home/Home.ts';
import { StatusWriter, type AgentStatus } from '../home/statusFile.ts';
import type { Log } from '../log.ts';
import type { HostMonitor } from '../metrics/createHostMonitor.ts';
import type { Gpu, GpuMonitor } from '../metrics/GpuReading.ts';
import { isNvidia } from '../metrics/isNvidia.ts';
import { Mining } from '../mining/Mining.ts';
import { KeptReadings } from '../outbox/KeptReadings.ts';
import { Outbox } from '../outbox/Outbox.ts';
import type { Decision } from '../owner/decideIntent.ts';
import type { Owner } from '../owner/Owner.ts';
import { Connection, CREDENTIAL_IN_USE } from '../platform/Connection.ts';
import type { Execute } from '../platform/Operation.ts';
import { watched, workAvailable } from '../platform/operations.ts';
import { KeptTerms } from '../terms/KeptTerms.ts';
import { readTerms } from '../terms/readTerms.ts';
import { TermsWatch } from '../terms/TermsWatch.ts';
import { Upkeep, type UpkeepOptions, type UpkeepState } from '../upkeep/Upkeep.ts';
import { clearOfMiners } from './clearOfMiners.ts';
import { credentialEnded } from './credentialEnded.ts';
import { Delivery } from './Delivery.ts';
import { firstStatus } from './firstStatus.ts';
import { FrameUploads } from './FrameUploads.ts';
import { Heart } from './Heart.ts';
import { Introduction } from './Introduction.ts';
import { ProgressReports } from './ProgressReports.ts';
import { Readings } from './Readings.ts';
import { Runner } from './Runner.ts';
import { Scenes } from './Scenes.ts';
import { settlesWithin } from './settlesWithin.ts';
import { attemptOf, taskStatus } from './workViews.ts';

export interface AgentOptions {
  readonly home: Home;
  readonly enrolment: Enrolment;
  readonly key: KeyObject;
  /** Makes a slot's engines. */
  readonly engines: readonly EngineFactory[];
  readonly gpuMonitor: GpuMonitor;
  readonly hostMonitor: HostMonitor;
  /** Time from one reading to the next, in milliseconds. */
  readonly readingIntervalMs: number;
  readonly clock: Clock;
  readonly log: Log;
  /** What the owner of the machine wants of it. */
  readonly owner: Owner;
  /** What is done now and then beside the tasks; nothing is where it is left out. */
  readonly upkeep?: Pick<UpkeepOptions, 'check' | 'onChange'> | undefined;
  /** Told whenever its status has changed. */
  readonly onStatus: (status: AgentStatus) => void;
  /** Told of each attempt that ended here. */
  readonly onAttempt: (attempt: PastAttempt) => void;
}

/** For how long a heartbeat holds that says that someone looks at the readings. */
const WATCHED_SECONDS = 30;
/** How long a stop waits for what was under way to end, and then for that to be told. */
const STOP_LIMIT_MS = 3_000;

/** A worker at work: everything between one start and one stop. */
export class Agent {
  /** Resolves when the platform has ended the worker's credential. */
  readonly ended: Promise<AgentError>;
  readonly #options: AgentOptions;
  readonly #connection: Connection;
  readonly #outbox: Outbox;
  readonly #uploads: FrameUploads;
  readonly #delivery: Delivery;
  readonly #scenes: Scenes;
  readonly #mining: Mining;
  readonly #runner: Runner;
  readonly #progress: ProgressReports;
  readonly #kept: KeptReadings;
  readonly #readings: Readings;
  readonly #introduction: Introduction;
  readonly #heart: Heart;
  readonly #terms: TermsWatch;
  readonly #keptTerms: KeptTerms;
  readonly #status: StatusWriter;
  readonly #upkeep: Upkeep | undefined;
  #gpus: readonly Gpu[] | undefined;
  #problem: string | null = null;
  /** Whether what earlier runs left behind was cleared up. */
  #swept = false;
  /** What the portal wants; undefined before its first word. */
  #portal: Intent | undefined;
  #deafen: (() => void) | undefined;

  constructor(options: AgentOptions) {
    const { home, enrolment, clock, log } = options;
    const { gateway, credential } = enrolment;
    const execute: Execute = (operation, variables) => this.#connection.execute(operation, variables);
    this.#options = options;
    let end: (error: AgentError) => void;
    this.ended = new Promise((resolve) => (end = resolve));
    this.#status = new StatusWriter(
      home.status,
      clock,
      firstStatus(enrolment, clock.now()),
      (error) => log.warn({ err: error }, 'the status could not be written'),
      options.onStatus,
    );
    this.#connection = new Connection(
      { gateway, credential, run: randomUUID(), clock, log },
      {
        onOnline: () => this.#online(),
        onOffline: (reason) => this.#offline(reason),
        onEnded: (reason) => end(credentialEnded(enrolment, reason)),
      },
    );
    this.#outbox = new Outbox(home.outbox, clock);
    const onPiece = (attemptId: string): void => this.#runner.sign(attemptId);
    this.#uploads = new FrameUploads({ execute, gateway, onPiece, log });
    this.#scenes = new Scenes({ folder: home.scenes, clock });
    this.#delivery = new Delivery({
      outbox: this.#outbox,
      uploads: this.#uploads,
      execute,
      gateway,
      clock,
      log,
      onPiece,
      onSettled: (attemptId) => this.#runner.settle(attemptId),
    });
    this.#mining = new Mining({
      home,
      settings: () => options.owner.settings,
      isLost: (uuid) => options.owner.isLost(uuid),
      clock,
      log,
      onChange: (mining) => this.#status.update({ mining }),
    });
    this.#runner = new Runner({
      ...options,
      execute,
      delivery: this.#delivery,
      uploads: this.#uploads,
      scenes: this.#scenes,
      gateway,
      onChange: () => this.#status.update(this.#workStatus()),
      onError: (code, reason) => this.#mention(code, reason),
      allows: (slot, kind) => options.owner.allows(slot, kind) && !this.#mining.isStuck(slot),
      beforeWork: (slot) => this.#mining.beforeWork(slot),
      afterWork: (slot) => this.#mining.afterWork(slot),
      onEnded: (work, outcome, reason) =>
        options.onAttempt({ ...attemptOf(work, clock.now()), outcome, reason }),
    });
    this.#progress = new ProgressReports({
      execute,
      clock,
      works: () => this.#runner.works(),
      onLost: (work) => this.#runner.drop(work),
    });
    this.#kept = new KeptReadings(home.readings);
    this.#readings = new Readings({
      gpuMonitor: options.gpuMonitor,
      hostMonitor: options.hostMonitor,
      kept: this.#kept,
      execute,
      clock,
      log,
      intervalMs: options.readingIntervalMs,
      onGpus: (gpus, problem) => this.#sawGpus(gpus, problem),
    });
    this.#upkeep =
      options.upkeep &&
      new Upkeep({
        ...options.upkeep,
        home,
        execute,
        gateway,
        clock,
        log,
        machine: () => this.#machine(),
        reserve: (onTaken) => this.#runner.reserve(onTaken),
        clear: (slots) => clearOfMiners(slots, this.#mining, () => this.#runner.works()),
        isIdle: () => this.#runner.works().length === 0 && this.#decide().intent === 'RUN',
      });
    this.#keptTerms = new KeptTerms(home.terms, log);
    this.#terms = new TermsWatch({
      execute,
      workerId: enrolment.workerId,
      clock,
      log,
      onTerms: (terms) => {
        this.#status.update({ terms });
        this.#keptTerms.keep(terms);
      },
    });
    this.#introduction = new Introduction({
      execute,
      isOnline: () => this.#connection.online,
      log,
      onIntroduced: (gpus) => {
        this.#runner.growTo(gpus.map(({ uuid }) => (isNvidia(uuid) ? uuid : null)));
        this.#runner.setOnline(this.#connection.online);
        this.#upkeep?.setOnline(this.#connection.online);
      },
    });
    this.#heart = new Heart({
      execute,
      clock,
      log,
      isMining: () => this.#mining.active,
      onHeard: (worker, askedAt) => {
        const heardAt = new Date(clock.now()).toISOString();
        this.#status.update({ worker: { id: worker.id, name: worker.name }, heardAt });
        this.#portal = worker.status.intent;
        if (worker.leases) {
          this.#runner.reconcile(worker.leases, askedAt);
          void this.#sweepFrames(worker.leases.map(({ attemptId }) => attemptId));
        }
        this.#obey();
        void this.#introduction.make(this.#gpus);
      },
      onWatched: (isWatched, askedAt) => {
        if (isWatched) this.#readings.watch(WATCHED_SECONDS);
        else this.#readings.rest(askedAt);
      },
    });
  }

  /** What there is to see of a task under way, as a small JPEG; null where nothing is yet. */
  preview(taskId: string): Buffer | null {
    const work = this.#runner.works().find(({ lease }) => lease.taskId === taskId);
    return work?.preview?.jpeg ?? null;
  }

  /** Starts work. */
  async start(): Promise<void> {
    const { work, results } = this.#options.home;
    for (const name of await readdir(work)) await rm(join(work, name), { recursive: true, force: true });
    await this.#delivery.sweep(results);
    await this.#scenes.sweep();
    this.#mining.start();
    this.#status.update({ terms: await readTerms(this.#options.home.terms) });
    this.#deafen = this.#options.owner.listen(() => this.#obey());
    this.#obey();
    this.#readings.start();
    this.#progress.start();
    this.#connection.start();
    await this.#upkeep?.start();
  }

  /** What is told of what goes on beside the tasks; undefined where nothing does. */
  get upkeep(): UpkeepState | undefined {
    return this.#upkeep?.state;
  }

  /** Begins to measure how fast the machine is. Throws AgentError AT_WORK. */
  benchmark(): void {
    this.#upkeep?.benchmark();
  }

  /**
   * Ends work within seconds. Nothing acknowledged or finished is lost: a render with frames that are done waits a minute for
   * the next start, and goes on with them; what else was under way goes to others at once.
   */
  async stop(): Promise<void> {
    const { clock } = this.#options;
    this.#deafen?.();
    this.#heart.stop();
    this.#terms.stop();
    this.#progress.stop();
    const mined = this.#mining.stop();
    await settlesWithin(STOP_LIMIT_MS, this.#runner.stop(), clock);
    await settlesWithin(STOP_LIMIT_MS, this.#progress.sayStopping(), clock);
    await mined;
    await settlesWithin(STOP_LIMIT_MS, this.#upkeep?.stop(), clock);
    await settlesWithin(STOP_LIMIT_MS, this.#delivery.settled(), clock);
    this.#connection.stop();
    this.#uploads.stop();
    await this.#delivery.stop();
    await this.#readings.stop();
    this.#status.update({ ...this.#workStatus(), connection: 'OFFLINE' });
    await this.#status.close();
    await this.#keptTerms.settled();
    this.#kept.close();
    this.#outbox.close();
  }

  /** Says on the platform what the worker asks, in micro-dollars; null for the platform's default. Throws AgentError. */
  async setBid(bid: string | null): Promise<void> {
    await this.#terms.setBid(bid);
    await this.#keptTerms.settled();
  }

  /** Frames of attempts that this worker no longer holds are of no use; known once the platform has said what it does. */
  async #sweepFrames(held: readonly string[]): Promise<void> {
    if (this.#swept) return;
    this.#swept = true;
    const begun = this.#runner.works().map(({ lease }) => lease.attemptId);
    try {
      await this.#delivery.sweep(this.#options.home.results, new Set([...held, ...begun]));
    } catch (error) {
      this.#options.log.warn({ err: error }, 'old frames could not be removed');
    }
  }

  #online(): void {
    this.#options.log.info({ gateway: this.#options.enrolment.gateway }, 'online');
    this.#status.update({ connection: 'ONLINE' });
    this.#connection.subscribe(workAvailable, {}, () => this.#runner.hint());
    this.#connection.subscribe(watched, {}, (data) => this.#readings.watch(data.watched.seconds));
    this.#heart.start();
    this.#terms.start();
    this.#delivery.kick();
    this.#uploads.retry();
    this.#readings.send();
    void this.#introduction.make(this.#gpus);
  }

  #offline(reason: string): void {
    this.#introduction.forget();
    this.#heart.stop();
    this.#terms.stop();
    this.#upkeep?.setOnline(false);
    this.#runner.setOnline(false);
    this.#status.update({ connection: 'OFFLINE' });
    if (reason === CREDENTIAL_IN_USE) {
      this.#mention(
        reason,
        'Another agent works with this worker’s credential, or did up to 30 s ago. It is tried again.',
      );
    } else {
      this.#mention('OFFLINE', `The connection to the platform is down: ${reason}. It is tried again.`);
    }
  }

  /** Does as the owner and the portal want. */
  #obey(): void {
    const { intent, holds, handBack } = this.#decide();
    this.#status.update({ intent, holds: [...holds] });
    if (this.#portal !== undefined) this.#runner.setIntent(intent);
    this.#mining.setIntent(this.#portal && intent);
    if (handBack) this.#runner.handBack();
  }

  #decide(): Decision {
    return this.#options.owner.decide(this.#portal ?? 'RUN');
  }

  #machine(): Machine | undefined {
    const { engines, owner } = this.#options;
    if (!this.#gpus) return undefined;
    const lost = this.#gpus.map(({ uuid }) => uuid).filter((uuid) => owner.isLost(uuid));
    return { engines, gpus: this.#gpus, gpusOff: [...owner.settings.gpusOff, ...lost] };
  }

  #sawGpus(gpus: readonly Gpu[], problem: string | null): void {
    this.#gpus = gpus;
    // NVIDIA's come first: a slot is the same one to both.
    this.#mining.sawGpus(gpus.filter(({ uuid }) => isNvidia(uuid)));
    if (problem !== null && problem !== this.#problem) this.#mention('GPU_UNREADABLE', problem);
    this.#problem = problem;
    void this.#introduction.make(this.#gpus);
  }

  #mention(code: string, message: string): void {
    this.#options.log.warn({ code }, message);
    this.#status.update({
      lastError: { at: new Date(this.#options.clock.now()).toISOString(), code, message },
    });
  }

  #workStatus(): Pick<AgentStatus, 'tasks' | 'unacknowledged'> {
    const now = this.#options.clock.now();
    return {
      tasks: this.#runner.works().map((work) => taskStatus(work, now)),
      unacknowledged: this.#outbox.count('result') + this.#outbox.count('failure'),
    };
  }
}
