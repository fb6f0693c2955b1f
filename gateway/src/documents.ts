import type { PlanningQueue } from './planningQueue.ts';
import type { Supergraph } from './supergraph.ts';
import type { Verdict } from './verdict.ts';

const maxCost = 64 * 2 ** 20;
const maxOperationsPerDocument = 16;

interface Entry {
  readonly operations: Map<string, Verdict>;
  cost: number;
}

/**
 * Verdicts by query text and operation name, for one supergraph. Bounded by estimated memory, not by count: one client
 * that sends huge or ever-changing documents pushes out a few entries, not the heap.
 */
export class Documents {
  readonly supergraph: Supergraph;
  #judge: (query: string, operationName: string | undefined) => Verdict;
  #queue: PlanningQueue;
  #entries = new Map<string, Entry>(); // least recently used first
  #cost = 0;
  #waiting = new Map<string, Promise<Verdict>>();

  constructor(
    supergraph: Supergraph,
    queue: PlanningQueue,
    judge: (query: string, name?: string) => Verdict,
  ) {
    this.supergraph = supergraph;
    this.#queue = queue;
    this.#judge = judge;
  }

  /** The verdict, if this operation is known. */
  find(query: string, operationName = ''): Verdict | undefined {
    const entry = this.#entries.get(query);
    const known = entry?.operations.get(operationName);
    if (known && this.#cost > maxCost / 2) this.#touch(query, entry!); // order only matters once something may have to go
    return known;
  }

  /**
   * The verdict on a new operation, when its turn has come. Rejects with OVERLOADED if too many wait already, unless it
   * must be done: for subscriptions that are open while the supergraph changes.
   */
  plan(query: string, operationName = '', mustBeDone = false): Promise<Verdict> {
    const key = `${operationName} ${query}`;
    const waiting = this.#waiting.get(key);
    if (waiting) return waiting;
    const planned = this.#queue
      .add(() => this.find(query, operationName) ?? this.#keep(query, operationName), mustBeDone)
      .finally(() => this.#waiting.delete(key));
    this.#waiting.set(key, planned);
    return planned;
  }

  #keep(query: string, operationName: string): Verdict {
    const verdict = this.#judge(query, operationName || undefined);
    let entry = this.#entries.get(query);
    if (!entry) this.#entries.set(query, (entry = { operations: new Map(), cost: 0 }));
    if (entry.operations.size >= maxOperationsPerDocument) return verdict;
    entry.operations.set(operationName, verdict);
    entry.cost += verdict.cost;
    this.#cost += verdict.cost;
    this.#touch(query, entry);
    this.#evict(query);
    return verdict;
  }

  #touch(query: string, entry: Entry): void {
    this.#entries.delete(query);
    this.#entries.set(query, entry);
  }

  #evict(keep: string): void {
    for (const [query, { cost }] of this.#entries) {
      if (this.#cost <= maxCost || query === keep) return;
      this.#entries.delete(query);
      this.#cost -= cost;
    }
  }
}
