import type { Callers } from './callers.ts';
import { Documents } from './documents.ts';
import { faultsLoggedTo, type ShowFault } from './faults.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import { Metrics } from './metrics.ts';
import { PlanningQueue } from './planningQueue.ts';
import { ReferenceLane } from './referenceLane.ts';
import { SubgraphSet, type Connect } from './subgraphSet.ts';
import { Subscriptions } from './subscriptions.ts';
import { Supergraph } from './supergraph.ts';
import { judge } from './verdict.ts';

/** What both fronts stand on: the supergraph loaded last, and the lanes that run operations over it. */
export class Lanes {
  readonly callers: Callers;
  readonly limits: Limits;
  readonly metrics = new Metrics();
  readonly showFault: ShowFault;
  readonly reference: ReferenceLane;
  readonly subscriptions: Subscriptions;
  isClosing = false;
  #log: Log;
  #subgraphs: SubgraphSet;
  #planning = new PlanningQueue((seconds) => this.metrics.planned(seconds));
  #documents: Documents;

  /** Throws if the supergraph is not valid or a subgraph cannot be connected. */
  constructor(sdl: string, connect: Connect, callers: Callers, limits: Limits, log: Log) {
    this.callers = callers;
    this.limits = limits;
    this.#log = log;
    this.showFault = faultsLoggedTo(log);
    this.subscriptions = new Subscriptions({ log, showFault: this.showFault, metrics: this.metrics });
    this.#subgraphs = new SubgraphSet(connect, this.metrics);
    this.#documents = this.#load(sdl);
    this.#subgraphs.adopt();
    this.reference = new ReferenceLane(sdl, (name) => this.#subgraphs.get(name), log, this.showFault);
  }

  /** The operations of the supergraph loaded last. */
  get documents(): Documents {
    return this.#documents;
  }

  /** Throws, and keeps the old one, if the supergraph is not valid. */
  reload(sdl: string): void {
    const documents = this.#load(sdl);
    try {
      this.reference.reload(sdl);
    } catch (error) {
      this.#subgraphs.abandon();
      throw error;
    }
    this.#subgraphs.adopt();
    this.#documents = documents;
    this.subscriptions
      .reload(documents, () => this.#documents === documents)
      .catch((err: unknown) =>
        this.#log.error({ err }, 'Subscriptions could not be moved to the new supergraph'),
      );
  }

  async stop(): Promise<void> {
    this.callers.close();
    await this.reference.stop();
    await this.#subgraphs.close();
  }

  #load(sdl: string): Documents {
    const supergraph = new Supergraph(sdl, (services) => this.#subgraphs.connect(services));
    return new Documents(supergraph, this.#planning, (query, operationName) =>
      judge(supergraph, this.limits, this.showFault, query, operationName),
    );
  }
}
