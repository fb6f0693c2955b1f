import type { Standby } from '@pictor/schema/events';
import type { Agent } from './agentOf.ts';

/** A heartbeat that arrived. */
export interface Heard extends Agent {
  /** When, by the platform's clock. */
  now: number;
  /** How far the agent's clock is ahead. */
  skewMs: number;
  /** What it does beside its tasks. */
  standby: Standby;
}
