import type { Metrics } from './metrics.ts';
import type { Subgraph } from './subgraph.ts';
import type { Service } from './supergraph.ts';
import { WatchedSubgraph } from './watchedSubgraph.ts';

/** So long a subgraph that a reload took away still serves what was under way. */
const retireAfterMs = 30_000;

export type Connect = (name: string, url: string) => Subgraph;

interface Connected {
  readonly url: string;
  readonly subgraph: Subgraph;
}

/** The ways to subgraphs; a reload keeps those whose URL is the same. */
export class SubgraphSet {
  #connect: Connect;
  #metrics: Metrics;
  #current: ReadonlyMap<string, Connected> = new Map();
  #next: ReadonlyMap<string, Connected> = this.#current;
  #retiring = new Map<Subgraph, NodeJS.Timeout>();

  constructor(connect: Connect, metrics: Metrics) {
    this.#connect = connect;
    this.#metrics = metrics;
  }

  /** Connects to what is new and throws if that fails. Nothing else changes until it is adopted. */
  connect(services: readonly Service[]): ReadonlyMap<string, Subgraph> {
    const next = new Map<string, Connected>();
    for (const { name, url } of services) {
      const known = this.#current.get(name);
      if (known?.url === url) next.set(name, known);
      else next.set(name, { url, subgraph: new WatchedSubgraph(this.#connect(name, url), this.#metrics) });
    }
    this.#next = next;
    return new Map([...next].map(([name, { subgraph }]) => [name, subgraph]));
  }

  /** From now on these are the subgraphs that were connected last; others are let go of. */
  adopt(): void {
    this.#retireMissing(this.#current, this.#next);
    this.#current = this.#next;
  }

  /** What was connected last is not wanted after all. */
  abandon(): void {
    this.#retireMissing(this.#next, this.#current);
    this.#next = this.#current;
  }

  /** For what asks by name at the moment it needs one; throws for a name that is gone. */
  get(name: string): Subgraph {
    const known = this.#current.get(name);
    if (!known) throw new Error(`There is no subgraph "${name}" any more`);
    return known.subgraph;
  }

  async close(): Promise<void> {
    const retiring = [...this.#retiring.keys()];
    for (const timer of this.#retiring.values()) clearTimeout(timer);
    this.#retiring.clear();
    const current = [...this.#current.values()].map(({ subgraph }) => subgraph);
    await Promise.all([...retiring, ...current].map((subgraph) => subgraph.close?.()));
  }

  #retireMissing(from: ReadonlyMap<string, Connected>, kept: ReadonlyMap<string, Connected>): void {
    for (const [name, known] of from) if (kept.get(name) !== known) this.#retire(known.subgraph);
  }

  #retire(subgraph: Subgraph): void {
    const close = () => {
      this.#retiring.delete(subgraph);
      void subgraph.close?.();
    };
    this.#retiring.set(subgraph, setTimeout(close, retireAfterMs).unref());
  }
}
