import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { DurationHistogram } from './durationHistogram.ts';

export type Lane = 'fast' | 'reference' | 'none';
export type Outcome = 'ok' | 'errors' | 'refused' | 'failed' | 'cancelled';

const seconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** What both lanes and both transports count. `registry` is what a scrape prints. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new DurationHistogram(
    {
      name: 'gateway_request_duration_seconds',
      help: 'Queries and mutations, from when they were read to their answer',
      labels: ['lane', 'kind', 'outcome'],
      bounds: seconds,
    },
    this.registry,
  );
  readonly #fetches = new DurationHistogram(
    {
      name: 'gateway_subgraph_fetch_duration_seconds',
      help: 'Requests to subgraphs; one may carry several operations',
      labels: ['subgraph', 'outcome'],
      bounds: seconds,
    },
    this.registry,
  );
  readonly #planning = new Histogram({
    name: 'gateway_planning_stall_seconds',
    help: 'How long the event loop stood still to plan one new document',
    buckets: seconds,
    registers: [this.registry],
  });
  readonly openSockets = new Gauge({
    name: 'gateway_open_sockets',
    help: 'WebSockets of clients',
    registers: [this.registry],
  });
  readonly subscriptions = new Gauge({
    name: 'gateway_subscriptions',
    help: 'Subscriptions of clients',
    registers: [this.registry],
  });
  readonly channels = new Gauge({
    name: 'gateway_channels',
    help: 'Different subscriptions; identical ones of one scope share a channel',
    registers: [this.registry],
  });
  readonly #dropped = new Counter({
    name: 'gateway_dropped_events_total',
    help: 'Events that a subscription missed, because its client or the subgraphs that expand them were too slow',
    labelNames: ['slow'] as const,
    registers: [this.registry],
  });

  /** `started` is of performance.now(). */
  request(lane: Lane, kind: string, outcome: Outcome, started: number): void {
    this.#requests.add((performance.now() - started) / 1000, lane, kind, outcome);
  }

  fetch(subgraph: string, outcome: Outcome, started: number): void {
    this.#fetches.add((performance.now() - started) / 1000, subgraph, outcome);
  }

  planned(seconds: number): void {
    this.#planning.observe(seconds);
  }

  dropped(slow: 'client' | 'subgraphs'): void {
    this.#dropped.inc({ slow });
  }
}

/** The outcome of a response body. */
export const outcomeOf = (body: string): Outcome => (body.startsWith('{"errors"') ? 'errors' : 'ok');
