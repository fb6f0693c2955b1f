import { Cancellation } from './cancellation.ts';
import { clientError, type ClientError } from './clientError.ts';
import { markDropped } from './droppedEvents.ts';
import type { ShowFault } from './faults.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Operation } from './operation.ts';
import type { Prepared } from './prepared.ts';
import type { Json } from './run.ts';
import type { Scope } from './scope.ts';
import type { Subgraph } from './subgraph.ts';
import { fromSubgraph } from './subgraphErrors.ts';
import { Upstream } from './upstream.ts';

const maxUnderWay = 16;

export interface Listener {
  /** `payload` is JSON text, the same string for every listener of a channel. */
  next(payload: string): void;
  /** Called once, at the end; without errors the subscription is complete. */
  end(errors?: readonly ClientError[]): void;
}

/** What a channel reports to. */
export interface ChannelHooks {
  readonly log: Log;
  readonly showFault: ShowFault;
  readonly metrics: Metrics;
}

/**
 * One federated subscription that any number of clients of one scope listen to: one upstream subscription, one expansion
 * and one JSON text per event. Events are expanded concurrently and delivered in order; when subgraphs are too slow for
 * that, events are dropped rather than queued, and the next one says so.
 */
export class Channel {
  readonly operation: Operation;
  readonly scope: Scope;
  #hooks: ChannelHooks;
  #onClose: () => void;
  #prepared: Prepared | undefined;
  #upstream: Upstream | undefined;
  #closed = false;
  #listeners = new Set<Listener>();
  #underWay = new Set<Cancellation>();
  #delivered: Promise<void> = Promise.resolve();
  #dropped = 0;

  constructor(operation: Operation, scope: Scope, hooks: ChannelHooks, onClose: () => void) {
    this.operation = operation;
    this.scope = scope;
    this.#hooks = hooks;
    this.#onClose = onClose;
  }

  /** Runs from now on as prepared; called again after every reload of the supergraph. */
  use(prepared: Prepared, subgraph: Subgraph): void {
    this.#prepared = prepared;
    const { operation, operationName, variableUsages = [] } = prepared.primary!;
    const given = this.operation.variables;
    const variables: Record<string, unknown> = {};
    for (const name of variableUsages) if (given[name] !== undefined) variables[name] = given[name];
    const request = { query: operation, ...(operationName && { operationName }), variables };
    if (this.#upstream?.isFor(subgraph, request)) return;
    this.#upstream?.close();
    this.#upstream = new Upstream(subgraph, request, this.scope, {
      next: (event) => this.#event(event),
      error: (errors) => this.close(errors.map((error) => fromSubgraph(error, subgraph.name, error?.path))),
      complete: () => void this.#delivered.then(() => this.close()), // what came before is still delivered
      lost: (err) =>
        this.#hooks.log.warn({ err, subgraph: subgraph.name }, 'A subscription was lost, and is tried again'),
      resumed: () => void this.#dropped++,
    });
    this.#upstream.open();
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#hooks.metrics.subscriptions.inc();
    return () => {
      if (!this.#listeners.delete(listener)) return;
      this.#hooks.metrics.subscriptions.dec();
      if (!this.#listeners.size) this.close();
    };
  }

  close(errors?: readonly ClientError[]): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#upstream?.close();
    for (const cancellation of this.#underWay) cancellation.cancel();
    this.#onClose();
    this.#hooks.metrics.subscriptions.dec(this.#listeners.size);
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener.end(errors);
  }

  #event({ data, errors }: Json): void {
    if (data === undefined && Array.isArray(errors)) return this.#refused(errors); // not even begun
    if (this.#underWay.size >= maxUnderWay) {
      this.#dropped++;
      return this.#hooks.metrics.dropped('subgraphs');
    }
    const cancellation = new Cancellation();
    this.#underWay.add(cancellation);
    const expanded = this.#expand(data, errors, cancellation);
    this.#delivered = this.#delivered.then(async () => {
      this.#deliver(await expanded);
      this.#underWay.delete(cancellation);
    });
  }

  #refused(errors: readonly Json[]): void {
    const service = this.#prepared!.primary!.serviceName;
    this.close(errors.map((error) => fromSubgraph(error, service, error?.path)));
  }

  async #expand(data: Json, errors: Json, cancellation: Cancellation): Promise<string> {
    const prepared = this.#prepared!;
    const { variables } = this.operation;
    const service = prepared.primary!.serviceName;
    const conditions = prepared.conditions(variables)!;
    const reported = Array.isArray(errors)
      ? errors.map((error) => fromSubgraph(error, service, error?.path))
      : [];
    try {
      return await prepared.answer({
        scope: this.scope,
        variables,
        cancellation,
        conditions,
        data: data ?? {},
        errors: reported,
      });
    } catch (error) {
      return JSON.stringify({ errors: [this.#hooks.showFault(error)], data: null });
    }
  }

  #deliver(payload: string): void {
    if (this.#closed) return;
    const text = this.#dropped ? markDropped(payload, this.#dropped) : payload;
    this.#dropped = 0;
    for (const listener of this.#listeners) listener.next(text);
  }
}

export const schemaChanged = clientError(
  'SUBSCRIPTION_SCHEMA_RELOAD',
  'The schema has changed and does not know this subscription any more',
);
