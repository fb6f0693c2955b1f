import type { Engines } from './engines.ts';
import type { Agent } from './whoAsks.ts';

/** A slot of a worker that asks for a task. */
export interface Seeker {
  readonly agent: Agent;
  readonly slot: number;
  readonly engines: Engines;
  /** What its worker asks for 3,600 work units, in micro-USD. */
  readonly bid: bigint;
}
