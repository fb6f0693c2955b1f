import type { Clock } from './clock.ts';
import type { AnyTopics, Events } from './events.ts';
import type { Log } from './log.ts';
import type { OutboxEntry } from './outboxEntry.ts';
import { RetryTimes } from './retryTimes.ts';
import { within } from './within.ts';

const sweepEveryMs = 5_000;
const maxDraining = 16;
const maxWaiting = 10_000;
const deliveryDeadlineMs = 30_000;

interface Drain {
  id: unknown;
  promise: Promise<boolean>;
  resolve(complete: boolean): void;
}

interface OutboxDocument {
  _id: unknown;
  outbox?: OutboxEntry[];
}

/** What the relay uses of a mongoose model. */
export interface OutboxModel {
  readonly modelName: string;
  find(filter: object, projection: object): { lean(): { cursor(): AsyncIterable<unknown> } };
  findById(id: unknown, projection: object): { lean(): PromiseLike<unknown> };
  updateOne(filter: object, update: object): PromiseLike<unknown>;
}

/**
 * Delivers what the documents of one collection have in their `outbox`: at least once, in the order of each document,
 * again and again until every receiver has acknowledged. Documents with an outbox must not be deleted before it is
 * empty.
 */
export class OutboxRelay<Topics extends object = AnyTopics> {
  readonly #model: OutboxModel;
  readonly #events: Events<Topics>;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #waiting = new Map<string, Drain>();
  readonly #draining = new Map<string, Promise<void>>();
  readonly #retries: RetryTimes;
  #stopped = false;
  #sweeping: Promise<void> | undefined;
  #cancelTimer: (() => void) | undefined;

  constructor(model: OutboxModel, events: Events<Topics>, clock: Clock, log: Log) {
    this.#model = model;
    this.#events = events;
    this.#clock = clock;
    this.#log = log.child({ outbox: model.modelName });
    this.#retries = new RetryTimes(clock);
  }

  /** Sweeps now and every 5 s. What receives the events must be registered before. */
  start(): void {
    void this.sweep().finally(() => {
      if (!this.#stopped) this.#cancelTimer = this.#clock.after(sweepEveryMs, () => this.start());
    });
  }

  /** Ends the sweeps and waits for the deliveries under way; what is left is delivered after the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer?.();
    for (const { resolve } of this.#waiting.values()) resolve(false);
    this.#waiting.clear();
    await this.#sweeping;
    await Promise.all(this.#draining.values());
  }

  /**
   * Delivers what this document has to tell, after the write that added it. Resolves to whether all of it has been
   * acknowledged; what has not will be tried again by the sweeps. Never rejects, so that it need not be awaited.
   */
  kick(documentId: unknown): Promise<boolean> {
    const key = String(documentId);
    const waiting = this.#waiting.get(key);
    if (waiting) return waiting.promise;
    if (this.#stopped || this.#waiting.size >= maxWaiting) return Promise.resolve(false);
    const drain = { id: documentId, ...Promise.withResolvers<boolean>() };
    this.#waiting.set(key, drain);
    this.#drainNext();
    return drain.promise;
  }

  /** Delivers what every document has to tell, except those that failed a moment ago. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweepOnce().finally(() => (this.#sweeping = undefined));
    return this.#sweeping;
  }

  async #sweepOnce() {
    const underWay = new Set<Promise<unknown>>();
    try {
      for await (const found of this.#model
        .find({ 'outbox.id': { $exists: true } }, { _id: 1 })
        .lean()
        .cursor()) {
        if (this.#stopped) break;
        const { _id: id } = found as OutboxDocument;
        if (!this.#retries.due(String(id))) continue;
        const drained: Promise<unknown> = this.kick(id).finally(() => underWay.delete(drained));
        underWay.add(drained);
        if (underWay.size >= maxDraining) await Promise.race(underWay);
      }
    } catch (error) {
      this.#log.error({ err: error }, 'the outbox could not be read');
    }
    await Promise.all(underWay);
  }

  #drainNext() {
    for (const [key, { id, resolve }] of this.#waiting) {
      if (this.#draining.size >= maxDraining) return;
      if (this.#draining.has(key)) continue;
      this.#waiting.delete(key);
      const drained = this.#drain(key, id).then((complete) => {
        this.#draining.delete(key);
        resolve(complete);
        this.#drainNext();
      });
      this.#draining.set(key, drained);
    }
  }

  async #drain(key: string, id: unknown): Promise<boolean> {
    try {
      const document = (await this.#model.findById(id, { outbox: 1 }).lean()) as OutboxDocument | null;
      for (const entry of document?.outbox ?? []) await this.#deliver(id, entry);
      this.#retries.succeeded(key);
      return true;
    } catch (error) {
      const inMs = this.#retries.failed(key);
      this.#log.warn({ err: error, document: key, inMs }, 'an event was not delivered and will be again');
      return false;
    }
  }

  async #deliver(documentId: unknown, { id, topic, event }: OutboxEntry) {
    const delivered = this.#events.deliver(
      topic as keyof Topics & string,
      event as Topics[keyof Topics & string],
    );
    await within(delivered, deliveryDeadlineMs, this.#clock);
    await this.#model.updateOne({ _id: documentId }, { $pull: { outbox: { id } } });
  }
}
