import type { Metric, Registry } from 'prom-client';

export interface DurationHistogramOptions {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  /** Upper bounds of the buckets in seconds, ascending. */
  readonly bounds: readonly number[];
}

/** The durations seen with one combination of labels. */
interface Tally {
  readonly labels: Readonly<Record<string, string>>;
  /** One for each bucket, and one for what takes longer. */
  readonly counts: number[];
  sum: number;
}
type Branch = Map<string, Branch | Tally>;

/**
 * A histogram for prom-client that is counted in plain numbers and spelled out when it is read. prom-client's own spells
 * its labels out for every observation, which the gateway would pay for with each request.
 */
export class DurationHistogram {
  readonly name: string;
  #options: DurationHistogramOptions;
  #root: Branch = new Map();
  #tallies: Tally[] = [];

  constructor(options: DurationHistogramOptions, registry: Registry) {
    this.name = options.name;
    this.#options = options;
    registry.registerMetric(this as unknown as Metric);
  }

  /** Counts one duration; `values` are those of all labels, of which there must be few. */
  add(seconds: number, ...values: readonly [string, ...string[]]): void {
    let found: Branch | Tally | undefined = this.#root;
    for (const value of values) found = (found as Branch | undefined)?.get(value);
    const tally = (found as Tally | undefined) ?? this.#grow(values);
    const { bounds } = this.#options;
    let bucket = 0;
    while (seconds > bounds[bucket]!) bucket++;
    tally.counts[bucket]!++;
    tally.sum += seconds;
  }

  /** What a registry prints. */
  async get(): Promise<object> {
    const { name, help } = this.#options;
    return {
      name,
      help,
      type: 'histogram',
      aggregator: 'sum',
      values: this.#tallies.flatMap((tally) => this.#lines(tally)),
    };
  }

  #grow(values: readonly string[]): Tally {
    const { labels, bounds } = this.#options;
    const tally: Tally = {
      labels: Object.fromEntries(labels.map((label, i) => [label, values[i]!])),
      counts: new Array<number>(bounds.length + 1).fill(0),
      sum: 0,
    };
    this.#tallies.push(tally);
    let branch = this.#root;
    for (const value of values.slice(0, -1)) {
      if (!branch.has(value)) branch.set(value, new Map());
      branch = branch.get(value) as Branch;
    }
    branch.set(values.at(-1)!, tally);
    return tally;
  }

  /** Cumulative, as Prometheus wants buckets. */
  #lines({ labels, counts, sum }: Tally) {
    const { name, bounds } = this.#options;
    let count = 0;
    const buckets = counts.map((each, i) => ({
      metricName: `${name}_bucket`,
      labels: { le: bounds[i] ?? '+Inf', ...labels },
      value: (count += each),
    }));
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: count },
    ];
  }
}
