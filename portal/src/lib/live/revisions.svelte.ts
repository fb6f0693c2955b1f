import { SvelteMap } from 'svelte/reactivity';
import type { ShownStatus } from '#lib/generated/graphql.ts';

const shownFor = 5_000;

/** What workers showed before their latest change, for the few seconds in which a list marks it. */
export class Revisions {
  #known: Record<string, ShownStatus> = {};
  #before = new SvelteMap<string, ShownStatus>();

  /** Takes what a worker shows for granted. */
  know(id: string, shown: ShownStatus): void {
    this.#known[id] ??= shown;
  }

  /** Notes a change, which is marked for 5 s when it is one. */
  note(id: string, shown: ShownStatus): void {
    const before = this.#known[id];
    this.#known[id] = shown;
    if (!before || before === shown) return;
    this.#before.set(id, before);
    setTimeout(() => this.#before.delete(id), shownFor);
  }

  /** What a worker showed before it changed just now; undefined when it did not. */
  was(id: string): ShownStatus | undefined {
    return this.#before.get(id);
  }
}
