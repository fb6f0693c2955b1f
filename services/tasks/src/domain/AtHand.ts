import type { Clock } from '@pictor/kit';
import type { JobKind } from '../model/job.ts';
import { canDo, type Engines } from './engines.ts';
import { limits } from './limits.ts';

/** What nobody at hand has that a job needs; the words of the contract. */
export type Lack = 'WORKER' | 'ENGINE' | 'BLENDER_VERSION' | 'LOWER_BID';

/** What a job needs of a worker. */
export interface Needs {
  readonly kind: JobKind;
  /** Of the Blender that saved the scene, for a render. */
  readonly sceneVersion?: string | undefined;
  /** Its ceiling, in micro-USD. */
  readonly bid: bigint;
}

interface Ability {
  readonly engines: Engines;
  /** What its worker asks, in micro-USD. */
  readonly bid: bigint;
  readonly heardAt: number;
}

/**
 * What slots of workers that were heard from lately can do. It is what this process heard, lost when it ends: it explains
 * why a job waits, and decides nothing.
 */
export class AtHand {
  readonly #clock: Clock;
  readonly #keptMs: number;
  /** The one that was heard from longest ago comes first. */
  readonly #slots = new Map<string, Ability>();
  readonly #openedAt: number;

  constructor(clock: Clock, keptMs: number) {
    this.#clock = clock;
    this.#keptMs = keptMs;
    this.#openedAt = clock.now();
  }

  /** That a slot asks for a task, what it can do and what its worker asks. */
  note(workerId: string, slot: number, ability: Pick<Ability, 'engines' | 'bid'>): void {
    const key = `${workerId} ${slot}`;
    this.#slots.delete(key);
    this.#slots.set(key, { ...ability, heardAt: this.#clock.now() });
    this.#forget();
  }

  /** That a slot is at work on what it asked for. */
  heard(workerId: string, slot: number): void {
    const known = this.#slots.get(`${workerId} ${slot}`);
    if (known) this.note(workerId, slot, known);
  }

  /** What nobody has that a job needs; null where somebody has all of it, or it was not listened for long enough to tell. */
  lackFor(needs: Needs): Lack | null {
    this.#forget();
    if (this.#clock.now() < this.#openedAt + this.#keptMs) return null;
    let lack: Lack = 'WORKER';
    for (const { engines, bid } of this.#slots.values()) {
      if (!engines.some(({ kind }) => kind === needs.kind)) lack = further(lack, 'ENGINE');
      else if (!canDo(engines, needs)) lack = further(lack, 'BLENDER_VERSION');
      else if (bid > needs.bid) lack = further(lack, 'LOWER_BID');
      else return null;
    }
    return lack;
  }

  #forget(): void {
    const oldest = this.#clock.now() - this.#keptMs;
    for (const [key, { heardAt }] of this.#slots) {
      if (heardAt > oldest && this.#slots.size <= limits.slotsAtHand) return;
      this.#slots.delete(key);
    }
  }
}

const order: readonly Lack[] = ['WORKER', 'ENGINE', 'BLENDER_VERSION', 'LOWER_BID'];

/** Of two, what lacks of whoever comes closer. */
const further = (one: Lack, other: Lack): Lack => (order.indexOf(other) > order.indexOf(one) ? other : one);
