import type { AgentError } from '../AgentError.ts';
import type { Machine } from '../bench/Machine.ts';
import type { HoldInput, Intent } from '../generated/graphql.ts';
import type { AgentStatus } from '../home/statusFile.ts';
import type { Gpu } from '../metrics/GpuReading.ts';
import { isNvidia } from '../metrics/isNvidia.ts';
import type { Decision } from '../owner/decideIntent.ts';
import { ownHold } from '../owner/ownHold.ts';
import { CREDENTIAL_IN_USE } from '../platform/Connection.ts';
import { watched, workAvailable } from '../platform/operations.ts';
import type { AgentOptions } from './AgentOptions.ts';
import type { Parts } from './buildParts.ts';
import { credentialEnded } from './credentialEnded.ts';
import type { HeardWorker } from './Heart.ts';
import { taskStatus } from './workViews.ts';

/** For how long a heartbeat holds that says that someone looks at the readings. */
const WATCHED_SECONDS = 30;

/** What the agent does about whatever it is told: by the platform, by its owner, and by what it sees of the machine. */
export class Conduct {
  /** Resolves when the platform has ended the worker's credential. */
  readonly ended: Promise<AgentError>;
  readonly #options: AgentOptions;
  /** Known from when they are built on, before any of them tells something. */
  readonly #parts: () => Parts;
  #end: (error: AgentError) => void = () => undefined;
  #gpus: readonly Gpu[] | undefined;
  #problem: string | null = null;
  /** Whether what earlier runs left behind was cleared up. */
  #swept = false;
  /** What the portal wants; undefined before its first word. */
  #portal: Intent | undefined;
  /** What kept this machine from taking tasks when that was looked at last. */
  #held = 'null';

  constructor(options: AgentOptions, parts: () => Parts) {
    this.#options = options;
    this.#parts = parts;
    this.ended = new Promise((resolve) => (this.#end = resolve));
  }

  /** The connection is up. */
  online(): void {
    const { connection, delivery, heart, readings, runner, status, terms, uploads } = this.#parts();
    this.#options.log.info({ gateway: this.#options.enrolment.gateway }, 'online');
    status.update({ connection: 'ONLINE' });
    connection.subscribe(workAvailable, {}, () => runner.hint());
    connection.subscribe(watched, {}, (data) => readings.watch(data.watched.seconds));
    heart.start();
    terms.start();
    delivery.kick();
    uploads.retry();
    readings.send();
    this.#introduce();
  }

  /** The connection is down, for a reason. */
  offline(reason: string): void {
    const { heart, introduction, runner, status, terms, upkeep } = this.#parts();
    introduction.forget();
    heart.stop();
    terms.stop();
    upkeep?.setOnline(false);
    runner.setOnline(false);
    status.update({ connection: 'OFFLINE' });
    if (reason === CREDENTIAL_IN_USE) {
      this.mention(
        reason,
        'Another agent works with this worker’s credential, or did up to 30 s ago. It is tried again.',
      );
    } else {
      this.mention('OFFLINE', `The connection to the platform is down: ${reason}. It is tried again.`);
    }
  }

  /** The platform does not know the credential any more. */
  end(reason: string): void {
    this.#end(credentialEnded(this.#options.enrolment, reason));
  }

  /** The platform has answered a heartbeat that was sent at `askedAt`. */
  heard({ id, name, status: { intent }, leases }: HeardWorker, askedAt: number): void {
    const { runner, status } = this.#parts();
    status.update({ worker: { id, name }, heardAt: this.#now() });
    this.#portal = intent;
    if (leases) {
      runner.reconcile(leases, askedAt);
      void this.#sweepFrames(leases.map(({ attemptId }) => attemptId));
    }
    this.obey();
  }

  /** Someone looks at the readings, or nobody did when that was asked. */
  watched(isWatched: boolean, askedAt: number): void {
    const { readings } = this.#parts();
    if (isWatched) readings.watch(WATCHED_SECONDS);
    else readings.rest(askedAt);
  }

  /** The GPUs were read, or could not be, for a problem. */
  sawGpus(gpus: readonly Gpu[], problem: string | null): void {
    this.#gpus = gpus;
    // NVIDIA's come first: a slot is the same one to both.
    this.#parts().mining.sawGpus(gpus.filter(({ uuid }) => isNvidia(uuid)));
    if (problem !== null && problem !== this.#problem) this.mention('GPU_UNREADABLE', problem);
    this.#problem = problem;
    this.#introduce();
  }

  /** Does as the owner and the portal want. */
  obey(): void {
    const { connection, heart, mining, runner, status } = this.#parts();
    const { intent, holds, handBack } = this.decide();
    status.update({ intent, holds: [...holds] });
    if (this.#portal !== undefined) runner.setIntent(intent);
    mining.setIntent(this.#portal && intent);
    if (handBack) runner.handBack();
    this.#introduce();
    const held = JSON.stringify(this.ownHold());
    if (held === this.#held) return;
    this.#held = held;
    // The portal shows it at once.
    if (connection.online) heart.start();
  }

  /** What the owner and the portal want together. */
  decide(): Decision {
    return this.#options.owner.decide(this.#portal ?? 'RUN');
  }

  /** What keeps this machine from taking tasks, whatever the portal wants; null for nothing. */
  ownHold(): HoldInput | null {
    return ownHold(this.#options.owner.decide('RUN').holds);
  }

  /** What there is to measure; undefined before the GPUs were looked for. */
  machine(): Machine | undefined {
    const { engines, owner } = this.#options;
    if (!this.#gpus) return undefined;
    const gpusOff = this.#gpus.map(({ uuid }) => uuid).filter((uuid) => !owner.takesTasks(uuid));
    return { engines, gpus: this.#gpus, gpusOff };
  }

  /** Tells in the status what is at work, and more of it if given. */
  tellWork(more: Partial<AgentStatus> = {}): void {
    const { outbox, runner, status } = this.#parts();
    const { clock } = this.#options;
    status.update({
      tasks: runner.works().map((work) => taskStatus(work, clock)),
      unacknowledged: outbox.count('result') + outbox.count('failure'),
      ...more,
    });
  }

  /** Tells the log and the status what is amiss. */
  mention(code: string, message: string): void {
    this.#options.log.warn({ code }, message);
    this.#parts().status.update({ lastError: { at: this.#now(), code, message } });
  }

  #introduce(): void {
    const { owner } = this.#options;
    const known = this.#gpus?.map((gpu) => ({ ...gpu, takesTasks: owner.takesTasks(gpu.uuid) }));
    void this.#parts().introduction.make(known);
  }

  /** Frames of attempts that this worker no longer holds are of no use; known once the platform has said what it does. */
  async #sweepFrames(held: readonly string[]): Promise<void> {
    if (this.#swept) return;
    this.#swept = true;
    const { delivery, runner } = this.#parts();
    const begun = runner.works().map(({ lease }) => lease.attemptId);
    try {
      await delivery.sweep(this.#options.home.results, new Set([...held, ...begun]));
    } catch (error) {
      this.#options.log.warn({ err: error }, 'old frames could not be removed');
    }
  }

  #now(): string {
    return new Date(this.#options.clock.now()).toISOString();
  }
}
