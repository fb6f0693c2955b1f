import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgentError } from '../AgentError.ts';
import { endRun } from '../platform/operations.ts';
import { removeFolder } from '../sandbox/removeFolder.ts';
import { readTerms } from '../terms/readTerms.ts';
import type { UpkeepState } from '../upkeep/Upkeep.ts';
import type { AgentOptions } from './AgentOptions.ts';
import { buildParts, type Parts } from './buildParts.ts';
import { Conduct } from './Conduct.ts';
import { settlesWithin } from './settlesWithin.ts';

/** How long a stop waits for what was under way to end, and then for that to be told. */
const STOP_LIMIT_MS = 3_000;

/** A worker at work: everything between one start and one stop. */
export class Agent {
  readonly #options: AgentOptions;
  /** Names this run to the platform. */
  readonly #run = randomUUID();
  readonly #conduct: Conduct;
  readonly #parts: Parts;
  #deafen: (() => void) | undefined;

  constructor(options: AgentOptions) {
    this.#options = options;
    this.#conduct = new Conduct(options, () => this.#parts);
    this.#parts = buildParts(options, this.#run, this.#conduct);
  }

  /** Resolves when the platform has ended the worker's credential. */
  get ended(): Promise<AgentError> {
    return this.#conduct.ended;
  }

  /** What there is to see of a task under way, as a small JPEG; null where nothing is yet. */
  preview(taskId: string): Buffer | null {
    const work = this.#parts.runner.works().find(({ lease }) => lease.taskId === taskId);
    return work?.preview?.jpeg ?? null;
  }

  /** Starts work. */
  async start(): Promise<void> {
    const { work, results, terms } = this.#options.home;
    const { connection, delivery, mining, progress, readings, scenes, status, upkeep } = this.#parts;
    for (const name of await readdir(work)) {
      await removeFolder(join(work, name)).catch((error: unknown) =>
        this.#options.log.warn({ err: error }, 'what a task left behind could not be removed'),
      );
    }
    await delivery.sweep(results);
    await scenes.sweep();
    mining.start();
    status.update({ terms: await readTerms(terms) });
    this.#deafen = this.#options.owner.listen(() => this.#conduct.obey());
    this.#conduct.obey();
    readings.start();
    progress.start();
    connection.start();
    await upkeep?.start();
  }

  /** What is told of what goes on beside the tasks; undefined where nothing does. */
  get upkeep(): UpkeepState | undefined {
    return this.#parts.upkeep?.state;
  }

  /** Begins to measure how fast the machine is. Throws AgentError AT_WORK. */
  benchmark(): void {
    this.#parts.upkeep?.benchmark();
  }

  /**
   * Ends work within seconds. Nothing acknowledged or finished is lost: a render with frames that are done waits a minute for
   * the next start, and goes on with them; what else was under way goes to others at once.
   */
  async stop(): Promise<void> {
    const { clock } = this.#options;
    const { connection, delivery, heart, kept, keptTerms, mining, outbox } = this.#parts;
    const { progress, readings, runner, status, terms, upkeep, uploads } = this.#parts;
    this.#deafen?.();
    heart.stop();
    terms.stop();
    progress.stop();
    const mined = mining.stop();
    await settlesWithin(STOP_LIMIT_MS, runner.stop(), clock);
    await settlesWithin(STOP_LIMIT_MS, progress.sayStopping(), clock);
    await mined;
    await settlesWithin(STOP_LIMIT_MS, upkeep?.stop(), clock);
    await settlesWithin(STOP_LIMIT_MS, delivery.settled(), clock);
    await settlesWithin(STOP_LIMIT_MS, this.#letGo(), clock);
    connection.stop();
    uploads.stop();
    await delivery.stop();
    await readings.stop();
    this.#conduct.tellWork({ connection: 'OFFLINE' });
    await status.close();
    await keptTerms.settled();
    kept.close();
    outbox.close();
  }

  /** Says on the platform what the worker asks, in micro-dollars; null for the platform's default. Throws AgentError. */
  async setBid(bid: string | null): Promise<void> {
    await this.#parts.terms.setBid(bid);
    await this.#parts.keptTerms.settled();
  }

  /** Lets the next run connect at once. Without it that one waits until this one was silent for 30 s, and no more. */
  async #letGo(): Promise<void> {
    const { connection } = this.#parts;
    if (!connection.online) return;
    await connection.execute(endRun, { run: this.#run }).catch((error: unknown) => {
      this.#options.log.debug({ err: error }, 'the platform could not be told that this run ends');
    });
  }
}
