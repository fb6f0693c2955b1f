import type { Engine } from '../engine/Engine.ts';
import { firstReady, type ReadyEngine } from '../engine/firstReady.ts';
import type { JobKind } from '../generated/graphql.ts';

/** Finds the engines that work, and says once why others do not. */
export class EngineChoice {
  readonly #onError: (code: string, reason: string) => void;
  /** Why no engine of a kind works, as it was last said: what is known is not said again. */
  readonly #unavailable = new Map<string, string>();

  constructor(onError: (code: string, reason: string) => void) {
    this.#onError = onError;
  }

  /** The engines that work, one for each of these kinds of task. */
  async ready(
    engines: readonly Engine[],
    kinds: readonly JobKind[],
  ): Promise<ReadonlyMap<JobKind, ReadyEngine>> {
    const ready = new Map<JobKind, ReadyEngine>();
    const reasons = new Map<JobKind, string>();
    for (const kind of kinds) {
      const found = await firstReady(engines, kind);
      if (typeof found === 'string') reasons.set(kind, found);
      else ready.set(kind, found);
    }
    for (const kind of ready.keys()) this.#unavailable.delete(kind);
    for (const [kind, reason] of reasons) {
      // While nothing at all can be done it is said again and again: it is why the worker is idle.
      if (ready.size > 0 && this.#unavailable.get(kind) === reason) continue;
      this.#unavailable.set(kind, reason);
      const which = ready.size === 0 ? 'No tasks' : `No ${kind} tasks`;
      this.#onError('ENGINE_UNAVAILABLE', `${which} are taken: ${reason}`);
    }
    return ready;
  }
}
