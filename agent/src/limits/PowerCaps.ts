import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { writeFileAtomically } from '../home/writeFileAtomically.ts';
import type { Log } from '../log.ts';
import { CommandError, type Command } from '../metrics/createCommand.ts';
import type { Owner } from '../owner/Owner.ts';
import { capOf } from './capOf.ts';
import { readPowerLimits, type PowerLimits } from './readPowerLimits.ts';

/** How it stands with the power cap of one GPU. */
export interface PowerCapState {
  readonly uuid: string;
  /** What the owner wants, in watts. */
  readonly watts: number;
  /** Why it does not hold; null when it does. */
  readonly problem: string | null;
}

export interface PowerCapsOptions {
  /** The file of what the limits were before. */
  readonly path: string;
  /** Runs nvidia-smi, and nothing else does by it. */
  readonly nvidiaSmi: Command;
  readonly owner: Owner;
  readonly clock: Clock;
  readonly log: Log;
  /** Told whenever what holds has changed. */
  readonly onChange: () => void;
}

/** A driver that hung or was loaded anew may have let go of a cap. */
const AGAIN_MS = 60_000;

const watts = z.number().positive();
const journalSchema = z.record(z.string(), watts);

/**
 * Keeps the GPUs below the power that their owner wants, looks every minute whether they still are, and gives back what
 * was before: when that is not wanted any more, at the end, and after a kill at the next start. What the limits were is on
 * disk before they are changed.
 */
export class PowerCaps {
  readonly #options: PowerCapsOptions;
  #before: Record<string, number> = {};
  #states: readonly PowerCapState[] = [];
  #wanted = '{}';
  #deafen: (() => void) | undefined;
  #cancel: (() => void) | undefined;
  #stopped = false;
  #changing: Promise<void> = Promise.resolve();

  constructor(options: PowerCapsOptions) {
    this.#options = options;
  }

  /** How it stands with each GPU that has a cap. */
  get states(): readonly PowerCapState[] {
    return this.#states;
  }

  /** Gives back what a killed run left, then does as the owner wants, now and whenever that changes. */
  async start(): Promise<void> {
    this.#before = await readJournal(this.#options.path);
    this.#deafen = this.#options.owner.listen(() => this.#follow());
    if (Object.keys(this.#before).length > 0) this.#queue({});
    this.#follow();
    await this.#changing;
  }

  /** Gives back what was before. */
  async stop(): Promise<void> {
    this.#deafen?.();
    this.#stopped = true;
    this.#cancel?.();
    this.#queue({});
    await this.#changing;
  }

  #follow(): void {
    const { powerCaps } = this.#options.owner.settings;
    const wanted = JSON.stringify(powerCaps);
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#queue(powerCaps);
  }

  /** One change after the other: each rests on what the one before left. */
  #queue(caps: Readonly<Record<string, number>>): void {
    const { log } = this.#options;
    this.#changing = this.#changing
      .then(() => this.#apply(caps))
      .catch((error: unknown) => log.warn({ err: error }, 'the power caps could not be changed'))
      .then(() => this.#again(caps));
  }

  /** Does as the owner then wants in a while, where anything is wanted. */
  #again(caps: Readonly<Record<string, number>>): void {
    const { clock, owner } = this.#options;
    this.#cancel?.();
    if (this.#stopped || Object.keys(caps).length === 0) return;
    this.#cancel = clock.after(AGAIN_MS, () => this.#queue(owner.settings.powerCaps));
  }

  async #apply(caps: Readonly<Record<string, number>>): Promise<void> {
    if (Object.keys(caps).length === 0 && Object.keys(this.#before).length === 0) {
      this.#show([]);
      return;
    }
    const limits = await this.#limits(caps);
    const states: PowerCapState[] = [];
    for (const gpu of limits) {
      const cap = capOf(caps, gpu.uuid);
      if (cap === undefined) await this.#giveBack(gpu.uuid);
      else states.push({ uuid: gpu.uuid, watts: cap, problem: await this.#cap(gpu, cap) });
    }
    if (limits.length > 0) this.#show(states);
  }

  /** Takes note of how it stands; what stood so before is not told again. */
  #show(states: readonly PowerCapState[]): void {
    const { log, onChange } = this.#options;
    const known = new Set(this.#states.map(({ problem }) => problem));
    for (const { problem } of states)
      if (problem !== null && !known.has(problem)) log.warn({ code: 'POWER_CAP_REFUSED' }, problem);
    const isNew = JSON.stringify(states) !== JSON.stringify(this.#states);
    this.#states = states;
    if (isNew) onChange();
  }

  /** The GPUs; where they cannot be asked, that is why no cap holds. */
  async #limits(caps: Readonly<Record<string, number>>): Promise<readonly PowerLimits[]> {
    try {
      return await readPowerLimits(this.#options.nvidiaSmi);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      const problem = `No power cap can be set: ${error.message}.`;
      this.#show(Object.entries(caps).map(([uuid, cap]) => ({ uuid, watts: cap, problem })));
      return [];
    }
  }

  /** Why a GPU's cap does not hold; null when it does. */
  async #cap({ uuid, now, least, most }: PowerLimits, cap: number): Promise<string | null> {
    if (now === null || least === null || most === null) return `${uuid} does not tell its power limits.`;
    if (cap < least || cap > most) return `${uuid} takes a power cap of ${least} to ${most} W.`;
    if (now === cap) return null;
    const isFirst = this.#before[uuid] === undefined;
    try {
      if (isFirst) await this.#remember({ ...this.#before, [uuid]: now });
      const problem = await setPowerLimit(this.#options.nvidiaSmi, uuid, cap);
      if (problem !== null && isFirst && (await this.#isStill(uuid, now))) await this.#forget(uuid);
      return problem;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return `The power limit of ${uuid} was not set: ${why}.`;
    }
  }

  /** Whether a limit is seen to be what it was: one that was set without an answer may hold all the same. */
  async #isStill(uuid: string, before: number): Promise<boolean> {
    try {
      const limits = await readPowerLimits(this.#options.nvidiaSmi);
      return limits.some((gpu) => gpu.uuid === uuid && gpu.now === before);
    } catch {
      return false;
    }
  }

  /** Never throws: what goes wrong with one GPU keeps no other from what is its own. */
  async #giveBack(uuid: string): Promise<void> {
    const { nvidiaSmi, log } = this.#options;
    const before = this.#before[uuid];
    if (before === undefined) return;
    try {
      const problem = await setPowerLimit(nvidiaSmi, uuid, before);
      if (problem === null) await this.#forget(uuid);
      else log.warn({ code: 'POWER_CAP_KEPT' }, `the power limit was not given back: ${problem}`);
    } catch (error) {
      log.warn({ err: error, uuid }, 'the power limit was not given back, or that could not be kept');
    }
  }

  async #forget(uuid: string): Promise<void> {
    const { [uuid]: _, ...rest } = this.#before;
    await this.#remember(rest);
  }

  async #remember(before: Record<string, number>): Promise<void> {
    const { path } = this.#options;
    if (Object.keys(before).length > 0) await writeFileAtomically(path, JSON.stringify(before), true);
    else await rm(path, { force: true });
    this.#before = before;
  }
}

/** Sets a GPU's power limit; why that was refused, or null. */
export async function setPowerLimit(nvidiaSmi: Command, uuid: string, limit: number): Promise<string | null> {
  try {
    await nvidiaSmi(['-i', uuid, '-pl', String(limit)]);
    return null;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const isForbidden = /permission|not permitted|root|administrator/i.test(error.message);
    const how = isForbidden
      ? ' Only root may set it: have root run nvidia-smi -pl at each start of the machine, or let the agent’s account do so.'
      : '';
    return `The power limit of ${uuid} was not set: ${error.message.replace(/\.$/, '')}.${how}`;
  }
}

async function readJournal(path: string): Promise<Record<string, number>> {
  try {
    return journalSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return {};
  }
}
