import type { OurSubgraph } from './subgraph.ts';

/** One of the platform's services, as the program that composes them sees it. */
export interface Service {
  readonly name: string;
  readonly subgraph: OurSubgraph;
  /** Starts timers and delivery; every receiver of every service is registered before. */
  start(): Promise<void>;
  /** Ends what start began and waits for what is under way. */
  stop(): Promise<void>;
}
